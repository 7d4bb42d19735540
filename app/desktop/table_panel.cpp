#include "app/desktop/table_panel.h"

#include "app/desktop/table_copy.h"
#include "app/text/number_format.h"
#include "core/base/error.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace lommer::app {
namespace {

constexpr int kColumnWidth = 130;

void prepare(QTableView& view) {
    // One selection for the whole program, shown by the model: the view keeps none of its own.
    view.setSelectionMode(QAbstractItemView::NoSelection);
    view.setEditTriggers(QAbstractItemView::NoEditTriggers);
    view.setTabKeyNavigation(false);
    view.setWordWrap(false);
    view.setCornerButtonEnabled(false);
    view.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.horizontalHeader()->setDefaultSectionSize(kColumnWidth);
    view.horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    view.horizontalHeader()->setSortIndicatorClearable(true);
    view.setSortingEnabled(true);  // the head of a column sorts and selects nothing
    view.horizontalHeader()->setHighlightSections(false);
    view.horizontalHeader()->setTextElideMode(Qt::ElideRight);
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.verticalHeader()->setDefaultSectionSize(view.fontMetrics().height() + 6);
    view.verticalHeader()->setHighlightSections(false);
}

}  // namespace

TablePanel::TablePanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      stack_(new QStackedLayout(this)),
      empty_(new QLabel(this)),
      view_(new QTableView(this)),
      count_(new QLabel(this)) {
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    empty_->setForegroundRole(QPalette::PlaceholderText);
    empty_->setMargin(12);
    prepare(*view_);
    view_->setAccessibleName(tr("Table"));
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    count_->setContentsMargins(6, 0, 0, 2);
    layout->addWidget(view_, 1);
    layout->addWidget(count_);
    stack_->addWidget(empty_);
    stack_->addWidget(page);
    connect(&workspace, &Workspace::activeLayerChanged, this, &TablePanel::renew);
    connect(&workspace.selection(), &Selection::changed, this, &TablePanel::showSelection);
    view_->installEventFilter(this);  // Qt would copy a cell past the privacy check
    connect(view_, &QTableView::clicked, this,
            [this](const QModelIndex& index) { selectAt(index.row()); });
    renew();
}

void TablePanel::renew() {
    const Layer* layer = workspace_.active();
    const auto table = layer == nullptr ? nullptr : layer->data.table;
    if (table == nullptr) {
        empty_->setText(layer == nullptr ? tr("Choose a layer to see its table.")
                                         : tr("This layer consists of cells and has no table."));
        stack_->setCurrentIndex(0);
    } else {
        stack_->setCurrentIndex(1);
    }
    if (model_ != nullptr && model_->table() == table) {
        return;
    }
    TableModel* before = model_;
    model_ = table == nullptr
                 ? nullptr
                 : new TableModel(table, layer->origin ? layer->origin->analysis.toStdString() : "",
                                  workspace_.language().texts(), this);
    {
        const QSignalBlocker blocker(view_->horizontalHeader());
        view_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    }
    const QItemSelectionModel* selectionBefore = view_->selectionModel();
    view_->setModel(model_);
    delete selectionBefore;
    delete before;
    anchor_ = 0;
    if (model_ != nullptr) {
        connect(view_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
                &TablePanel::followKeyboard);
        connect(model_, &TableModel::sorted, this, &TablePanel::showSelection);
        showSelection();
    }
}

void TablePanel::followKeyboard(const QModelIndex& current) {
    // With Ctrl it only goes somewhere, to select there by Space.
    const bool isSelecting = !QGuiApplication::keyboardModifiers().testFlag(Qt::ControlModifier);
    if (current.isValid() && isSelecting && view_->hasFocus()) {
        selectAt(current.row());
    }
}

bool TablePanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched != view_ || event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->matches(QKeySequence::Copy)) {
        copyRows();
        return true;
    }
    if (key->key() == Qt::Key_Space && view_->currentIndex().isValid()) {
        selectAt(view_->currentIndex().row());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void TablePanel::copyRows() {
    const Layer* layer = workspace_.active();
    if (model_ == nullptr || layer == nullptr) {
        return;
    }
    auto rows = workspace_.selection().rowsOf(workspace_.activeLayer());
    if (rows.empty() && view_->currentIndex().isValid()) {
        rows = {model_->rowAt(view_->currentIndex().row())};
    }
    if (rows.empty()) {
        return;
    }
    try {
        const core::Table figures(model_->table()->rowCount(), model_->table()->columns(), nullptr);
        QGuiApplication::clipboard()->setText(
            asSpreadsheetText(core::PrivacyCheck(core::ReleaseProfile::openbaar)
                                  .release(figures.select(rows), layer->name.toStdString()),
                              workspace_.language().language()));
    } catch (const core::Error& error) {
        workspace_.reportFailure(error, {});
    }
}

void TablePanel::selectAt(int place) {
    const Qt::KeyboardModifiers modifiers = QGuiApplication::keyboardModifiers();
    const bool isRange = modifiers.testFlag(Qt::ShiftModifier);
    std::vector<std::int64_t> rows;
    const int first = isRange ? std::min(anchor_, place) : place;
    const int last = isRange ? std::max(anchor_, place) : place;
    for (int one = first; one <= last; ++one) {
        rows.push_back(model_->rowAt(one));
    }
    std::sort(rows.begin(), rows.end());
    anchor_ = isRange ? anchor_ : place;
    isSelecting_ = true;
    workspace_.select(workspace_.activeLayer(), std::move(rows),
                      modifiers.testFlag(Qt::ControlModifier));
    isSelecting_ = false;
}

void TablePanel::showSelection() {
    if (model_ == nullptr) {
        return;
    }
    const auto rows = workspace_.selection().rowsOf(workspace_.activeLayer());
    model_->setSelectedRows(rows);
    const int place = rows.empty() || isSelecting_ ? -1 : model_->placeOf(rows.front());
    if (place >= 0) {
        view_->scrollTo(model_->index(place, std::max(0, view_->columnAt(0))));
    }
    showCount();
}

void TablePanel::showCount() {
    const Language language = workspace_.language().language();
    const auto selected =
        static_cast<std::int64_t>(workspace_.selection().rowsOf(workspace_.activeLayer()).size());
    const QString rows = formatCount(model_->table()->rowCount(), language);
    count_->setText(selected == 0
                        ? tr("Rows: %1").arg(rows)
                        : tr("Rows: %1, selected: %2").arg(rows, formatCount(selected, language)));
}

}  // namespace lommer::app
