#include "core/raster/aggregated_source.h"

#include "core/base/assert.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace lommer::core {
namespace {

constexpr float kHole = std::numeric_limits<float>::quiet_NaN();

bool isKnown(float value) noexcept {
    return value == value;  // NOLINT(misc-redundant-expression): not std::isnan, for lanes
}

struct Mean {
    using Total = double;
    static constexpr Total kStart = 0.0;
    static Total with(Total total, float value) noexcept {
        return total + static_cast<double>(isKnown(value) ? value : 0.0F);
    }
    static float of(Total total, float known) noexcept {
        return static_cast<float>(total / static_cast<double>(known));
    }
};

struct Maximum {
    using Total = float;
    static constexpr Total kStart = -std::numeric_limits<float>::infinity();
    static Total with(Total total, float value) noexcept { return value > total ? value : total; }
    static float of(Total total, float) noexcept { return total; }
};

/// Adds the cells of a row to the squares they lie in, in their order. With a factor that the
/// compiler knows (else 0) the loop is done in lanes.
template <class Combined, int kFactor>
void addRow(const float* __restrict cells, std::size_t factor, std::size_t count,
            typename Combined::Total* __restrict totals, float* __restrict known) noexcept {
    const std::size_t side = kFactor > 0 ? static_cast<std::size_t>(kFactor) : factor;
    for (std::size_t square = 0; square < count; ++square) {
        auto total = totals[square];
        float found = known[square];
        for (std::size_t cell = 0; cell < side; ++cell) {
            const float value = cells[square * side + cell];
            total = Combined::with(total, value);
            found += isKnown(value) ? 1.0F : 0.0F;
        }
        totals[square] = total;
        known[square] = found;
    }
}

/// Rows of squares of `factor` by `factor` cells.
template <class Combined>
void combineRows(RasterView<const float> fine, std::int64_t factor, RasterView<float> values) {
    const auto count = static_cast<std::size_t>(values.columns());
    const auto side = static_cast<std::size_t>(factor);
    const auto add = factor == 2 ? addRow<Combined, 2> : addRow<Combined, 0>;
    const auto half = 0.5F * static_cast<float>(side * side);
    std::vector<typename Combined::Total> totals(count);
    std::vector<float> known(count);
    for (std::int64_t row = 0; row < values.rows(); ++row) {
        std::fill(totals.begin(), totals.end(), Combined::kStart);
        std::fill(known.begin(), known.end(), 0.0F);
        for (std::int64_t line = row * factor; line < (row + 1) * factor; ++line) {
            add(fine.row(line), side, count, totals.data(), known.data());
        }
        float* to = values.row(row);
        for (std::size_t square = 0; square < count; ++square) {
            to[square] = known[square] < half ? kHole : Combined::of(totals[square], known[square]);
        }
    }
}

Grid coarserGrid(const Grid& grid, std::int64_t factor) {
    return {grid.left(), grid.top(), grid.cellSize() * static_cast<double>(factor),
            (grid.columns() + factor - 1) / factor, (grid.rows() + factor - 1) / factor};
}

}  // namespace

AggregatedSource::AggregatedSource(const RasterSource& source, std::int64_t factor,
                                   Aggregation aggregation)
    : source_(source),
      factor_(factor),
      aggregation_(aggregation),
      grid_(coarserGrid(source.grid(), factor)) {
    LOMMER_ASSERT(factor >= 2);
}

void AggregatedSource::read(const CellWindow& window, RasterView<float> values) const {
    // So few rows at a time that the fine cells stay small beside the coarse ones.
    constexpr std::int64_t kRows = 64;
    const auto combine =
        aggregation_ == Aggregation::mean ? combineRows<Mean> : combineRows<Maximum>;
    for (std::int64_t first = 0; first < window.rows; first += kRows) {
        const std::int64_t rows = std::min(kRows, window.rows - first);
        auto fine = RasterBuffer<float>::unfilled(window.columns * factor_, rows * factor_);
        source_.read(
            {window.column * factor_, (window.row + first) * factor_, fine.columns(), fine.rows()},
            fine.view());
        combine(fine.view(), factor_, values.part({0, first, window.columns, rows}));
    }
}

}  // namespace lommer::core
