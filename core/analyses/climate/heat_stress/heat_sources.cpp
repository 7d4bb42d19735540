#include "core/analyses/climate/heat_stress/heat_sources.h"

#include "core/base/assert.h"
#include "core/base/error.h"
#include "core/raster/resample.h"

#include <algorithm>
#include <cmath>

namespace lommer::core {
namespace {

/// How many cells go side by side into one of `cellSize`; 0 where it is no whole number.
std::int64_t wholeFactor(double cellSize, double smaller) {
    constexpr double kTolerance = 1e-6;
    const double factor = cellSize / smaller;
    const double whole = std::round(factor);
    return whole >= 1.0 && std::abs(factor - whole) <= kTolerance * whole
               ? static_cast<std::int64_t>(whole)
               : 0;
}

Grid workGrid(const RunContext& context, const Grid& surface) {
    const double cellSize = std::max({context.parameters.number("resolution"), surface.cellSize(),
                                      context.raster("dtm").grid().cellSize()});
    if (wholeFactor(cellSize, surface.cellSize()) == 1) {
        return surface;
    }
    const double perCell = surface.cellSize() / cellSize;
    const auto count = [perCell](std::int64_t cells) {
        constexpr double kRounding = 1e-9;
        return static_cast<std::int64_t>(
            std::ceil(static_cast<double>(cells) * perCell - kRounding));
    };
    return {surface.left(), surface.top(), cellSize, count(surface.columns()),
            count(surface.rows())};
}

bool hasHole(RasterView<const float> values) noexcept {
    bool isFound = false;
    for (std::int64_t row = 0; row < values.rows(); ++row) {
        const float* cells = values.row(row);
        for (std::int64_t column = 0; column < values.columns(); ++column) {
            // Not std::isnan: the loop is done in lanes.
            isFound |= cells[column] != cells[column];  // NOLINT(misc-redundant-expression)
        }
    }
    return isFound;
}

}  // namespace

HeatSources::HeatSources(const RunContext& context) {
    const BoundInput& surface = *context.find("dsm");
    const BoundInput& ground = *context.find("dtm");
    const Bounds overlap =
        intersection(surface.raster->grid().bounds(), ground.raster->grid().bounds());
    if (!(overlap.xmin < overlap.xmax && overlap.ymin < overlap.ymax)) {
        throw Error(ErrorCode::noOverlap, {{"first", surface.label}, {"second", ground.label}});
    }
    const Grid grid = workGrid(context, surface.raster->grid());
    surface_ = onto(context, surface, grid, Aggregation::maximum);
    ground_ = onto(context, ground, grid, Aggregation::mean);
    if (const BoundInput* canopy = context.find("canopy")) {
        canopy_ = onto(context, *canopy, grid, Aggregation::maximum);
    }
    if (const BoundInput* index = context.find("ndvi")) {
        vegetationIndex_ = onto(context, *index, grid, Aggregation::mean);
    }
}

const RasterSource* HeatSources::onto(const RunContext& context, const BoundInput& input,
                                      const Grid& grid, Aggregation aggregation) {
    const RasterSource* source = input.raster.get();
    const std::int64_t factor = wholeFactor(grid.cellSize(), source->grid().cellSize());
    if (factor >= 2) {
        made_.push_back(std::make_unique<AggregatedSource>(*source, factor, aggregation));
        source = made_.back().get();
    }
    if (source->grid() == grid) {
        return source;
    }
    auto resampled = std::make_unique<ResampledSource>(*source, grid, Interpolation::bilinear);
    if (resampled->isResampling()) {
        context.remarks.add(
            {"raster-resampled", {{"layer", input.label}, {"cellSize", grid.cellSize()}}});
    }
    made_.push_back(std::move(resampled));
    return made_.back().get();
}

SurfaceSource::SurfaceSource(const RasterSource& surface, const RasterSource& ground)
    : surface_(surface), ground_(ground) {
    LOMMER_ASSERT(surface.grid() == ground.grid());
}

void SurfaceSource::read(const CellWindow& window, RasterView<float> values) const {
    surface_.read(window, values);
    // A few rows at a time: of most rasters few of them have a hole.
    constexpr std::int64_t kRows = 64;
    for (std::int64_t row = 0; row < window.rows; row += kRows) {
        const CellWindow rows{0, row, window.columns, std::min(kRows, window.rows - row)};
        fillHoles({window.column, window.row + row, rows.columns, rows.rows}, values.part(rows));
    }
}

void SurfaceSource::fillHoles(const CellWindow& window, RasterView<float> values) const {
    if (!hasHole(values)) {
        return;
    }
    auto ground = RasterBuffer<float>::unfilled(window.columns, window.rows);
    ground_.read(window, ground.view());
    for (std::int64_t row = 0; row < values.rows(); ++row) {
        const float* from = ground.view().row(row);
        float* to = values.row(row);
        for (std::int64_t column = 0; column < values.columns(); ++column) {
            to[column] = std::isnan(to[column]) ? from[column] : to[column];
        }
    }
}

}  // namespace lommer::core
