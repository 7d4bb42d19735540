#include "core/raster/aggregated_source.h"

#include "core/base/assert.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lommer::core {
namespace {

float meanOf(RasterView<const float> cells) {
    double sum = 0.0;
    std::int64_t known = 0;
    for (std::int64_t row = 0; row < cells.rows(); ++row) {
        for (std::int64_t column = 0; column < cells.columns(); ++column) {
            if (!std::isnan(cells(row, column))) {
                sum += static_cast<double>(cells(row, column));
                ++known;
            }
        }
    }
    return 2 * known < cells.rows() * cells.columns()
               ? std::numeric_limits<float>::quiet_NaN()
               : static_cast<float>(sum / static_cast<double>(known));
}

float maximumOf(RasterView<const float> cells) {
    float highest = -std::numeric_limits<float>::infinity();
    std::int64_t known = 0;
    for (std::int64_t row = 0; row < cells.rows(); ++row) {
        for (std::int64_t column = 0; column < cells.columns(); ++column) {
            if (!std::isnan(cells(row, column))) {
                highest = std::max(highest, cells(row, column));
                ++known;
            }
        }
    }
    return 2 * known < cells.rows() * cells.columns() ? std::numeric_limits<float>::quiet_NaN()
                                                      : highest;
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
    const auto combine = aggregation_ == Aggregation::mean ? meanOf : maximumOf;
    for (std::int64_t first = 0; first < window.rows; first += kRows) {
        const std::int64_t rows = std::min(kRows, window.rows - first);
        auto fine = RasterBuffer<float>::unfilled(window.columns * factor_, rows * factor_);
        source_.read(
            {window.column * factor_, (window.row + first) * factor_, fine.columns(), fine.rows()},
            fine.view());
        for (std::int64_t row = 0; row < rows; ++row) {
            for (std::int64_t column = 0; column < window.columns; ++column) {
                values(first + row, column) =
                    combine(fine.view().part({column * factor_, row * factor_, factor_, factor_}));
            }
        }
    }
}

}  // namespace lommer::core
