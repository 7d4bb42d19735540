#pragma once

#include "core/engine/memory_budget.h"
#include "core/engine/ports.h"
#include "core/engine/progress.h"
#include "core/raster/raster_sink.h"
#include "core/raster/raster_source.h"
#include "core/terrain/horizon_march.h"

namespace lommer::core {

/// Sky view factor without a limit to how far one looks. The cells are shared out over lines that
/// run in the direction of looking; a sweep along each line, from its far end, carries the upper
/// convex hull of what it has passed, and the horizon of a cell is the tangent to that hull: the
/// work per cell and direction does not grow with the distance (Timonen & Westerholm 2010, Computer
/// Graphics Forum 29(2); hull of line samples). A line takes in each column (or row) the nearest
/// cell. Holes and what lies outside the raster hide no sky.
///
/// Heights and sums lie in scratch rasters; a band of 512 columns or rows is worked on at a time,
/// and the hulls are carried from band to band, so the outcome does not depend on memory or
/// threads.
class HorizonSweep {
public:
    /// All outlive the object. `settings.maxDistance` is not used.
    HorizonSweep(const SkyViewSettings& settings, const RasterSource& surface, MemoryBudget& memory,
                 Scratch& scratch);

    /// Writes the cells of `wanted` to `sink`, whose first cell is the first of `wanted`; NaN in
    /// holes. Returns how many of them are no holes.
    /// Throws Cancelled, Error memory-too-small, disk-full, and what the source throws.
    std::int64_t run(const CellWindow& wanted, RasterSink& sink, const Progress& progress) const;

private:
    SkyViewSettings settings_;
    const RasterSource& surface_;
    MemoryBudget& memory_;
    Scratch& scratch_;
};

}  // namespace lommer::core
