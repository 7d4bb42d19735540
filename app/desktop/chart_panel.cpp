#include "app/desktop/chart_panel.h"

#include "app/project/name_column.h"
#include "app/text/number_format.h"

#include <QLabel>
#include <QStackedLayout>
#include <algorithm>
#include <cmath>
#include <limits>

namespace lommer::app {
namespace {

constexpr int kBars = 30;
/// Of more areas nobody reads the bars one by one: then how they are spread.
constexpr std::int64_t kMostRankedBars = 2000;

/// By row; NaN where the value is missing.
std::vector<double> valuesByRow(const core::Table& table, const QString& column) {
    std::vector<double> values;
    const auto index = table.indexOf(column.toStdString());
    if (!index || table.column(*index).info().type == core::ColumnType::text) {
        return values;
    }
    for (std::int64_t row = 0; row < table.rowCount(); ++row) {
        values.push_back(table.column(*index).isPresent(row)
                             ? table.column(*index).numberAt(row)
                             : std::numeric_limits<double>::quiet_NaN());
    }
    return values;
}

/// With three figures that count, more where it is large.
QString roughly(double value, Language language) {
    const double size = value == 0.0 ? 0.0 : std::floor(std::log10(std::abs(value)));
    return formatNumber(value, language, std::max(0, 2 - static_cast<int>(size)));
}

}  // namespace

ChartPanel::ChartPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      stack_(new QStackedLayout(this)),
      empty_(new QLabel(this)),
      view_(new ChartView(this)) {
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    empty_->setForegroundRole(QPalette::PlaceholderText);
    empty_->setMargin(12);
    view_->setLocale(workspace.language().locale());
    stack_->addWidget(empty_);
    stack_->addWidget(view_);
    setMinimumHeight(140);
    connect(&workspace, &Workspace::activeLayerChanged, this, &ChartPanel::renew);
    connect(&workspace.project(), &Project::layerChanged, this, [this](int position) {
        if (position == workspace_.project().positionOf(workspace_.activeLayer())) {
            renew();
        }
    });
    connect(&workspace.selection(), &Selection::changed, this, [this] {
        view_->setSelectedRows(workspace_.selection().rowsOf(workspace_.activeLayer()));
    });
    connect(view_, &ChartView::rowsClicked, this,
            [this](const std::vector<std::int64_t>& rows, bool isToggling) {
                workspace_.select(workspace_.activeLayer(), rows, isToggling);
            });
    renew();
}

bool ChartPanel::hasChart() const {
    return stack_->currentWidget() == view_;
}

void ChartPanel::renew() {
    const Layer* layer = workspace_.active();
    view_->clear();
    if (layer != nullptr && showChart(*layer)) {
        view_->setSelectedRows(workspace_.selection().rowsOf(layer->id));
        stack_->setCurrentWidget(view_);
        return;
    }
    empty_->setText(layer == nullptr ? tr("Choose a layer to see its chart.")
                                     : tr("There is no chart for this layer."));
    stack_->setCurrentWidget(empty_);
}

bool ChartPanel::showChart(const Layer& layer) {
    if (layer.origin) {
        const core::Analysis* analysis =
            workspace_.environment().catalogue().find(layer.origin->analysis.toStdString());
        const core::OutputDeclaration* output =
            analysis == nullptr
                ? nullptr
                : analysis->declaration().findOutput(layer.origin->output.toStdString());
        const auto charts =
            output == nullptr ? std::vector<core::ChartDeclaration>() : output->charts;
        // Of several the first that has values.
        if (std::any_of(charts.begin(), charts.end(), [&](const core::ChartDeclaration& chart) {
                return showDeclared(layer, chart);
            })) {
            return true;
        }
    }
    if (layer.data.sample != nullptr && !layer.data.sample->empty()) {
        showSpread(layer, *layer.data.sample, false, titleOf(layer, {}));
        return true;
    }
    return false;
}

bool ChartPanel::showDeclared(const Layer& layer, const core::ChartDeclaration& chart) {
    if (layer.data.table == nullptr) {
        return false;  // the spread of cell values, as for any raster
    }
    const QString column = QString::fromStdString(chart.column);
    const std::vector<double> values = valuesByRow(*layer.data.table, column);
    if (values.empty()) {
        return false;
    }
    const bool isAroundMean = chart.kind == core::ChartKind::rankedAroundMean;
    if ((isAroundMean || chart.kind == core::ChartKind::rankedBars) &&
        layer.data.table->rowCount() <= kMostRankedBars) {
        showBars(layer, column, isAroundMean ? ChartView::BarBase::mean : ChartView::BarBase::zero);
    } else {
        showSpread(layer, values, true, titleOf(layer, column));
    }
    return true;
}

void ChartPanel::showBars(const Layer& layer, const QString& column, ChartView::BarBase base) {
    const core::Table& table = *layer.data.table;
    auto bars = rankedBars(table, column, nameColumnOf(table), layer.style);
    QString title = titleOf(layer, column);
    if (!bars.empty()) {
        const Language language = workspace_.language().language();
        title = tr("%1 (dashed: mean %2)").arg(title, roughly(meanOf(bars), language));
        view_->setAccessibleText(
            tr("%1: %2 bars, from %3 (%4) to %5 (%6).")
                .arg(title, formatCount(static_cast<std::int64_t>(bars.size()), language),
                     bars.front().name, formatNumber(bars.front().value, language),
                     bars.back().name, formatNumber(bars.back().value, language)));
    }
    view_->showRankedBars(std::move(bars), title, base);
}

void ChartPanel::showSpread(const Layer& layer, std::span<const double> values, bool isByRow,
                            const QString& title) {
    view_->setAccessibleText(title);
    view_->showHistogram(
        histogram(values, kBars, layer.style),
        isByRow ? std::vector<double>(values.begin(), values.end()) : std::vector<double>(), title,
        isByRow ? tr("Number of areas") : tr("Number of cells (sample)"));
}

QString ChartPanel::titleOf(const Layer& layer, const QString& column) const {
    const Texts& texts = workspace_.language().texts();
    const std::string analysis = layer.origin ? layer.origin->analysis.toStdString() : "";
    const QString name = column.isEmpty()
                             ? (layer.legendTitle.isEmpty() ? layer.name : layer.legendTitle)
                             : texts.column(analysis, column.toStdString());
    const QString unit = texts.unitSymbol(layer.style.unit);
    return unit.isEmpty() || name.endsWith(unit) ? name : QStringLiteral("%1, %2").arg(name, unit);
}

}  // namespace lommer::app
