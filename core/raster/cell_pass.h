#pragma once

#include "core/engine/memory_budget.h"
#include "core/engine/progress.h"
#include "core/raster/raster_sink.h"
#include "core/raster/raster_source.h"

#include <functional>
#include <span>
#include <vector>

namespace lommer::core {

/// The cells of one row: `inputs[i]` points at the values of input i, as many as `result` has.
using CellRowWork =
    std::function<void(std::span<const float* const> inputs, std::span<float> result)>;

/// What a pass over cells reads and how it is cut.
struct CellPass {
    /// All on the same grid (asserted); they outlive the pass. May be empty.
    std::vector<const RasterSource*> inputs;
    /// The cells of that grid that are visited.
    CellWindow wanted;
    /// Side of the square that one task takes at most; a multiple of 256.
    std::int64_t tileSize = 1024;
};

/// Cell access: computes every wanted cell from the cells at the same place and writes it to
/// `sink`, whose first cell is the first wanted one. `makeWork` is called once for each tile, so
/// that a tile has buffers of its own; the work is called for its rows, on one thread.
/// Throws Cancelled, Error memory-too-small and what source and sink throw.
void runCellPass(const CellPass& pass, RasterSink& sink, MemoryBudget& memory,
                 const Progress& progress, const std::function<CellRowWork()>& makeWork);

}  // namespace lommer::core
