#pragma once

#include "app/style/layer_style.h"
#include "core/vector/table.h"

#include <QColor>
#include <cstdint>
#include <span>
#include <vector>

namespace lommer::app {

/// One bar of a ranked bar chart: a row of the table.
struct RankedBar {
    std::int64_t row = 0;
    double value = 0.0;
    QColor colour = {};
    QString name = {};
};

/// Rows that have a value, the highest first; equal values in row order. Colours as on the map,
/// names from `nameColumn` (may be empty: the row's number, counted from 1).
std::vector<RankedBar> rankedBars(const core::Table& table, const QString& column,
                                  const QString& nameColumn, const LayerStyle& style);

/// Every bar counts alike. There is at least one (asserted).
double meanOf(const std::vector<RankedBar>& bars);

/// One bar of a histogram: values in [from, to), in the last one `to` included.
struct HistogramBar {
    double from = 0.0;
    double to = 0.0;
    std::int64_t count = 0;
    QColor colour = {};
};

/// At most about `wanted` bars of a round width. NaN is left out; empty without values.
std::vector<HistogramBar> histogram(std::span<const double> values, int wanted,
                                    const LayerStyle& style);

/// The bar that holds `value`, -1 without.
int barOf(const std::vector<HistogramBar>& bars, double value);

}  // namespace lommer::app
