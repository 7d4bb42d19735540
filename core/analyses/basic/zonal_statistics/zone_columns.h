#pragma once

#include "core/engine/parameter.h"
#include "core/statistics/piece_statistics.h"
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

/// `zones` with a column for each statistic. A zone without a polygon has `notApplicable`, one
/// without values a count of 0 and `missing` for the rest. The columns get the highest privacy
/// class of the zones' own. Where the zones have a column of that name already (whatever the case
/// of its letters), theirs stays and the new one gets a number: `mean_2`; `renamed` tells which.
struct ZoneTable {
    Table table;
    std::vector<std::pair<std::string, std::string>> renamed;
};

ZoneTable withStatistics(const Table& zones, const std::vector<ZoneOutcome>& outcomes,
                         const QuantileColumns& quantiles);

}  // namespace lommer::core
