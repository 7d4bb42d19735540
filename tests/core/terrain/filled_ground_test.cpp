#include "core/terrain/filled_ground.h"

#include "core/engine/memory_budget.h"
#include "tests/support/memory_raster.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace lommer::core {
namespace {

constexpr float kHole = std::numeric_limits<float>::quiet_NaN();

RasterBuffer<float> filled(const test::MemoryRaster& ground, const CellWindow& wanted,
                           const CellWindow& window) {
    MemoryBudget memory(1 << 30);
    const FilledGround source(ground, wanted, memory, Progress());
    RasterBuffer<float> values(window.columns, window.rows);
    source.read(window, values.view());
    return values;
}

TEST(FilledGround, KeepsWhatWasMeasuredAndFillsAHoleFromAround) {
    const Grid grid = test::gridOf(400, 300);
    const auto plane = [](CellIndex cell) {
        return 2.0 + 0.01 * static_cast<double>(cell.column) +
               0.005 * static_cast<double>(cell.row);
    };
    const auto isHole = [](CellIndex cell) {
        return cell.row >= 100 && cell.row < 140 && cell.column >= 200 && cell.column < 260;
    };
    const test::MemoryRaster ground(grid, [&](CellIndex cell) {
        return isHole(cell) ? kHole : static_cast<float>(plane(cell));
    });
    const auto values = filled(ground, grid.window(), grid.window());
    for (std::int64_t row = 0; row < 300; ++row) {
        for (std::int64_t column = 0; column < 400; ++column) {
            const CellIndex cell{row, column};
            const float value = values.view()(row, column);
            if (isHole(cell)) {
                ASSERT_NEAR(static_cast<double>(value), plane(cell), 0.4);
            } else {
                ASSERT_EQ(value, ground.at(row, column));
            }
        }
    }
}

TEST(FilledGround, OfAPartIsThatOfTheWhole) {
    const Grid grid = test::gridOf(5000, 40);
    const test::MemoryRaster ground(grid, [](CellIndex cell) {
        return cell.column % 97 < 60 ? kHole
                                     : static_cast<float>(std::sin(
                                           0.01 * static_cast<double>(cell.column + cell.row)));
    });
    const CellWindow part{2300, 5, 60, 30};
    const auto whole = filled(ground, grid.window(), part);
    const auto own = filled(ground, part, part);
    EXPECT_TRUE(std::equal(whole.values().begin(), whole.values().end(), own.values().begin()));
}

TEST(FilledGround, HasNothingToFillWithFarFromAnyGround) {
    const test::MemoryRaster ground(test::gridOf(64, 64), [](CellIndex) { return kHole; });
    EXPECT_TRUE(std::isnan(filled(ground, {0, 0, 64, 64}, {3, 3, 1, 1}).view()(0, 0)));
}

}  // namespace
}  // namespace lommer::core
