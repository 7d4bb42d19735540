#include "core/terrain/horizon_march.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lommer::core {
namespace {

// So wide that the rows a ray crosses stay in the processor's nearest caches.
constexpr std::int64_t kChunk = 128;

/// Sums to means; NaN in holes.
void finish(const float* heights, std::int64_t count, float directions, float* skyView) {
    for (std::int64_t column = 0; column < count; ++column) {
        const bool isHole = heights[column] < 0.5F * kHoleHeight;
        skyView[column] =
            isHole ? std::numeric_limits<float>::quiet_NaN() : skyView[column] / directions;
    }
}

}  // namespace

HorizonMarch::HorizonMarch(const SkyViewSettings& settings, double cellSize)
    : settings_(settings), cellSize_(cellSize) {
    for (int index = 0; index < settings.directions; ++index) {
        const RayDirection direction(360.0 * index / settings.directions);
        rays_.push_back(raySteps(direction, settings.maxDistance, cellSize));
        for (const RayStep& step : rays_.back()) {
            margins_.include(step.offset);
        }
    }
}

std::vector<HorizonStep> HorizonMarch::stepsFor(std::size_t direction, std::int64_t stride) const {
    std::vector<HorizonStep> steps;
    for (const RayStep& step : rays_[direction]) {
        steps.push_back({static_cast<std::ptrdiff_t>(step.offset.row * stride + step.offset.column),
                         static_cast<float>(1.0 / step.distance),
                         static_cast<float>(1.0 / (step.distance - 0.5 * cellSize_))});
    }
    return steps;
}

void HorizonMarch::compute(const WindowTile& tile, RasterView<float> skyView,
                           const Progress& progress, const MarchKernels& kernels) const {
    fillHoles(tile.values);
    for (std::int64_t row = 0; row < skyView.rows(); ++row) {
        std::fill_n(skyView.row(row), skyView.columns(), 0.0F);
    }
    const auto addHorizon =
        settings_.hasWallFaces ? kernels.addHorizonWithFaces : kernels.addHorizon;
    const auto eyes = static_cast<float>(settings_.observerHeight);
    for (std::size_t direction = 0; direction < rays_.size(); ++direction) {
        const std::vector<HorizonStep> steps = stepsFor(direction, tile.values.stride());
        for (std::int64_t first = 0; first < skyView.columns(); first += kChunk) {
            const auto count =
                static_cast<std::size_t>(std::min(kChunk, skyView.columns() - first));
            for (std::int64_t row = 0; row < skyView.rows(); ++row) {
                progress.checkpoint();
                addHorizon(steps,
                           tile.values.row(tile.origin.row + row) + tile.origin.column + first,
                           eyes, {skyView.row(row) + first, count});
            }
        }
    }
    for (std::int64_t row = 0; row < skyView.rows(); ++row) {
        finish(tile.values.row(tile.origin.row + row) + tile.origin.column, skyView.columns(),
               static_cast<float>(settings_.directions), skyView.row(row));
    }
}

}  // namespace lommer::core
