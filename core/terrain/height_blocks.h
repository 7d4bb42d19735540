#pragma once

#include "core/engine/progress.h"
#include "core/raster/value_range.h"

#include <cstdint>
#include <vector>

namespace lommer::core {

/// How high the cells of a buffer are, by blocks: tells quickly that nothing in some rectangle
/// stands in the way of a ray.
class HeightBlocks {
public:
    /// Fills the holes of `heights` (`fillHoles`) in the same pass. Throws Cancelled.
    HeightBlocks(RasterView<float> heights, const Progress& progress);

    /// Of the blocks that `cells`, inside the buffer and not empty, touches: at least the range of
    /// its own cells. Filled holes do not count.
    ValueRange around(const CellWindow& cells) const noexcept;

private:
    std::int64_t columns_;
    std::vector<ValueRange> ranges_;
};

}  // namespace lommer::core
