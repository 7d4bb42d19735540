#pragma once

#include "core/raster/raster_sink.h"
#include "core/raster/raster_source.h"

#include <functional>
#include <memory>
#include <vector>

namespace lommer::test {

/// A raster held in memory, to read from and to write to in tests.
class MemoryRaster : public core::RasterSource, public core::RasterSink {
public:
    explicit MemoryRaster(const core::Grid& grid);
    /// Filled from a function of row and column.
    MemoryRaster(const core::Grid& grid, const std::function<float(core::CellIndex)>& valueOf);

    const core::Grid& grid() const noexcept override { return grid_; }
    void read(const core::CellWindow& window, core::RasterView<float> values) const override;
    void write(const core::CellWindow& window, core::RasterView<const float> values) override;

    float at(std::int64_t row, std::int64_t column) const;
    void set(std::int64_t row, std::int64_t column, float value);
    const std::vector<float>& values() const noexcept { return values_; }
    /// How often each cell was written.
    const std::vector<int>& writeCounts() const noexcept { return writeCounts_; }

private:
    core::Grid grid_;
    std::vector<float> values_;
    std::vector<int> writeCounts_;
};

/// A grid of `columns` x `rows` cells with its south-west corner at RD (200000, 450000).
core::Grid gridOf(std::int64_t columns, std::int64_t rows, double cellSize = 1.0);

}  // namespace lommer::test
