#include "core/raster/difference_source.h"

#include "core/raster/aggregated_source.h"
#include "core/raster/resample.h"

#include <cmath>

namespace lommer::core {
namespace {

// Sizes of cells are not exact: 0.1 m ten times is no metre.
constexpr double kSizeTolerance = 1e-6;

}  // namespace

FittedRaster::FittedRaster(const RasterSource& source, const Grid& grid) : last_(&source) {
    const double ratio = grid.cellSize() / source.grid().cellSize();
    const auto factor = static_cast<std::int64_t>(std::floor(ratio + kSizeTolerance));
    if (factor >= 2) {
        isChanged_ = true;
        if (std::abs(ratio - static_cast<double>(factor)) < kSizeTolerance) {
            // Small cells that fit into the large ones, counted from their corner.
            const Grid small(grid.left(), grid.top(), grid.cellSize() / static_cast<double>(factor),
                             grid.columns() * factor, grid.rows() * factor);
            add(std::make_unique<ResampledSource>(source, small, Interpolation::bilinear));
        }
        add(std::make_unique<AggregatedSource>(*last_, factor, Aggregation::mean));
    }
    auto fitted = std::make_unique<ResampledSource>(*last_, grid, Interpolation::bilinear);
    isChanged_ = isChanged_ || fitted->isResampling();
    add(std::move(fitted));
}

const RasterSource& FittedRaster::add(std::unique_ptr<RasterSource> stage) {
    stages_.push_back(std::move(stage));
    last_ = stages_.back().get();
    return *last_;
}

std::optional<Grid> commonGrid(const Grid& first, const Grid& second) {
    const Grid& larger =
        second.cellSize() > first.cellSize() * (1.0 + kSizeTolerance) ? second : first;
    const Bounds overlap = intersection(first.bounds(), second.bounds());
    // An edge that differs by a rounding is no overlap.
    const double slack = kSizeTolerance * larger.cellSize();
    if (!(overlap.width() > 2.0 * slack && overlap.height() > 2.0 * slack)) {
        return std::nullopt;
    }
    return larger.subgrid(larger.windowOf(overlap.grownBy(-slack)));
}

DifferenceSource::DifferenceSource(const RasterSource& later, const RasterSource& earlier,
                                   const Grid& grid)
    : grid_(grid), later_(later, grid), earlier_(earlier, grid) {}

void DifferenceSource::read(const CellWindow& window, RasterView<float> values) const {
    later_.source().read(window, values);
    auto before = RasterBuffer<float>::unfilled(window.columns, window.rows);
    earlier_.source().read(window, before.view());
    for (std::int64_t row = 0; row < window.rows; ++row) {
        float* to = values.row(row);
        const float* from = before.view().row(row);
        for (std::int64_t column = 0; column < window.columns; ++column) {
            to[column] -= from[column];  // a hole is NaN and stays one
        }
    }
}

}  // namespace lommer::core
