#pragma once

#include "core/engine/progress.h"
#include "core/raster/raster_source.h"

#include <cstdint>
#include <limits>

namespace lommer::core {

/// The lowest and the highest value of cells and how many have one; holes do not count.
struct ValueRange {
    float lowest = std::numeric_limits<float>::infinity();
    float highest = -std::numeric_limits<float>::infinity();
    std::int64_t known = 0;

    /// No value lies further above another, with room for the rounding of single precision; 0
    /// without any value.
    double spread() const noexcept;
    void add(const ValueRange& other) noexcept;
    /// A hole (NaN) changes nothing.
    void addValue(float value) noexcept;
};

ValueRange valueRangeOf(RasterView<const float> values) noexcept;

/// Of the cells of `window`, on all cores. Throws Cancelled and what the source throws.
ValueRange valueRange(const RasterSource& source, const CellWindow& window,
                      const Progress& progress);

}  // namespace lommer::core
