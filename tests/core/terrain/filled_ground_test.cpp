#include "core/terrain/filled_ground.h"

#include "core/engine/memory_budget.h"
#include "tests/support/memory_raster.h"
#include "tests/support/run_analysis.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cmath>
#include <limits>

namespace lommer::core {
namespace {

constexpr float kHole = std::numeric_limits<float>::quiet_NaN();

RasterBuffer<float> filled(const test::MemoryRaster& ground, const CellWindow& wanted,
                           const CellWindow& window, std::int64_t memoryBytes = 1 << 30) {
    MemoryBudget memory(memoryBytes);
    const auto scratch = test::memoryScratch();
    const FilledGround source(ground, wanted, memory, *scratch, Progress());
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

TEST(FilledGround, IsTheSameFromAFileAndHasHolesBeyondTheRaster) {
    const Grid grid = test::gridOf(700, 300);
    const test::MemoryRaster ground(grid, [](CellIndex cell) {
        return cell.column % 10 < 3 ? kHole : static_cast<float>(cell.column + 7 * cell.row);
    });
    const CellWindow window{-2, -3, 705, 306};
    const auto inMemory = filled(ground, grid.window(), window);
    constexpr std::int64_t kTooLittle = 100'000;  // bytes; for the means only
    const auto fromFile = filled(ground, grid.window(), window, kTooLittle);
    for (std::int64_t row = 0; row < window.rows; ++row) {
        for (std::int64_t column = 0; column < window.columns; ++column) {
            const float value = inMemory.view()(row, column);
            const CellIndex cell{window.row + row, window.column + column};
            if (!grid.window().contains({cell.column, cell.row, 1, 1})) {
                ASSERT_TRUE(std::isnan(value));
                ASSERT_TRUE(std::isnan(fromFile.view()(row, column)));
                continue;
            }
            ASSERT_EQ(value, fromFile.view()(row, column));
            if (!std::isnan(ground.at(cell.row, cell.column))) {
                ASSERT_EQ(value, ground.at(cell.row, cell.column));
            }
        }
    }
}

/// Counts how often each cell is read.
class CountingSource : public RasterSource {
public:
    explicit CountingSource(const RasterSource& source) : source_(source) {}
    const Grid& grid() const noexcept override { return source_.grid(); }
    void read(const CellWindow& window, RasterView<float> values) const override {
        cells_ += window.cellCount();
        source_.read(window, values);
    }
    std::int64_t cells() const noexcept { return cells_; }

private:
    const RasterSource& source_;
    mutable std::atomic<std::int64_t> cells_{0};
};

TEST(FilledGround, AsksItsSourceForACellOnce) {
    const test::MemoryRaster heights(test::gridOf(1024, 1024), [](CellIndex) { return 1.0F; });
    const CountingSource ground(heights);
    MemoryBudget memory(1 << 30);
    const auto scratch = test::memoryScratch();
    const FilledGround filled(ground, {100, 100, 700, 700}, memory, *scratch, Progress());
    RasterBuffer<float> values(700, 700);
    filled.read({100, 100, 700, 700}, values.view());
    EXPECT_EQ(ground.cells(), 1024 * 1024);
}

TEST(FilledGround, HasNothingToFillWithFarFromAnyGround) {
    const test::MemoryRaster ground(test::gridOf(64, 64), [](CellIndex) { return kHole; });
    EXPECT_TRUE(std::isnan(filled(ground, {0, 0, 64, 64}, {3, 3, 1, 1}).view()(0, 0)));
}

}  // namespace
}  // namespace lommer::core
