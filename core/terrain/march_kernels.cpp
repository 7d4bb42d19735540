#include "core/terrain/march_kernels.h"

#include "core/base/assert.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#if defined(__GNUC__) && defined(__x86_64__)
#define LOMMER_WIDE_VECTORS 1
#define LOMMER_INLINE inline __attribute__((always_inline))
#elif defined(_MSC_VER)
#define LOMMER_INLINE __forceinline
#else
#define LOMMER_INLINE inline
#endif

// The turns of the loop that follows may be taken side by side.
#if defined(__clang__)
#define LOMMER_INDEPENDENT _Pragma("clang loop vectorize(assume_safety)")
#elif defined(__GNUC__)
#define LOMMER_INDEPENDENT _Pragma("GCC ivdep")
#elif defined(_MSC_VER)
#define LOMMER_INDEPENDENT __pragma(loop(ivdep))
#else
#define LOMMER_INDEPENDENT
#endif

// The bodies below are plain loops that compilers vectorise. They are compiled once for each kind
// of processor; inside them no lambdas, which would not take over the kind.

namespace lommer::core {
namespace {

constexpr float kStepUp = 2.0F;  // metres; what rises more is a wall, not a slope

template <bool kWithFaces>
LOMMER_INLINE float steepness(float height, float before, float eye, const HorizonStep& step) {
    if constexpr (kWithFaces) {
        const float scale = height - before > kStepUp ? step.perFaceDistance : step.perDistance;
        return (height - eye) * scale;
    } else {
        return (height - eye) * step.perDistance;
    }
}

LOMMER_INLINE float higher(float value, float best) {
    return value > best ? value : best;
}

template <bool kWithFaces>
LOMMER_INLINE void horizonBody(std::span<const HorizonStep> steps, const float* __restrict heights,
                               float observerHeight, float* __restrict sums, std::size_t count) {
    std::array<float, kMarchCells> eyes;
    std::array<float, kMarchCells> best;
    float* __restrict eye = eyes.data();
    float* __restrict top = best.data();
    for (std::size_t i = 0; i < count; ++i) {
        eye[i] = heights[i] + observerHeight;
        top[i] = 0.0F;
    }
    const float* before = heights;
    for (std::size_t first = 0; first < steps.size(); first += kHorizonStepsAtOnce) {
        const HorizonStep* s = steps.data() + first;
        const float* z0 = heights + s[0].offset;
        const float* z1 = heights + s[1].offset;
        const float* z2 = heights + s[2].offset;
        const float* z3 = heights + s[3].offset;
        const float* z4 = heights + s[4].offset;
        const float* z5 = heights + s[5].offset;
        const float* z6 = heights + s[6].offset;
        const float* z7 = heights + s[7].offset;
        for (std::size_t i = 0; i < count; ++i) {
            float highest = top[i];
            highest = higher(steepness<kWithFaces>(z0[i], before[i], eye[i], s[0]), highest);
            highest = higher(steepness<kWithFaces>(z1[i], z0[i], eye[i], s[1]), highest);
            highest = higher(steepness<kWithFaces>(z2[i], z1[i], eye[i], s[2]), highest);
            highest = higher(steepness<kWithFaces>(z3[i], z2[i], eye[i], s[3]), highest);
            highest = higher(steepness<kWithFaces>(z4[i], z3[i], eye[i], s[4]), highest);
            highest = higher(steepness<kWithFaces>(z5[i], z4[i], eye[i], s[5]), highest);
            highest = higher(steepness<kWithFaces>(z6[i], z5[i], eye[i], s[6]), highest);
            highest = higher(steepness<kWithFaces>(z7[i], z6[i], eye[i], s[7]), highest);
            top[i] = highest;
        }
        before = z7;
    }
    for (std::size_t i = 0; i < count; ++i) {
        sums[i] += 1.0F / (1.0F + top[i] * top[i]);
    }
}

LOMMER_INLINE float shadowHeight(float near, float far, const ShadowStep& step) {
    return (near + step.weight * (far - near)) - step.drop;
}

/// The heights from which the sun is seen: those `before`, raised by four steps. `top` may be
/// `before`.
LOMMER_INLINE void raiseShadow(const ShadowStep* s, const float* heights, const float* before,
                               float* top, std::int64_t count) {
    const float* a0 = heights + s[0].offset;
    const float* b0 = heights + s[0].next;
    const float* a1 = heights + s[1].offset;
    const float* b1 = heights + s[1].next;
    const float* a2 = heights + s[2].offset;
    const float* b2 = heights + s[2].next;
    const float* a3 = heights + s[3].offset;
    const float* b3 = heights + s[3].next;
    LOMMER_INDEPENDENT
    for (std::int64_t i = 0; i < count; ++i) {
        float highest = before[i];
        highest = higher(shadowHeight(a0[i], b0[i], s[0]), highest);
        highest = higher(shadowHeight(a1[i], b1[i], s[1]), highest);
        highest = higher(shadowHeight(a2[i], b2[i], s[2]), highest);
        highest = higher(shadowHeight(a3[i], b3[i], s[3]), highest);
        top[i] = highest;
    }
}

LOMMER_INLINE void shadeBody(std::span<const ShadowStep> steps, RasterView<const float> heights,
                             RasterView<float> lit) {
    constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();
    const std::int64_t columns = lit.columns();
    if (steps.empty()) {
        for (std::int64_t row = 0; row < lit.rows(); ++row) {
            std::copy_n(heights.row(row), columns, lit.row(row));
        }
    }
    // Steps outside, rows inside: what a step needs is made ready once.
    for (std::size_t first = 0; first < steps.size(); first += kShadowStepsAtOnce) {
        for (std::int64_t row = 0; row < lit.rows(); ++row) {
            const float* before = first == 0 ? heights.row(row) : lit.row(row);
            raiseShadow(steps.data() + first, heights.row(row), before, lit.row(row), columns);
        }
    }
    for (std::int64_t row = 0; row < lit.rows(); ++row) {
        const float* z = heights.row(row);
        float* __restrict top = lit.row(row);
        for (std::int64_t i = 0; i < columns; ++i) {
            const float seen = top[i] > z[i] ? 0.0F : 1.0F;
            top[i] = z[i] > 0.5F * kHoleHeight ? seen : kUnknown;
        }
    }
}

// A function for each kind of processor around the same bodies.
// NOLINTBEGIN(bugprone-macro-parentheses)
#define LOMMER_MARCH_VARIANT(suffix, target)                                                   \
    target void addHorizon##suffix(std::span<const HorizonStep> steps, const float* heights,   \
                                   float observerHeight, std::span<float> sums) {              \
        horizonBody<false>(steps, heights, observerHeight, sums.data(), sums.size());          \
    }                                                                                          \
    target void addHorizonWithFaces##suffix(std::span<const HorizonStep> steps,                \
                                            const float* heights, float observerHeight,        \
                                            std::span<float> sums) {                           \
        horizonBody<true>(steps, heights, observerHeight, sums.data(), sums.size());           \
    }                                                                                          \
    target void castShade##suffix(std::span<const ShadowStep> steps,                           \
                                  RasterView<const float> heights, RasterView<float> lit) {    \
        shadeBody(steps, heights, lit);                                                        \
    }                                                                                          \
    constexpr MarchKernels k##suffix{#suffix, addHorizon##suffix, addHorizonWithFaces##suffix, \
                                     castShade##suffix};

