#include "app/desktop/table_model.h"

#include "app/desktop/row_order.h"
#include "app/desktop/shown_cell.h"
#include "core/base/error.h"

#include <QBrush>
#include <QGuiApplication>
#include <QPalette>
#include <algorithm>
#include <limits>

namespace lommer::app {

TableModel::TableModel(std::shared_ptr<const core::Table> table, std::string analysis,
                       const Texts& texts, QObject* parent)
    : QAbstractTableModel(parent),
      table_(std::move(table)),
      analysis_(std::move(analysis)),
      texts_(texts) {
    pool_.setMaxThreadCount(1);
}

TableModel::~TableModel() {
    stop_.request_stop();
    pool_.waitForDone();
}

int TableModel::rowCount(const QModelIndex& parent) const {
    constexpr std::int64_t most = std::numeric_limits<int>::max();
    return parent.isValid() ? 0 : static_cast<int>(std::min(table_->rowCount(), most));
}

int TableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(table_->columns().size());
}

std::int64_t TableModel::rowAt(int place) const {
    return order_.empty() ? place : order_[static_cast<std::size_t>(place)];
}

int TableModel::placeOf(std::int64_t row) const {
    if (order_.empty()) {
        return row < rowCount() ? static_cast<int>(row) : -1;
    }
    const auto found = std::find(order_.begin(), order_.end(), row);
    return found == order_.end() ? -1 : static_cast<int>(found - order_.begin());
}

QVariant TableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const core::Column& column = table_->column(static_cast<std::size_t>(index.column()));
    const std::int64_t row = rowAt(index.row());
    const auto isSelected = [this, row] {
        return std::binary_search(selected_.begin(), selected_.end(), row);
    };
    const QPalette palette = QGuiApplication::palette();
    switch (role) {
        case Qt::DisplayRole:
            return shownCell(column, row, texts_);
        case Qt::TextAlignmentRole:
            return QVariant(column.isNumeric() ? Qt::AlignRight | Qt::AlignVCenter
                                               : Qt::AlignLeft | Qt::AlignVCenter);
        case Qt::BackgroundRole:
            return isSelected() ? QVariant(palette.brush(QPalette::Highlight)) : QVariant();
        case Qt::ForegroundRole:
            return isSelected()            ? QVariant(palette.brush(QPalette::HighlightedText))
                   : column.isPresent(row) ? QVariant()
                                           : QVariant(palette.brush(QPalette::PlaceholderText));
        default:
            return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    if (orientation == Qt::Vertical) {
        return role == Qt::DisplayRole
                   ? QVariant(wholeNumber(rowAt(section) + 1, texts_.language()))
                   : QVariant();
    }
    const core::ColumnInfo& column = table_->column(static_cast<std::size_t>(section)).info();
    const QString name = texts_.column(analysis_, column.name);
    const QString shown = shownColumn(column, analysis_, texts_);
    const QString own = QString::fromStdString(column.name);
    return role == Qt::DisplayRole || name == own ? shown
                                                  : QStringLiteral("%1 (%2)").arg(shown, own);
}

void TableModel::sort(int column, Qt::SortOrder order) {
    stop_.request_stop();
    stop_ = std::stop_source();
    const int number = ++number_;
    if (column < 0 || column >= columnCount()) {
        take({}, number);
        return;
    }
    pool_.start([this, table = table_, column, order, number, stop = stop_.get_token()] {
        try {
            auto rows = sortedRows(table->column(static_cast<std::size_t>(column)),
                                   order == Qt::AscendingOrder, stop);
            QMetaObject::invokeMethod(this, [this, rows = std::move(rows), number]() mutable {
                take(std::move(rows), number);
            });
        } catch (const core::Cancelled&) {
            return;  // another order is wanted, or none any more
        }
    });
}

void TableModel::take(std::vector<std::int64_t> order, int number) {
    if (number != number_) {
        return;
    }
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<std::int64_t> rows;
    for (const QModelIndex& index : before) {
        rows.push_back(rowAt(index.row()));
    }
    order_ = std::move(order);
    for (int i = 0; i < before.size(); ++i) {
        const int place = placeOf(rows[static_cast<std::size_t>(i)]);
        changePersistentIndex(before[i], index(place, before[i].column()));
    }
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    Q_EMIT sorted();
}

void TableModel::setSelectedRows(std::vector<std::int64_t> rows) {
    selected_ = std::move(rows);
    if (rowCount() > 0 && columnCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
                           {Qt::BackgroundRole, Qt::ForegroundRole});
    }
}

}  // namespace lommer::app
