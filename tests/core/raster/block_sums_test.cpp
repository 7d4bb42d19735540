#include "core/raster/block_sums.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace lommer::core {
namespace {

/// The part of [from, to) that lies in the block that begins at `block`, in 64ths.
std::int64_t overlap(std::int64_t from, std::int64_t to, std::int64_t block) {
    return std::max<std::int64_t>(
        0, std::min(to, (block + 1) * kBlockParts) - std::max(from, block * kBlockParts));
}

TEST(BlockSums, AreThoseOfTheBlocksAndTheirParts) {
    const CellWindow blocks{5, -3, 17, 11};
    std::mt19937 random(7);
    std::vector<std::int32_t> values;
    for (std::int64_t index = 0; index < blocks.cellCount(); ++index) {
        values.push_back(static_cast<std::int32_t>(random() % 2001) - 1000);
    }
    const BlockSums sums(blocks, values);
    const auto edge = [&random](int lowest, int highest) {
        return lowest +
               static_cast<std::int64_t>(random() % static_cast<unsigned>(highest - lowest));
    };
    for (int round = 0; round < 500; ++round) {
        BlockRectangle rectangle{edge(0, 1800), edge(-600, 900), 0, 0};
        rectangle.east = rectangle.west + edge(0, 900);
        rectangle.south = rectangle.north + edge(0, 900);
        std::int64_t expected = 0;
        for (std::int64_t row = 0; row < blocks.rows; ++row) {
            for (std::int64_t column = 0; column < blocks.columns; ++column) {
                expected += values[static_cast<std::size_t>(row * blocks.columns + column)] *
                            overlap(rectangle.west, rectangle.east, blocks.column + column) *
                            overlap(rectangle.north, rectangle.south, blocks.row + row);
            }
        }
        ASSERT_EQ(sums.inside(rectangle), expected);
    }
}

}  // namespace
}  // namespace lommer::core
