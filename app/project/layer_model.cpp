#include "app/project/layer_model.h"

#include "app/project/layer_commands.h"
#include "app/style/legend.h"

#include <QMimeData>
#include <QPainter>
#include <QPixmap>
#include <QUndoStack>

namespace lommer::app {
namespace {

const QString kMimeType = QStringLiteral("application/x-lommer-layer");

/// A small sign of how the layer is drawn.
QPixmap signOf(const Layer& layer) {
    constexpr int side = 32;
    QPixmap pixmap(side, side);
    pixmap.setDevicePixelRatio(2.0);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const QRectF place(1.5, 2.5, 13.0, 11.0);
    LegendItem item;
    item.shape = layer.data.raster != nullptr ? LegendShape::cells : LegendShape::area;
    if (layer.data.table != nullptr) {
        item.shape = legendFactsOf(*layer.data.table, LayerStyle{}).shape;
    }
    item.colour = layer.style.colour;
    item.isOutline = layer.style.isOutline && item.shape == LegendShape::area;
    if (layer.style.kind == StyleKind::ramp) {
        item.ramp = layer.style.ramp;
    } else if (layer.style.kind == StyleKind::classes && !layer.style.classes.empty()) {
        item.colour = layer.style.classes[layer.style.classes.size() / 2].colour;
    } else if (layer.style.kind == StyleKind::categories && !layer.style.categories.empty()) {
        item.colour = layer.style.categories.front().colour;
    }
    paintSwatch(painter, place, item);
    return pixmap;
}

/// The file's name, without its path.
QString tipOf(const Layer& layer) {
    if (layer.description == nullptr || layer.description->location.files.empty()) {
        return layer.name;
    }
    const auto name = layer.description->location.files.front().filename().u8string();
    return QString::fromUtf8(reinterpret_cast<const char*>(name.data()),
                             static_cast<qsizetype>(name.size()));
}

}  // namespace

LayerModel::LayerModel(Project& project, QUndoStack& undo, QObject* parent)
    : QAbstractListModel(parent), project_(project), undo_(undo) {
    connect(&project_, &Project::layerAboutToBeInserted, this,
            [this](int position) { beginInsertRows({}, position, position); });
    connect(&project_, &Project::layerInserted, this, [this] { endInsertRows(); });
    connect(&project_, &Project::layerAboutToBeTakenOut, this,
            [this](int position) { beginRemoveRows({}, position, position); });
    connect(&project_, &Project::layerTakenOut, this, [this] { endRemoveRows(); });
    connect(&project_, &Project::layerAboutToMove, this, [this](int from, int to) {
        // Qt counts the target before the row has left.
        beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    });
    connect(&project_, &Project::layerMoved, this, [this] { endMoveRows(); });
    connect(&project_, &Project::layerChanged, this,
            [this](int position) { Q_EMIT dataChanged(index(position), index(position)); });
}

int LayerModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : project_.count();
}

const Layer& LayerModel::at(const QModelIndex& index) const {
    return project_.layers()[static_cast<std::size_t>(index.row())];
}

QVariant LayerModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= project_.count()) {
        return {};
    }
    const Layer& layer = at(index);
    switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole:
            return layer.name;
        case Qt::ToolTipRole:
            return tipOf(layer);
        case Qt::CheckStateRole:
            return layer.data.canBeDrawn()
                       ? QVariant(static_cast<int>(layer.isVisible ? Qt::Checked : Qt::Unchecked))
                       : QVariant();
        case Qt::DecorationRole:
            return layer.data.canBeDrawn() ? QVariant(signOf(layer)) : QVariant();
        case idRole:
            return layer.id;
        default:
            return {};
    }
}

bool LayerModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid()) {
        return false;
    }
    const Layer& layer = at(index);
    if (role == Qt::CheckStateRole) {
        const bool isVisible = value.toInt() == static_cast<int>(Qt::Checked);
        if (isVisible != layer.isVisible) {
            undo_.push(new ShowLayerCommand(project_, layer.id, isVisible));
        }
        return true;
    }
    const QString name = value.toString().trimmed();
    if (role != Qt::EditRole || name.isEmpty()) {
        return false;
    }
    if (name != layer.name) {
        undo_.push(new RenameLayerCommand(project_, layer.id, name));
    }
    return true;
}

Qt::ItemFlags LayerModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) {
        return Qt::ItemIsDropEnabled;
    }
    Qt::ItemFlags result = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable |
                           Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
    if (at(index).data.canBeDrawn()) {
        result |= Qt::ItemIsUserCheckable;
    }
    return result;
}

Qt::DropActions LayerModel::supportedDropActions() const {
    return Qt::MoveAction;
}

QStringList LayerModel::mimeTypes() const {
    return {kMimeType};
}

QMimeData* LayerModel::mimeData(const QModelIndexList& indexes) const {
    auto* data = new QMimeData;
    if (!indexes.isEmpty()) {
        data->setData(kMimeType, idAt(indexes.first()).toUtf8());
    }
    return data;
}

bool LayerModel::canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                                 const QModelIndex& parent) const {
    Q_UNUSED(row);
    Q_UNUSED(column);
    Q_UNUSED(parent);
    return action == Qt::MoveAction && data->hasFormat(kMimeType);
}

bool LayerModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                              const QModelIndex& parent) {
    if (!canDropMimeData(data, action, row, column, parent)) {
        return false;
    }
    const LayerId id = QString::fromUtf8(data->data(kMimeType));
    const int from = project_.positionOf(id);
    const int before = row >= 0 ? row : parent.isValid() ? parent.row() : project_.count();
    const int to = before > from ? before - 1 : before;
    if (from >= 0 && to != from) {
        undo_.push(new MoveLayerCommand(project_, id, to));
    }
    // False: the view must not remove the dragged row afterwards, it has been moved already.
    return false;
}

QModelIndex LayerModel::indexOf(const LayerId& id) const {
    const int position = project_.positionOf(id);
    return position < 0 ? QModelIndex() : index(position);
}

LayerId LayerModel::idAt(const QModelIndex& index) const {
    return index.isValid() ? at(index).id : LayerId();
}

}  // namespace lommer::app
