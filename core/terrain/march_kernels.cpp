#include "core/terrain/march_kernels.h"

#include "core/base/assert.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
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

// The bodies below are compiled once for each kind of processor; inside them no lambdas, which
// would not take over the kind. That of the horizon says in which lanes; that of shade is plain
// loops, which compilers vectorise.

namespace lommer::core {
namespace {

constexpr float kStepUp = 2.0F;  // metres; what rises more is a wall, not a slope

/// `kCells` heights side by side.
template <std::size_t kCells>
struct Lane {
#ifdef __GNUC__
    using Values [[gnu::vector_size(kCells * sizeof(float))]] = float;
#endif
};
template <>
struct Lane<1> {
    using Values = float;
};

/// The horizon of `kLanes` lanes of cells from `heights` on. Eyes and tops stay in registers for
/// all steps, and lanes do not wait for each other: the loops over them are unrolled.
template <bool kWithFaces, std::size_t kCells, std::size_t kLanes>
LOMMER_INLINE void horizonOfLanes(std::span<const HorizonStep> steps, const float* heights,
                                  float observerHeight, float* sums) {
    using Values = typename Lane<kCells>::Values;
    static_assert(sizeof(Values) == kCells * sizeof(float));
    Values eye[kLanes];
    Values top[kLanes];
    Values before[kLanes];
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
        std::memcpy(&before[lane], heights + lane * kCells, sizeof(Values));
        eye[lane] = before[lane] + observerHeight;
        top[lane] = Values{};
    }
    for (const HorizonStep& step : steps) {
        const float* row = heights + step.offset;
        const Values far = Values{} - step.perDistance;
        const Values face = Values{} - step.perFaceDistance;
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            Values height;
            std::memcpy(&height, row + lane * kCells, sizeof(Values));
            Values scale = far;
            if constexpr (kWithFaces) {
                scale = height - before[lane] > kStepUp ? face : far;
                before[lane] = height;
            }
            // Both factors negated: the height can be taken from memory where it is subtracted.
            const Values steepness = (eye[lane] - height) * scale;
            top[lane] = steepness > top[lane] ? steepness : top[lane];
        }
    }
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
        Values sum;
        std::memcpy(&sum, sums + lane * kCells, sizeof(Values));
        sum += 1.0F / (1.0F + top[lane] * top[lane]);
        std::memcpy(sums + lane * kCells, &sum, sizeof(Values));
    }
}

/// `kCells` are those of the widest vector of the processor.
template <bool kWithFaces, std::size_t kCells>
LOMMER_INLINE void horizonBody(std::span<const HorizonStep> steps, const float* heights,
                               float observerHeight, std::span<float> sums) {
    // Single cells in so many lanes that a compiler may make vectors of them.
    constexpr std::size_t kLanes = kCells > 1 ? 4 : 16;
    const std::size_t count = sums.size();
    std::size_t i = 0;
    for (; i + kLanes * kCells <= count; i += kLanes * kCells) {
        horizonOfLanes<kWithFaces, kCells, kLanes>(steps, heights + i, observerHeight,
                                                   sums.data() + i);
    }
    for (; i + kCells <= count; i += kCells) {
        horizonOfLanes<kWithFaces, kCells, 1>(steps, heights + i, observerHeight, sums.data() + i);
    }
    for (; i < count; ++i) {
        horizonOfLanes<kWithFaces, 1, 1>(steps, heights + i, observerHeight, sums.data() + i);
    }
}

LOMMER_INLINE float higher(float value, float best) {
    return value > best ? value : best;
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

// A function for each kind of processor around the same bodies; `cells` is how many of them its
// vectors hold.
// NOLINTBEGIN(bugprone-macro-parentheses)
#define LOMMER_MARCH_VARIANT(suffix, cells, target)                                            \
    target void addHorizon##suffix(std::span<const HorizonStep> steps, const float* heights,   \
                                   float observerHeight, std::span<float> sums) {              \
        horizonBody<false, cells>(steps, heights, observerHeight, sums);                       \
    }                                                                                          \
    target void addHorizonWithFaces##suffix(std::span<const HorizonStep> steps,                \
                                            const float* heights, float observerHeight,        \
                                            std::span<float> sums) {                           \
        horizonBody<true, cells>(steps, heights, observerHeight, sums);                        \
    }                                                                                          \
    target void castShade##suffix(std::span<const ShadowStep> steps,                           \
                                  RasterView<const float> heights, RasterView<float> lit) {    \
        shadeBody(steps, heights, lit);                                                        \
    }                                                                                          \
    constexpr MarchKernels k##suffix{#suffix, addHorizon##suffix, addHorizonWithFaces##suffix, \
                                     castShade##suffix};

#ifdef __GNUC__
LOMMER_MARCH_VARIANT(Baseline, 4, )
#else
LOMMER_MARCH_VARIANT(Baseline, 1, )
#endif
#ifdef LOMMER_WIDE_VECTORS
LOMMER_MARCH_VARIANT(Avx2, 8, __attribute__((target("avx2"))))
LOMMER_MARCH_VARIANT(Avx512, 16, __attribute__((target("avx512f,avx512vl,avx512dq,avx512bw"))))
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
