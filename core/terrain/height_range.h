#pragma once

#include "core/engine/progress.h"
#include "core/raster/raster_source.h"

#include <cstdint>
#include <limits>

namespace lommer::core {

/// What lies between the lowest and the highest cell; holes do not count.
struct HeightRange {
    float lowest = std::numeric_limits<float>::infinity();
    float highest = -std::numeric_limits<float>::infinity();
    std::int64_t known = 0;

    /// Metres that no cell stands above another, with room for the rounding of single precision;
    /// 0 without any known cell.
    double spread() const noexcept;
    void add(const HeightRange& other) noexcept;
};

HeightRange heightRangeOf(RasterView<const float> heights) noexcept;

/// Of the cells of `window`, on all cores. Throws Cancelled and what the source throws.
HeightRange heightRange(const RasterSource& heights, const CellWindow& window,
                        const Progress& progress);

}  // namespace lommer::core
