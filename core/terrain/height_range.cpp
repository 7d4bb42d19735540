#include "core/terrain/height_range.h"

#include "core/raster/block_reduce.h"

#include <algorithm>
#include <cmath>

namespace lommer::core {

double HeightRange::spread() const noexcept {
    if (known == 0) {
        return 0.0;
    }
    const auto low = static_cast<double>(lowest);
    const auto high = static_cast<double>(highest);
    return high - low + 1e-3 + 1e-6 * std::max(std::abs(low), std::abs(high));
}

void HeightRange::add(const HeightRange& other) noexcept {
    lowest = std::min(lowest, other.lowest);
    highest = std::max(highest, other.highest);
    known += other.known;
}

HeightRange heightRangeOf(RasterView<const float> heights) noexcept {
    HeightRange range;
    for (std::int64_t row = 0; row < heights.rows(); ++row) {
        const float* cells = heights.row(row);
        float lowest = range.lowest;
        float highest = range.highest;
        std::int64_t known = 0;
        for (std::int64_t column = 0; column < heights.columns(); ++column) {
            // Comparisons with NaN are false: a hole changes nothing.
            lowest = cells[column] < lowest ? cells[column] : lowest;
            highest = cells[column] > highest ? cells[column] : highest;
            known += cells[column] == cells[column] ? 1 : 0;  // NOLINT(misc-redundant-expression)
        }
        range.add({lowest, highest, known});
    }
    return range;
}

HeightRange heightRange(const RasterSource& heights, const CellWindow& window,
                        const Progress& progress) {
    HeightRange range;
    reduceBlocks<HeightRange>(heights, window, progress, heightRangeOf,
                              [&range](const HeightRange& part) { range.add(part); });
    return range;
}

}  // namespace lommer::core
