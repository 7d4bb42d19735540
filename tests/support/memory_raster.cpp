#include "tests/support/memory_raster.h"

#include "core/base/assert.h"

#include <limits>

namespace lommer::test {

MemoryRaster::MemoryRaster(const core::Grid& grid)
    : grid_(grid),
      values_(static_cast<std::size_t>(grid.cellCount()), std::numeric_limits<float>::quiet_NaN()),
      writeCounts_(static_cast<std::size_t>(grid.cellCount()), 0) {}

MemoryRaster::MemoryRaster(const core::Grid& grid,
                           const std::function<float(core::CellIndex)>& valueOf)
    : MemoryRaster(grid) {
    for (std::int64_t row = 0; row < grid.rows(); ++row) {
        for (std::int64_t column = 0; column < grid.columns(); ++column) {
            set(row, column, valueOf({row, column}));
        }
    }
}

void MemoryRaster::read(const core::CellWindow& window, core::RasterView<float> values) const {
    for (std::int64_t row = 0; row < window.rows; ++row) {
        for (std::int64_t column = 0; column < window.columns; ++column) {
            const core::CellIndex cell{window.row + row, window.column + column};
            const bool isInside = cell.row >= 0 && cell.row < grid_.rows() && cell.column >= 0 &&
                                  cell.column < grid_.columns();
            values(row, column) =
                isInside ? at(cell.row, cell.column) : std::numeric_limits<float>::quiet_NaN();
        }
    }
}

void MemoryRaster::write(const core::CellWindow& window, core::RasterView<const float> values) {
    LOMMER_ASSERT(grid_.window().contains(window));
    for (std::int64_t row = 0; row < window.rows; ++row) {
        for (std::int64_t column = 0; column < window.columns; ++column) {
            set(window.row + row, window.column + column, values(row, column));
            ++writeCounts_[static_cast<std::size_t>((window.row + row) * grid_.columns() +
                                                    window.column + column)];
        }
    }
}

float MemoryRaster::at(std::int64_t row, std::int64_t column) const {
    return values_[static_cast<std::size_t>(row * grid_.columns() + column)];
}

void MemoryRaster::set(std::int64_t row, std::int64_t column, float value) {
    values_[static_cast<std::size_t>(row * grid_.columns() + column)] = value;
}

core::Grid gridOf(std::int64_t columns, std::int64_t rows, double cellSize) {
    return {200000.0, 450000.0 + static_cast<double>(rows) * cellSize, cellSize, columns, rows};
}

}  // namespace lommer::test
