#include "core/raster/scratch_raster.h"

#include "tests/support/run_analysis.h"

#include <gtest/gtest.h>

namespace lommer::core {
namespace {

float valueOf(std::int64_t row, std::int64_t column) {
    return static_cast<float>(1000 * row + column);
}

RasterBuffer<float> pattern(const CellWindow& window) {
    RasterBuffer<float> values(window.columns, window.rows);
    for (std::int64_t row = 0; row < window.rows; ++row) {
        for (std::int64_t column = 0; column < window.columns; ++column) {
            values.view()(row, column) = valueOf(window.row + row, window.column + column);
        }
    }
    return values;
}

/// Writes 700 x 530 cells in uneven windows and reads them back in others.
void roundTrip(ScratchRaster& raster) {
    for (const CellWindow window :
         {CellWindow{0, 0, 300, 530}, CellWindow{300, 0, 400, 256}, CellWindow{300, 256, 212, 274},
          CellWindow{512, 256, 188, 274}}) {
        raster.write(window, pattern(window).view());
    }
    for (const CellWindow window :
         {CellWindow{0, 0, 700, 530}, CellWindow{255, 255, 3, 3}, CellWindow{699, 529, 1, 1},
          CellWindow{256, 256, 256, 256}, CellWindow{10, 400, 690, 130}}) {
        RasterBuffer<float> found(window.columns, window.rows, -1.0F);
        raster.read(window, found.view());
        const RasterBuffer<float> expected = pattern(window);
        EXPECT_TRUE(
            std::equal(found.values().begin(), found.values().end(), expected.values().begin()));
    }
}

TEST(ScratchRaster, GivesBackWhatWasWrittenFromMemory) {
    MemoryBudget memory(700 * 530 * 4 * 8 / 7);
    const auto scratch = test::memoryScratch();
    ScratchRaster raster(700, 530, memory, *scratch);
    ASSERT_TRUE(raster.isInMemory());
    ASSERT_TRUE(raster.inMemory());
    EXPECT_EQ(memory.available(), memory.total() / 8);
    roundTrip(raster);
}

TEST(ScratchRaster, GivesBackWhatWasWrittenFromAFileWhereMemoryIsShort) {
    MemoryBudget memory(700 * 530 * 4 * 8 / 7 - 8);
    const auto scratch = test::memoryScratch();
    ScratchRaster raster(700, 530, memory, *scratch);
    ASSERT_FALSE(raster.isInMemory());
    EXPECT_FALSE(raster.inMemory());
    EXPECT_EQ(memory.available(), memory.total());
    roundTrip(raster);
}

}  // namespace
}  // namespace lommer::core
