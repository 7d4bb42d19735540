#include "core/raster/block_sums.h"

#include "core/base/assert.h"

#include <algorithm>

namespace lommer::core {

BlockSums::BlockSums(const CellWindow& blocks, std::span<const std::int32_t> values)
    : blocks_(blocks),
      sums_(static_cast<std::size_t>((blocks.columns + 1) * (blocks.rows + 1)), 0) {
    LOMMER_ASSERT(static_cast<std::int64_t>(values.size()) == blocks.columns * blocks.rows);
    const auto stride = static_cast<std::size_t>(blocks.columns + 1);
    const auto columns = static_cast<std::size_t>(blocks.columns);
    for (std::size_t row = 0; row < static_cast<std::size_t>(blocks.rows); ++row) {
        std::int64_t sum = 0;
        for (std::size_t column = 0; column < columns; ++column) {
            sum += values[row * columns + column];
            sums_[(row + 1) * stride + column + 1] = sums_[row * stride + column + 1] + sum;
        }
    }
}

std::int64_t BlockSums::before(std::int64_t x, std::int64_t y) const noexcept {
    x = std::clamp<std::int64_t>(x - blocks_.column * kParts, 0, blocks_.columns * kParts);
    y = std::clamp<std::int64_t>(y - blocks_.row * kParts, 0, blocks_.rows * kParts);
    const std::int64_t column =
        std::min(x / kParts, std::max<std::int64_t>(blocks_.columns - 1, 0));
    const std::int64_t row = std::min(y / kParts, std::max<std::int64_t>(blocks_.rows - 1, 0));
    const std::int64_t east = x - column * kParts;
    const std::int64_t south = y - row * kParts;
    const auto at = [this](std::int64_t r, std::int64_t c) {
        return sums_[static_cast<std::size_t>(r * (blocks_.columns + 1) + c)];
    };
    return (at(row, column) * (kParts - east) + at(row, column + 1) * east) * (kParts - south) +
           (at(row + 1, column) * (kParts - east) + at(row + 1, column + 1) * east) * south;
}

std::int64_t BlockSums::inside(const BlockRectangle& rectangle) const noexcept {
    return before(rectangle.east, rectangle.south) - before(rectangle.west, rectangle.south) -
           before(rectangle.east, rectangle.north) + before(rectangle.west, rectangle.north);
}

}  // namespace lommer::core
