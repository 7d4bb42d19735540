#include "app/desktop/layers_panel.h"

#include "app/project/layer_commands.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QStackedLayout>
#include <QStyledItemDelegate>

namespace lommer::app {
namespace {

/// Entries are as wide as the list, so that long names are shortened in the middle where they do
/// not fit; otherwise they would go on beyond its edge.
class AsWideAsTheList : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        return {1, QStyledItemDelegate::sizeHint(option, index).height()};
    }
};

}  // namespace

LayersPanel::LayersPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      model_(workspace.project(), workspace.undo()),
      list_(new QListView(this)),
      empty_(new QLabel(tr("Drag files here, or choose Open."), this)) {
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    empty_->setForegroundRole(QPalette::PlaceholderText);
    empty_->setMargin(12);
    list_->setModel(&model_);
    list_->setAccessibleName(tr("Layers"));
    list_->setDragDropMode(QAbstractItemView::InternalMove);
    list_->setDefaultDropAction(Qt::MoveAction);
    list_->setSelectionMode(QAbstractItemView::SingleSelection);
    list_->setEditTriggers(QAbstractItemView::EditKeyPressed);
    list_->setTextElideMode(Qt::ElideMiddle);
    list_->setUniformItemSizes(true);
    list_->setItemDelegate(new AsWideAsTheList(list_));
    list_->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* layout = new QStackedLayout(this);
    layout->addWidget(empty_);
    layout->addWidget(list_);
    makeActions();
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                if (index.isValid()) {
                    workspace_.setActiveLayer(model_.idAt(index));
                }
            });
    connect(list_, &QListView::doubleClicked, actions_.zoom, &QAction::trigger);
    connect(&workspace, &Workspace::activeLayerChanged, this, &LayersPanel::followActiveLayer);
    connect(&model_, &QAbstractItemModel::rowsInserted, this, &LayersPanel::showWhatIsThere);
    connect(&model_, &QAbstractItemModel::rowsRemoved, this, &LayersPanel::showWhatIsThere);
    connect(&workspace.project(), &Project::changed, this, &LayersPanel::followActiveLayer);
    showWhatIsThere();
    followActiveLayer();
}

void LayersPanel::makeActions() {
    actions_.zoom = new QAction(tr("Zoom to layer"), this);
    connect(actions_.zoom, &QAction::triggered, this, [this] {
        const Layer* layer = workspace_.project().find(current());
        if (layer != nullptr && layer->data.canBeDrawn()) {
            Q_EMIT workspace_.boundsWanted(layer->data.bounds());
        }
    });
    actions_.check = new QAction(tr("Show check"), this);
    connect(actions_.check, &QAction::triggered, this, [this] {
        const Layer* layer = workspace_.project().find(current());
        if (layer != nullptr && layer->data.table != nullptr) {
            Q_EMIT checkWanted(layer->id);
        }
    });
    actions_.columns = new QAction(tr("Assign columns…"), this);
    connect(actions_.columns, &QAction::triggered, this, [this] {
        if (isTableOfFile()) {
            Q_EMIT columnsWanted(current());
        }
    });
    makeCompareAction();
    actions_.rename = new QAction(tr("Rename"), this);
    actions_.rename->setShortcut(Qt::Key_F2);
    actions_.rename->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(actions_.rename, &QAction::triggered, this,
            [this] { list_->edit(list_->currentIndex()); });
    actions_.remove = new QAction(tr("Remove from project"), this);
    actions_.remove->setShortcut(QKeySequence::Delete);
    actions_.remove->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(actions_.remove, &QAction::triggered, this, [this] {
        if (!current().isEmpty()) {
            workspace_.undo().push(new RemoveLayerCommand(workspace_.project(), current()));
        }
    });
    list_->addActions({actions_.zoom, actions_.check, actions_.columns, actions_.compare,
                       actions_.rename, actions_.remove});
}

void LayersPanel::makeCompareAction() {
    actions_.compare = new QAction(tr("Compare with…"), this);
    connect(actions_.compare, &QAction::triggered, this, [this] {
        if (const Layer* layer = compared()) {
            Q_EMIT differenceWanted(layer->id);
        }
    });
}

const Layer* LayersPanel::compared() const {
    const Layer* layer = workspace_.project().find(current());
    const Layer* found = layer == nullptr ? nullptr : comparableAt(workspace_.project(), *layer);
    return found == nullptr || found->description == nullptr ? nullptr : found;
}

/// Of a result the columns are known.
bool LayersPanel::isTableOfFile() const {
    const Layer* layer = workspace_.project().find(current());
    return layer != nullptr && layer->data.table != nullptr && layer->description != nullptr &&
           !layer->origin;
}

LayerId LayersPanel::current() const {
    return model_.idAt(list_->currentIndex());
}

void LayersPanel::followActiveLayer() {
    const QModelIndex index = model_.indexOf(workspace_.activeLayer());
    if (index != list_->currentIndex()) {
        list_->setCurrentIndex(index);
    }
    const bool hasLayer = index.isValid();
    actions_.zoom->setEnabled(hasLayer && workspace_.active()->data.canBeDrawn());
    actions_.check->setEnabled(hasLayer && workspace_.active()->data.table != nullptr);
    actions_.columns->setEnabled(isTableOfFile());
    const bool canCompare = compared() != nullptr;
    actions_.compare->setEnabled(canCompare);
    actions_.compare->setToolTip(
        canCompare ? tr("Makes a map of the difference with another layer.")
                   : tr("There is no other layer of the same subject to compare with."));
    actions_.rename->setEnabled(hasLayer);
    actions_.remove->setEnabled(hasLayer);
}

void LayersPanel::showWhatIsThere() {
    auto* stack = static_cast<QStackedLayout*>(layout());
    stack->setCurrentIndex(model_.rowCount() == 0 ? 0 : 1);
}

}  // namespace lommer::app
