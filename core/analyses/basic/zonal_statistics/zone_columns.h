#pragma once

#include "core/engine/parameter.h"
#include "core/statistics/piece_statistics.h"
#include "core/vector/column_names.h"
#include "core/vector/table.h"

#include <string>
#include <vector>

namespace lommer::core {

/// What was found in one zone.
struct ZoneOutcome {
    ZoneStatistics statistics;
    /// As many as there are quantile columns; empty where the zone has no values.
    std::vector<double> quantiles;
};

/// The columns for quantiles and the shares (0 to 1) that they hold, without doubles.
struct QuantileColumns {
    std::vector<std::string> names;
    std::vector<double> shares;
};

QuantileColumns quantileColumns(const Parameters& parameters);

/// A column for each statistic, with a value for each row of `zones`. A zone without a polygon has
/// `notApplicable`, one without values a count of 0 and `missing` for the rest. The columns get the
/// highest privacy class of the zones' own, and names that `names` has not given out yet.
std::vector<Column> statisticsColumns(const Table& zones, const std::vector<ZoneOutcome>& outcomes,
                                      const QuantileColumns& quantiles, ColumnNames& names);

}  // namespace lommer::core
