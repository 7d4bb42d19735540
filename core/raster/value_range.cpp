#include "core/raster/value_range.h"

#include "core/raster/block_reduce.h"

#include <algorithm>
#include <cmath>

namespace lommer::core {

double ValueRange::spread() const noexcept {
    if (known == 0) {
        return 0.0;
    }
    const auto low = static_cast<double>(lowest);
    const auto high = static_cast<double>(highest);
    return high - low + 1e-3 + 1e-6 * std::max(std::abs(low), std::abs(high));
}

void ValueRange::add(const ValueRange& other) noexcept {
    lowest = std::min(lowest, other.lowest);
    highest = std::max(highest, other.highest);
    known += other.known;
}

ValueRange valueRangeOf(RasterView<const float> values) noexcept {
    ValueRange range;
    for (std::int64_t row = 0; row < values.rows(); ++row) {
        const float* cells = values.row(row);
        float lowest = range.lowest;
        float highest = range.highest;
        std::int64_t known = 0;
        for (std::int64_t column = 0; column < values.columns(); ++column) {
            // Comparisons with NaN are false: a hole changes nothing.
            lowest = cells[column] < lowest ? cells[column] : lowest;
            highest = cells[column] > highest ? cells[column] : highest;
            known += cells[column] == cells[column] ? 1 : 0;  // NOLINT(misc-redundant-expression)
        }
        range.add({lowest, highest, known});
    }
    return range;
}

ValueRange valueRange(const RasterSource& source, const CellWindow& window,
                      const Progress& progress) {
    ValueRange range;
    reduceBlocks<ValueRange>(source, window, progress, valueRangeOf,
                             [&range](const ValueRange& part) { range.add(part); });
    return range;
}

}  // namespace lommer::core
