#pragma once

#include "core/engine/memory_budget.h"
#include "core/engine/progress.h"
#include "core/raster/raster_source.h"

#include <cstdint>
#include <functional>

namespace lommer::core {

/// Squares that cover a rectangle of cells, row by row from the north-west.
class TileLayout {
public:
    /// `side` is a multiple of 256 (asserted). Tiles start at the corner of `window`.
    TileLayout(const CellWindow& window, std::int64_t side);
    /// So many tiles per core even out that some take longer than others.
    static constexpr std::int64_t kPerThread = 4;
    /// For tiles that cost more the smaller they are, for what they see beyond their cells.
    static constexpr std::int64_t kFewPerThread = 2;
    /// As above, with smaller squares (down to 256) where there would be fewer per core.
    static TileLayout forAllCores(const CellWindow& window, std::int64_t side,
                                  std::int64_t perThread = kPerThread);

    std::int64_t count() const noexcept { return columns_ * rows_; }
    std::int64_t side() const noexcept { return side_; }
    CellWindow tile(std::int64_t index) const;

private:
    CellWindow window_;
    std::int64_t side_;
    std::int64_t columns_;
    std::int64_t rows_;
};

/// Tiles that fit in the memory that is left, and that memory.
struct TilePlan {
    TileLayout layout;
    MemoryBudget::Reservation reserved;
};

/// Squares of at most `side` for all cores; smaller (down to 256) where what all threads hold at
/// once would not fit. `bytesOfTile(side)`: what one thread holds for a tile.
/// Throws Error memory-too-small.
TilePlan planTiles(const CellWindow& window, std::int64_t side, MemoryBudget& memory,
                   const std::function<std::int64_t(std::int64_t side)>& bytesOfTile,
                   std::int64_t perThread = TileLayout::kPerThread);

/// Calls `work` for each tile on all cores. Tiles are begun in their order, so that sinks get them
/// roughly from north to south. Counts tiles in `progress`. Throws what `work` throws and
/// Cancelled.
void forEachTile(const TileLayout& layout, const Progress& progress,
                 const std::function<void(const CellWindow&)>& work);

/// How many cells beside a tile a step has to see, per side.
struct Margins {
    std::int64_t west = 0;
    std::int64_t north = 0;
    std::int64_t east = 0;
    std::int64_t south = 0;

    /// So large that the cell at (row, column) beside each cell is seen too.
    void include(CellIndex offset) noexcept;
    /// So large that all that `other` sees is seen too.
    void includeAll(const Margins& other) noexcept;
    CellWindow around(const CellWindow& window) const noexcept;
};

/// The share (0 to 1) of the cells of `wanted` that do not see all of their margins, because those
/// stick out of the raster.
double shareAtEdge(const CellWindow& raster, const CellWindow& wanted,
                   const Margins& margins) noexcept;

/// What a window step reads: the cells of `wanted` and those beside them.
struct WindowPass {
    const RasterSource& source;
    CellWindow wanted;
    Margins margins;
    std::int64_t tileSize;
    MemoryBudget& memory;
    Progress progress;
};

/// One tile of a window step.
struct WindowTile {
    /// In cells of the source.
    CellWindow cells;
    /// The values of `cells` and of the margins around; NaN outside the raster. The step may change
    /// them.
    RasterView<float> values;
    /// The first of `cells` in `values`.
    CellIndex origin;
};

/// Reads tile by tile with the margins around and calls `work` for each, on all cores. Tiles are
/// made smaller where their buffers would not fit in the memory that is left.
/// `bytesPerCell`: what `work` holds itself for each cell of a tile, without the margins.
/// Throws Error memory-too-small, Cancelled, and what source and `work` throw.
void runWindowPass(const WindowPass& pass, std::int64_t bytesPerCell,
                   const std::function<void(const WindowTile&)>& work);

}  // namespace lommer::core
