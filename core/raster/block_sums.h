#pragma once

#include "core/raster/raster_view.h"

#include <algorithm>
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

/// Parts of a block in one direction.
inline constexpr std::int64_t kBlockParts = 64;

/// A place along one axis: in which block, counted from the first, and how far into it.
struct BlockEdge {
    std::int64_t block = 0;
    std::int64_t parts = 0;
};

/// Where the edges of a rectangle lie in `blocks` (not empty); at their edge where it sticks out.
struct BlockCorners {
    BlockCorners(const CellWindow& blocks, const BlockRectangle& rectangle) noexcept
        : west(edgeAt(rectangle.west, blocks.column, blocks.columns)),
          north(edgeAt(rectangle.north, blocks.row, blocks.rows)),
          east(edgeAt(rectangle.east, blocks.column, blocks.columns)),
          south(edgeAt(rectangle.south, blocks.row, blocks.rows)) {}

    BlockEdge west;
    BlockEdge north;
    BlockEdge east;
    BlockEdge south;

private:
    static BlockEdge edgeAt(std::int64_t place, std::int64_t first, std::int64_t count) noexcept {
        const std::int64_t inside =
            std::clamp<std::int64_t>(place - first * kBlockParts, 0, count * kBlockParts);
        const std::int64_t block = std::min(inside / kBlockParts, count - 1);
        return {block, inside - block * kBlockParts};
    }
};

/// Sums over rectangles of whole numbers that lie in blocks, at the same cost for any size
/// (summed-area table: Crow 1984). A block that is cut counts for the part that lies inside. All
/// sums are whole numbers, so they depend on nothing but what lies in the rectangle.
class BlockSums {
public:
    /// `values`: one for each block of `blocks`, row by row (asserted). Sums of values up to about
    /// 10^14 are exact.
    BlockSums(const CellWindow& blocks, std::span<const std::int32_t> values);

    /// The sum inside, times kParts². What lies outside `blocks` counts as 0.
    std::int64_t inside(const BlockRectangle& rectangle) const noexcept {
        return inside(BlockCorners(blocks_, rectangle));
    }
    /// The same, for several sums over one rectangle; `corners` of the same blocks.
    std::int64_t inside(const BlockCorners& corners) const noexcept {
        return before(corners.west, corners.north) + before(corners.east, corners.south) -
               before(corners.west, corners.south) - before(corners.east, corners.north);
    }

    static std::int64_t byteCount(const CellWindow& blocks) noexcept {
        return (blocks.columns + 1) * (blocks.rows + 1) *
               static_cast<std::int64_t>(sizeof(std::int64_t));
    }

private:
    /// Times kParts²: the sum of all that lies north and west of a place.
    std::int64_t before(const BlockEdge& x, const BlockEdge& y) const noexcept {
        const std::int64_t* north = sums_.data() + y.block * (blocks_.columns + 1) + x.block;
        const std::int64_t* south = north + blocks_.columns + 1;
        return (north[0] * (kBlockParts - x.parts) + north[1] * x.parts) * (kBlockParts - y.parts) +
               (south[0] * (kBlockParts - x.parts) + south[1] * x.parts) * y.parts;
    }

    CellWindow blocks_;
    std::vector<std::int64_t, UnfilledAllocator<std::int64_t>> sums_;
};

}  // namespace lommer::core
