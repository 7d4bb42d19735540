#include "core/raster/raster_source.h"

#include "tests/support/memory_raster.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace lommer::core {
namespace {

/// Row and column can be read off the value.
test::MemoryRaster numbered(std::int64_t columns, std::int64_t rows) {
    return {test::gridOf(columns, rows),
            [](CellIndex cell) { return static_cast<float>(cell.row * 10000 + cell.column); }};
}

TEST(ReadReduced, TakesTheMiddleCellOfEverySquare) {
    const test::MemoryRaster raster = numbered(9, 6);
    RasterBuffer<float> values(3, 2);
    raster.readReduced(raster.grid().window(), 3, values.view());
    EXPECT_EQ(values.view()(0, 0), 10001.0f);
    EXPECT_EQ(values.view()(0, 2), 10007.0f);
    EXPECT_EQ(values.view()(1, 1), 40004.0f);
}

TEST(ReadReduced, EqualsPickingCellsFromAFullReadForEveryFactor) {
    const test::MemoryRaster raster = numbered(1300, 40);
    const CellWindow window{3, 2, 1290, 37};
    RasterBuffer<float> full(window.columns, window.rows);
    raster.read(window, full.view());
    for (const std::int64_t factor : {1, 2, 7, 64, 600, 5000}) {
        RasterBuffer<float> values(reducedCount(window.columns, factor),
                                   reducedCount(window.rows, factor));
        raster.readReduced(window, factor, values.view());
        for (std::int64_t row = 0; row < values.rows(); ++row) {
            for (std::int64_t column = 0; column < values.columns(); ++column) {
                const std::int64_t fullRow = std::min(row * factor + factor / 2, window.rows - 1);
                const std::int64_t fullColumn =
                    std::min(column * factor + factor / 2, window.columns - 1);
                ASSERT_EQ(values.view()(row, column), full.view()(fullRow, fullColumn))
                    << "factor " << factor << " row " << row << " column " << column;
            }
        }
    }
}

TEST(ReadReduced, IsNaNOutsideTheGrid) {
    const test::MemoryRaster raster = numbered(4, 4);
    RasterBuffer<float> values(2, 1);
    raster.readReduced({2, 0, 4, 2}, 2, values.view());
    EXPECT_EQ(values.view()(0, 0), 10003.0f);
    EXPECT_TRUE(std::isnan(values.view()(0, 1)));
}

}  // namespace
}  // namespace lommer::core
