#pragma once

#include "core/raster/grid.h"

#include <cstdint>
#include <span>
#include <vector>

namespace lommer::core {

/// A rectangle whose edges are counted in 64ths of a block, half open.
struct BlockRectangle {
    std::int64_t west = 0;
    std::int64_t north = 0;
    std::int64_t east = 0;
    std::int64_t south = 0;
};

/// Sums over rectangles of whole numbers that lie in blocks, at the same cost for any size
/// (summed-area table: Crow 1984). A block that is cut counts for the part that lies inside. All
/// sums are whole numbers, so they depend on nothing but what lies in the rectangle.
class BlockSums {
public:
    /// Parts of a block in one direction.
    static constexpr std::int64_t kParts = 64;

    /// `values`: one for each block of `blocks`, row by row (asserted). Sums of values up to about
    /// 10^14 are exact.
    BlockSums(const CellWindow& blocks, std::span<const std::int32_t> values);

    /// The sum inside, times kParts². What lies outside `blocks` counts as 0.
    std::int64_t inside(const BlockRectangle& rectangle) const noexcept;

    static std::int64_t byteCount(const CellWindow& blocks) noexcept {
        return (blocks.columns + 1) * (blocks.rows + 1) *
               static_cast<std::int64_t>(sizeof(std::int64_t));
    }

private:
    /// Times kParts²: the sum of all that lies north and west of a place in 64ths of a block.
    std::int64_t before(std::int64_t x, std::int64_t y) const noexcept;

    CellWindow blocks_;
    std::vector<std::int64_t> sums_;
};

}  // namespace lommer::core
