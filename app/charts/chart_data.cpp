#include "app/charts/chart_data.h"

#include "app/style/colour_scale.h"
#include "core/base/assert.h"

#include <algorithm>
#include <cmath>

namespace lommer::app {
namespace {

QColor colourFor(const ColourScale& scale, double value) {
    const auto colour = scale.colourOf(value);
    return colour ? QColor::fromRgba(*colour) : QColor(190, 190, 190);
}

QString nameOf(const core::Column* names, std::int64_t row) {
    const QString name =
        names == nullptr ? QString() : QString::fromStdString(names->displayAt(row));
    return name.isEmpty() ? QString::number(row + 1) : name;
}

/// Width of a bar: 1, 2 or 5 times a power of ten, at most `wanted` bars over `span`.
double roundWidth(double span, int wanted) {
    const double least = span / wanted;
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (step * power >= least * (1.0 - 1e-12)) {
            return step * power;
        }
    }
    return 10.0 * power;
}

}  // namespace

std::vector<RankedBar> rankedBars(const core::Table& table, const QString& column,
                                  const QString& nameColumn, const LayerStyle& style) {
    const auto index = table.indexOf(column.toStdString());
    LOMMER_ASSERT(index.has_value());
    const core::Column& values = table.column(*index);
    const auto nameIndex = table.indexOf(nameColumn.toStdString());
    const core::Column* names = nameIndex ? &table.column(*nameIndex) : nullptr;
    const ColourScale scale(style);
    std::vector<RankedBar> bars;
    for (std::int64_t row = 0; row < table.rowCount(); ++row) {
        if (values.isPresent(row)) {
            const double value = values.numberAt(row);
            bars.push_back({row, value, colourFor(scale, value), nameOf(names, row)});
        }
    }
    std::stable_sort(bars.begin(), bars.end(),
                     [](const RankedBar& a, const RankedBar& b) { return a.value > b.value; });
    return bars;
}

double meanOf(const std::vector<RankedBar>& bars) {
    LOMMER_ASSERT(!bars.empty());
    double sum = 0.0;
    for (const RankedBar& bar : bars) {
        sum += bar.value;
    }
    return sum / static_cast<double>(bars.size());
}

std::vector<HistogramBar> histogram(std::span<const double> values, int wanted,
                                    const LayerStyle& style) {
    std::vector<double> present;
    std::copy_if(values.begin(), values.end(), std::back_inserter(present),
                 [](double value) { return std::isfinite(value); });
    if (present.empty()) {
        return {};
    }
    const auto [lowest, highest] = std::minmax_element(present.begin(), present.end());
    const double width = *highest > *lowest ? roundWidth(*highest - *lowest, wanted)
                                            : std::max(1.0, std::abs(*lowest));
    const double first = std::floor(*lowest / width + 1e-9);
    const auto count = std::max<std::int64_t>(
        1, static_cast<std::int64_t>(std::ceil(*highest / width - 1e-9) - first));
    const ColourScale scale(style);
    std::vector<HistogramBar> bars(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < bars.size(); ++i) {
        bars[i].from = (first + static_cast<double>(i)) * width;
        bars[i].to = (first + static_cast<double>(i) + 1.0) * width;
        bars[i].colour = colourFor(scale, (bars[i].from + bars[i].to) / 2.0);
    }
    for (const double value : present) {
        const auto place = static_cast<std::int64_t>(std::floor(value / width + 1e-9) - first);
        ++bars[static_cast<std::size_t>(std::clamp<std::int64_t>(place, 0, count - 1))].count;
    }
    return bars;
}

int barOf(const std::vector<HistogramBar>& bars, double value) {
    if (bars.empty() || !std::isfinite(value)) {
        return -1;
    }
    const double width = bars.front().to - bars.front().from;
    const double place = std::floor((value - bars.front().from) / width + 1e-9);
    if (place < -1.0 || place > static_cast<double>(bars.size())) {
        return -1;
    }
    return std::clamp(static_cast<int>(place), 0, static_cast<int>(bars.size()) - 1);
}

}  // namespace lommer::app
