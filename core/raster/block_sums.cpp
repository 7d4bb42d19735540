#include "core/raster/block_sums.h"

#include "core/base/assert.h"
#include "core/engine/parallel.h"

namespace lommer::core {
namespace {

// Blocks that one task goes through, down or across: enough work for a thread.
constexpr std::int64_t kBand = 256;

std::int64_t bandsIn(std::int64_t count) {
    return (count + kBand - 1) / kBand;
}

}  // namespace

BlockSums::BlockSums(const CellWindow& blocks, std::span<const std::int32_t> values)
    : blocks_(blocks), sums_(static_cast<std::size_t>((blocks.columns + 1) * (blocks.rows + 1))) {
    LOMMER_ASSERT(!blocks.isEmpty());
    LOMMER_ASSERT(static_cast<std::int64_t>(values.size()) == blocks.columns * blocks.rows);
    const std::int64_t stride = blocks.columns + 1;
    std::fill_n(sums_.begin(), stride, 0);
    // First along the rows, then down the columns.
    parallelFor(bandsIn(blocks.rows), {}, [&](std::int64_t band) {
        const std::int64_t end = std::min((band + 1) * kBand, blocks.rows);
        for (std::int64_t row = band * kBand; row < end; ++row) {
            const std::int32_t* from = values.data() + row * blocks.columns;
            std::int64_t* to = sums_.data() + (row + 1) * stride;
            std::int64_t sum = 0;
            to[0] = 0;
            for (std::int64_t column = 0; column < blocks.columns; ++column) {
                sum += from[column];
                to[column + 1] = sum;
            }
        }
    });
    parallelFor(bandsIn(blocks.columns), {}, [&](std::int64_t band) {
        const std::int64_t end = std::min((band + 1) * kBand, blocks.columns);
        for (std::int64_t row = 1; row < blocks.rows; ++row) {
            const std::int64_t* north = sums_.data() + row * stride + 1;
            std::int64_t* to = sums_.data() + (row + 1) * stride + 1;
            for (std::int64_t column = band * kBand; column < end; ++column) {
                to[column] += north[column];
            }
        }
    });
}

}  // namespace lommer::core
