#include "core/raster/value_range.h"

#include "core/raster/block_reduce.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lommer::core {
namespace {

/// Lanes go on side by side: a single running minimum would be a chain of waits.
ValueRange rangeInLanes(RasterView<const float> values) noexcept {
    constexpr std::int64_t kLanes = 16;
    std::array<float, kLanes> lowest;
    std::array<float, kLanes> highest;
    std::array<std::int32_t, kLanes> known{};
    ValueRange range;
    lowest.fill(range.lowest);
    highest.fill(range.highest);
    const std::int64_t columns = values.columns();
    for (std::int64_t row = 0; row < values.rows(); ++row) {
        const float* cells = values.row(row);
        for (std::int64_t column = 0; column + kLanes <= columns; column += kLanes) {
            for (std::size_t lane = 0; lane < kLanes; ++lane) {
                // Comparisons with NaN are false: a hole changes nothing.
                const float value = cells[column + static_cast<std::int64_t>(lane)];
                lowest[lane] = value < lowest[lane] ? value : lowest[lane];
                highest[lane] = value > highest[lane] ? value : highest[lane];
                known[lane] += value == value ? 1 : 0;  // NOLINT(misc-redundant-expression)
            }
        }
        for (std::int64_t column = columns - columns % kLanes; column < columns; ++column) {
            range.addValue(cells[column]);
        }
    }
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
        range.add({lowest[lane], highest[lane], known[lane]});
    }
    return range;
}

}  // namespace

double ValueRange::spread() const noexcept {
    if (known == 0) {
        return 0.0;
    }
    const auto low = static_cast<double>(lowest);
    const auto high = static_cast<double>(highest);
    return high - low + 1e-3 + 1e-6 * std::max(std::abs(low), std::abs(high));
}

void ValueRange::addValue(float value) noexcept {
    if (!std::isnan(value)) {
        add({value, value, 1});
    }
}

void ValueRange::add(const ValueRange& other) noexcept {
    lowest = std::min(lowest, other.lowest);
    highest = std::max(highest, other.highest);
    known += other.known;
}

ValueRange valueRangeOf(RasterView<const float> values) noexcept {
    // Rows whose cells a lane can count in 32 bits.
    constexpr std::int64_t kCellsPerLane = 1LL << 30;
    ValueRange range;
    const std::int64_t rowsAtOnce =
        std::max<std::int64_t>(1, kCellsPerLane / std::max<std::int64_t>(1, values.columns()));
    for (std::int64_t row = 0; row < values.rows(); row += rowsAtOnce) {
        range.add(rangeInLanes(
            values.part({0, row, values.columns(), std::min(rowsAtOnce, values.rows() - row)})));
    }
    return range;
}

ValueRange valueRange(const RasterSource& source, const CellWindow& window,
                      const Progress& progress) {
    ValueRange range;
    reduceBlocks<ValueRange>(
        source, window, progress,
        [](const CellWindow&, RasterView<const float> values) { return valueRangeOf(values); },
        [&range](const ValueRange& part) { range.add(part); });
    return range;
}

}  // namespace lommer::core
