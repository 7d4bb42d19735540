#pragma once

#include "core/raster/raster_view.h"

#include <cstddef>
#include <span>

namespace lommer::core {

/// Height that stands for a hole while rays march: too low to stand in the way of anything, and
/// finite, so that it can be interpolated.
constexpr float kHoleHeight = -1e30F;

/// Holes (NaN) get that height, in place.
void fillHoles(RasterView<float> heights) noexcept;

/// One obstacle of all cells of a row: the cell `offset` values further in the buffer.
struct HorizonStep {
    std::ptrdiff_t offset = 0;
    /// One over the distance in metres.
    float perDistance = 0.0F;
    /// One over the distance to the near face of the cell.
    float perFaceDistance = 0.0F;
};

/// One place on the way to the sun: between the cells `offset` and `next` further in the buffer,
/// `weight` (0 to less than 1) of the way to `next`. What stands there must be more than `drop`
/// metres higher to cast its shadow here.
struct ShadowStep {
    std::ptrdiff_t offset = 0;
    std::ptrdiff_t next = 0;
    float weight = 0.0F;
    float drop = 0.0F;
};

/// Steps towards the sun are taken by so many at once: their lists are padded to a multiple by
/// repeating the last one, which changes nothing.
constexpr std::size_t kShadowStepsAtOnce = 4;

/// Loops over a stretch of a row of cells or a few rows, made for one kind of processor. All
/// variants give the same bits: they add, multiply, divide and compare single precision numbers in
/// the same order.
struct MarchKernels {
    const char* name;
    /// Adds cos² of the horizon angle in one direction to `sums`: the highest of the steps seen
    /// from `observerHeight` above each cell, not below the horizontal.
    void (*addHorizon)(std::span<const HorizonStep> steps, const float* heights,
                       float observerHeight, std::span<float> sums);
    /// The same, with the near face of a cell counting where it is more than 2 m higher than the
    /// one before.
    void (*addHorizonWithFaces)(std::span<const HorizonStep> steps, const float* heights,
                                float observerHeight, std::span<float> sums);
    /// 1 where no step stands in the way of the sun, 0 elsewhere, NaN in holes. The two views have
    /// one size.
    void (*castShade)(std::span<const ShadowStep> steps, RasterView<const float> heights,
                      RasterView<float> lit);
};

/// The variants that this processor can run, the fastest first.
std::span<const MarchKernels> marchKernels() noexcept;

}  // namespace lommer::core