LOMMER_MARCH_VARIANT(Baseline, )
#ifdef LOMMER_WIDE_VECTORS
LOMMER_MARCH_VARIANT(Avx2, __attribute__((target("avx2"))))
LOMMER_MARCH_VARIANT(Avx512, __attribute__((target("avx512f,avx512vl,avx512dq,avx512bw"))))
#endif
// NOLINTEND(bugprone-macro-parentheses)

}  // namespace

void fillHoles(RasterView<float> heights) noexcept {
    for (std::int64_t row = 0; row < heights.rows(); ++row) {
        float* cells = heights.row(row);
        for (std::int64_t column = 0; column < heights.columns(); ++column) {
            cells[column] = std::isnan(cells[column]) ? kHoleHeight : cells[column];
        }
    }
}

std::span<const MarchKernels> marchKernels() noexcept {
#ifdef LOMMER_WIDE_VECTORS
    static constexpr std::array kAll{kAvx512, kAvx2, kBaseline};
    static const std::size_t first = __builtin_cpu_supports("avx512bw") &&
                                             __builtin_cpu_supports("avx512vl") &&
                                             __builtin_cpu_supports("avx512dq")
                                         ? 0
                                         : (__builtin_cpu_supports("avx2") ? 1 : 2);
    return std::span(kAll).subspan(first);
#else
    static constexpr std::array kAll{kBaseline};
    return kAll;
#endif
}

}  // namespace lommer::core
