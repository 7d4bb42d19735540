#pragma once

#include "core/engine/memory_budget.h"
#include "core/engine/progress.h"
#include "core/raster/connected_areas.h"
#include "core/raster/raster_source.h"

#include <functional>
#include <span>

namespace lommer::core {

/// Gives the cells of one row their classes: 0 or more, or negative for cells of no area. Holes
/// arrive as NaN. Called from several threads.
using CellClasses =
    std::function<void(std::span<const float> values, std::span<std::int32_t> classes)>;

/// What a graph step reads and what hangs together in it.
struct GraphPass {
    const RasterSource& source;
    /// Cells beside it belong to no area.
    CellWindow wanted;
    Connectivity connectivity;
    CellClasses classesOf;
    std::int64_t tileSize;
    MemoryBudget& memory;
    Progress progress;
};

/// One tile of a graph step.
struct GraphTile {
    /// In cells of the source.
    CellWindow cells;
    RasterView<const float> values;
    /// For each cell the index in `areas`, or -1.
    RasterView<const std::int32_t> labels;
    /// The areas that have cells in this tile, whole: with their cells in other tiles.
    std::span<const ConnectedArea> areas;
};

/// Graph access: finds the areas of each tile, joins those that touch across the borders of tiles,
/// and calls `work` for each tile with the areas as they are in the whole raster, on all cores.
/// Reads the source twice and holds only the borders of tiles in between. The areas do not depend
/// on the tiles. Throws Error memory-too-small, Cancelled, and what source and `work` throw.
void runGraphPass(const GraphPass& pass, const std::function<void(const GraphTile&)>& work);

}  // namespace lommer::core
