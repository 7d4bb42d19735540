#pragma once

#include "core/statistics/area_quantiles.h"
#include "core/statistics/zone_pass.h"

#include <cstdint>
#include <span>
#include <vector>

namespace lommer::core {

/// A zone of which quantiles are wanted: it holds at least one cell with a value.
struct QuantileZone {
    std::int64_t zone = 0;
    /// Bytes that its values take in memory, at most.
    std::int64_t bytes = 0;
};

/// Exact quantiles by area of each zone, in the order of `zones`, one per share (see
/// RankSelection). Zones are taken together as far as their values fit into half of the memory that
/// is left, so that mostly one more pass over the raster does; a zone that does not fit by itself
/// takes two passes of its own. The outcome does not depend on the memory.
/// Throws Cancelled, Error memory-too-small and what the source throws.
std::vector<std::vector<double>> zoneQuantiles(const PolygonCoverage& coverage,
                                               const RasterSource& values,
                                               std::span<const QuantileZone> zones,
                                               std::span<const double> shares, MemoryBudget& memory,
                                               const Progress& progress);

}  // namespace lommer::core
