#pragma once

#include "core/engine/parallel.h"
#include "core/engine/progress.h"
#include "core/raster/raster_source.h"

#include <cstdint>
#include <vector>

namespace lommer::core {

/// Reads the cells of `window` and makes one `Part` of all: `visit(cells, values)` makes that of
/// one block of 256 x 256 cells of the grid (or what of it lies in the window) on any core,
/// `merge(part)` takes them on one thread in the order of the blocks, row by row. So the outcome
/// does not depend on threads. Counts reads in `progress`. Throws Cancelled and what the source and
/// `visit` throw.
template <class Part, class Visit, class Merge>
void reduceBlocks(const RasterSource& source, const CellWindow& window, const Progress& progress,
                  const Visit& visit, const Merge& merge) {
    constexpr std::int64_t kBlock = 256;
    constexpr std::int64_t kRead = 512;  // the tiles of files: each is decoded once
    const CellWindow inside = intersection(window, source.grid().window());
    if (inside.isEmpty()) {
        return;
    }
    const std::int64_t firstRow = inside.row / kRead;
    const std::int64_t firstColumn = inside.column / kRead;
    const std::int64_t rows = (inside.endRow() - 1) / kRead - firstRow + 1;
    const std::int64_t columns = (inside.endColumn() - 1) / kRead - firstColumn + 1;
    // Blocks that lie outside the window keep an empty part, which `merge` never sees.
    std::vector<Part> parts(static_cast<std::size_t>(4 * rows * columns));
    const auto blockOf = [&](std::int64_t row, std::int64_t column) {
        const CellWindow block{(2 * firstColumn + column) * kBlock, (2 * firstRow + row) * kBlock,
                               kBlock, kBlock};
        return intersection(block, inside);
    };
    parallelFor(rows * columns, progress.stopToken(), [&](std::int64_t index) {
        const std::int64_t row = index / columns;
        const std::int64_t column = index % columns;
        const CellWindow read = intersection(
            {(firstColumn + column) * kRead, (firstRow + row) * kRead, kRead, kRead}, inside);
        auto buffer = RasterBuffer<float>::unfilled(read.columns, read.rows);
        source.read(read, buffer.view());
        const RasterView<const float> values = buffer.view();
        for (std::int64_t quarter = 0; quarter < 4; ++quarter) {
            const std::int64_t blockRow = 2 * row + quarter / 2;
            const std::int64_t blockColumn = 2 * column + quarter % 2;
            const CellWindow block = blockOf(blockRow, blockColumn);
            if (!block.isEmpty()) {
                progress.checkpoint();
                parts[static_cast<std::size_t>(blockRow * 2 * columns + blockColumn)] =
                    visit(block, values.part(block.countedFrom(read)));
            }
        }
        progress.advance(rows * columns);
    });
    for (std::int64_t row = 0; row < 2 * rows; ++row) {
        for (std::int64_t column = 0; column < 2 * columns; ++column) {
            if (!blockOf(row, column).isEmpty()) {
                merge(parts[static_cast<std::size_t>(row * 2 * columns + column)]);
            }
        }
    }
}

}  // namespace lommer::core
