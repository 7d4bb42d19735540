#include "core/terrain/march_kernels.h"

#include "core/terrain/horizon_march.h"
#include "core/terrain/shadow_march.h"

#include <gtest/gtest.h>

#include <cstring>
#include <limits>
#include <random>

namespace lommer::core {
namespace {

constexpr std::int64_t kSide = 301;  // no multiple of any vector's width

RasterBuffer<float> roughGround(const CellWindow& window) {
    std::mt19937 random(7);
    std::uniform_real_distribution<float> height(0.0F, 30.0F);
    RasterBuffer<float> values(window.columns, window.rows);
    for (float& value : values.values()) {
        const float drawn = height(random);
        value = drawn < 1.0F ? std::numeric_limits<float>::quiet_NaN() : drawn;
    }
    return values;
}

template <class March>
RasterBuffer<float> computedBy(const March& march, const MarchKernels& kernels) {
    const CellWindow cells{0, 0, kSide, kSide};
    const CellWindow seen = march.margins().around(cells);
    RasterBuffer<float> ground = roughGround(seen);
    RasterBuffer<float> result(kSide, kSide);
    march.compute({cells, ground.view(), {-seen.row, -seen.column}}, result.view(), Progress(),
                  kernels);
    return result;
}

template <class March>
void expectSameBits(const March& march) {
    const RasterBuffer<float> expected = computedBy(march, marchKernels().back());
    for (const MarchKernels& kernels : marchKernels()) {
        const RasterBuffer<float> found = computedBy(march, kernels);
        EXPECT_EQ(std::memcmp(found.values().data(), expected.values().data(),
                              expected.values().size_bytes()),
                  0)
            << kernels.name;
    }
}

TEST(MarchKernels, GiveTheSameSkyOnEveryProcessor) {
    expectSameBits(HorizonMarch({.directions = 12, .maxDistance = 33.0}, 1.0));
    expectSameBits(HorizonMarch(
        {.directions = 7, .maxDistance = 21.0, .observerHeight = 1.2, .hasWallFaces = true}, 0.5));
}

TEST(MarchKernels, GiveTheSameShadeOnEveryProcessor) {
    for (const double azimuth : {0.0, 61.0, 190.0}) {
        expectSameBits(ShadowMarch({azimuth, 27.0}, 1.0, 31.0));
    }
}

}  // namespace
}  // namespace lommer::core
