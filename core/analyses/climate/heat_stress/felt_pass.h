#pragma once

#include "core/analyses/climate/heat_stress/ground_pass.h"

namespace lommer::core {

/// The rasters that a heat map gives.
struct HeatSinks {
    RasterSink* pet = nullptr;
    RasterSink* skyView = nullptr;
    RasterSink* shadeShare = nullptr;
    RasterSink* airTemperature = nullptr;
    RasterSink* wind = nullptr;
};

/// How many cells of the wanted ones are what.
struct HeatCounts {
    std::int64_t unknown = 0;
    /// Have a value; of those, paved or taken for it.
    std::int64_t valued = 0;
    std::int64_t paved = 0;
};

/// Which cells are worked out and which of them are written.
struct HeatCells {
    /// Inside those of the ground; holds `wanted`.
    CellWindow all;
    /// The first of these is the first cell of the sinks.
    CellWindow wanted;
};

/// Works out the felt temperature, writes the sinks, and leaves in `ground` the outcome of each
/// cell (HeatOutcome, 0 where it has no value) instead of what it is. Counts the wanted cells.
/// Throws Cancelled, Error memory-too-small and what sinks throw.
HeatCounts computeFeltTemperature(const RunContext& context, const HeatSettings& settings,
                                  const Surroundings& surroundings, const HeatCells& cells,
                                  const HeatSinks& sinks, HeatGround& ground,
                                  const Progress& progress);

}  // namespace lommer::core
