#include "core/analyses/climate/sky_view_factor/sky_view_factor.h"

#include "core/terrain/ray.h"
#include "tests/support/memory_raster.h"
#include "tests/support/run_analysis.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <limits>

namespace lommer::test {
namespace {

using core::CellIndex;

constexpr float kHole = std::numeric_limits<float>::quiet_NaN();

std::shared_ptr<MemoryRaster> skyOf(const std::shared_ptr<const MemoryRaster>& surface,
                                    AnalysisRun run = {}) {
    run.inputs = {rasterInput("surface", surface)};
    return runAnalysis(*core::makeSkyViewFactor(), run).rasters.at("sky-view-factor");
}

std::shared_ptr<const MemoryRaster> surfaceOf(std::int64_t columns, std::int64_t rows,
                                              const std::function<float(CellIndex)>& heightOf) {
    return std::make_shared<const MemoryRaster>(gridOf(columns, rows), heightOf);
}

/// A small town: blocks of several heights, slopes and a pond without heights.
std::shared_ptr<const MemoryRaster> town(std::int64_t columns, std::int64_t rows) {
    return surfaceOf(columns, rows, [](CellIndex cell) {
        const auto row = static_cast<double>(cell.row);
        const auto column = static_cast<double>(cell.column);
        if (std::hypot(row - 60.0, column - 90.0) < 12.0) {
            return kHole;
        }
        const bool isBlock = cell.row % 37 < 14 && cell.column % 29 < 11;
        const double ground = 2.0 + std::sin(row / 31.0) + std::cos(column / 23.0);
        return static_cast<float>(
            ground + (isBlock ? 4.0 + static_cast<double>((cell.row / 37) % 5) * 3.0 : 0.0));
    });
}

bool hasSameCells(const MemoryRaster& a, const MemoryRaster& b) {
    return a.values().size() == b.values().size() &&
           std::memcmp(a.values().data(), b.values().data(), a.values().size() * sizeof(float)) ==
               0;
}

/// Mean of cos² of the horizon, cell by cell and step by step, in double precision.
double slowSky(const MemoryRaster& surface, CellIndex cell, int directions, double distance) {
    double sum = 0.0;
    for (int index = 0; index < directions; ++index) {
        double steepest = 0.0;
        const core::RayDirection direction(360.0 * index / directions);
        for (const core::RayStep& step : core::raySteps(direction, distance, 1.0)) {
            const std::int64_t row = cell.row + step.offset.row;
            const std::int64_t column = cell.column + step.offset.column;
            if (row < 0 || column < 0 || row >= surface.grid().rows() ||
                column >= surface.grid().columns() || std::isnan(surface.at(row, column))) {
                continue;
            }
            const double rise = static_cast<double>(surface.at(row, column)) -
                                static_cast<double>(surface.at(cell.row, cell.column));
            steepest = std::max(steepest, rise / step.distance);
        }
        sum += 1.0 / (1.0 + steepest * steepest);
    }
    return sum / directions;
}

TEST(SkyViewFactor, IsOneOnAFlatPlain) {
    const auto plain = surfaceOf(300, 280, [](CellIndex) { return 3.5F; });
    for (const char* definition : {"standard", "accurate"}) {
        const auto sky = skyOf(plain, {.definition = definition});
        for (const float value : sky->values()) {
            ASSERT_EQ(value, 1.0F);
        }
    }
}

TEST(SkyViewFactor, IsThatOfACircularCourtInItsCentre) {
    // Wall of 20 m at 50 m: cos²(atan(20 / 50)) = 1 / (1 + 0.16) = 0.8621.
    // Its middle is a corner of cells, so that the wall stands on the edges of cells.
    const auto court = surfaceOf(240, 240, [](CellIndex cell) {
        const double distance = std::hypot(static_cast<double>(cell.row) - 119.5,
                                           static_cast<double>(cell.column) - 119.5);
        return distance < 50.0 ? 0.0F : 20.0F;
    });
    for (const char* definition : {"standard", "accurate"}) {
        const float value = skyOf(court, {.definition = definition})->at(120, 120);
        EXPECT_GE(value, 0.862F) << definition;
        EXPECT_LE(value, 0.866F) << definition;
    }
}

TEST(SkyViewFactor, IsThatOfAnInfiniteCanyon) {
    // Street as wide as its walls are high (20 m); half a cell beside the middle: 0.447.
    const auto canyon = surfaceOf(121, 1601, [](CellIndex cell) {
        return cell.column >= 50 && cell.column < 70 ? 0.0F : 20.0F;
    });
    EXPECT_NEAR(skyOf(canyon, {.definition = "standard"})->at(800, 60), 0.447F, 0.025F);
    EXPECT_NEAR(skyOf(canyon, {.definition = "accurate"})->at(800, 60), 0.447F, 0.006F);
}

TEST(SkyViewFactor, EqualsASlowMarch) {
    const auto surface = town(220, 190);
    const auto sky = skyOf(surface, {.settings = {{"max-distance", "40"}}});
    double largest = 0.0;
    for (std::int64_t row = 0; row < 190; row += 3) {
        for (std::int64_t column = 0; column < 220; column += 7) {
            const float found = sky->at(row, column);
            ASSERT_EQ(std::isnan(found), std::isnan(surface->at(row, column)));
            if (!std::isnan(found)) {
                const double slow = slowSky(*surface, {row, column}, 16, 40.0);
                largest = std::max(largest, std::abs(static_cast<double>(found) - slow));
            }
        }
    }
    EXPECT_LE(largest, 1.0 / 4096.0);
}

TEST(SkyViewFactor, WithoutLimitIsCloseToAMarchOverTheWholeMap) {
    // The sweep shares lines between cells: the nearest cells may be others than those of a march.
    const auto surface = town(220, 190);
    const auto sky = skyOf(surface, {.settings = {{"max-distance", "0"}, {"directions", "32"}}});
    double sum = 0.0;
    int count = 0;
    for (std::int64_t row = 0; row < 190; row += 5) {
        for (std::int64_t column = 0; column < 220; column += 3) {
            const float found = sky->at(row, column);
            ASSERT_EQ(std::isnan(found), std::isnan(surface->at(row, column)));
            if (!std::isnan(found)) {
                const double slow = slowSky(*surface, {row, column}, 32, 400.0);
                EXPECT_NEAR(static_cast<double>(found), slow, 0.12) << row << ' ' << column;
                sum += static_cast<double>(found) - slow;
                ++count;
            }
        }
    }
    EXPECT_NEAR(sum / count, 0.0, 0.002);
}

TEST(SkyViewFactor, WithoutLimitIsExactAlongTheAxes) {
    // With four directions the lines are the rows and columns: the same cells as in a march.
    const auto surface = town(220, 190);
    const auto sky = skyOf(surface, {.settings = {{"max-distance", "0"}, {"directions", "4"}}});
    for (std::int64_t row = 0; row < 190; ++row) {
        for (std::int64_t column = 0; column < 220; ++column) {
            if (!std::isnan(surface->at(row, column))) {
                ASSERT_NEAR(static_cast<double>(sky->at(row, column)),
                            slowSky(*surface, {row, column}, 4, 400.0), 1e-6)
                    << row << ' ' << column;
            }
        }
    }
}

TEST(SkyViewFactor, GrowsWithTheHeightOfTheEyes) {
    const auto surface = town(120, 120);
    for (const char* distance : {"30", "0"}) {
        const auto low = skyOf(surface, {.settings = {{"max-distance", distance}}});
        const auto high =
            skyOf(surface, {.settings = {{"max-distance", distance}, {"observer-height", "1.2"}}});
        const auto above =
            skyOf(surface, {.settings = {{"max-distance", distance}, {"observer-height", "40"}}});
        for (std::size_t cell = 0; cell < low->values().size(); ++cell) {
            if (!std::isnan(low->values()[cell])) {
                ASSERT_GE(high->values()[cell], low->values()[cell]);
                ASSERT_EQ(above->values()[cell], 1.0F);
            }
        }
    }
}

TEST(SkyViewFactor, DoesNotDependOnTilesThreadsOrMemory) {
    const auto surface = town(700, 600);
    for (const char* definition : {"standard", "accurate"}) {
        const std::map<std::string, std::string> settings{{"directions", "8"}};
        const auto once = skyOf(surface, {.settings = settings, .definition = definition});
        for (const std::int64_t tile : {256, 1024, 4096}) {
            for (const int threads : {1, 2, 5}) {
                EXPECT_TRUE(hasSameCells(*once, *skyOf(surface, {.settings = settings,
                                                                 .definition = definition,
                                                                 .tileSize = tile,
                                                                 .threads = threads})));
            }
        }
        EXPECT_TRUE(hasSameCells(*once, *skyOf(surface, {.settings = settings,
                                                         .definition = definition,
                                                         .memoryBytes = 6 << 20})))
            << "spilled";
    }
}

TEST(SkyViewFactor, SaysHowMuchLiesAtTheEdgeAndHowMuchHasNoHeight) {
    const auto surface =
        surfaceOf(300, 300, [](CellIndex cell) { return cell.column < 90 ? kHole : 1.0F; });
    const auto outcome =
        runAnalysis(*core::makeSkyViewFactor(), {.inputs = {rasterInput("surface", surface)}});
    ASSERT_NE(outcome.remark("many-holes"), nullptr);
    EXPECT_EQ(outcome.remark("many-holes")->arguments[0].second, core::Argument(30.0));
    // 100 of 300 cells along each axis see 100 m on both sides: 1 - 1 / 9.
    ASSERT_NE(outcome.remark("edge-of-data"), nullptr);
    EXPECT_EQ(outcome.remark("edge-of-data")->arguments[0].second, core::Argument(88.9));
}

}  // namespace
}  // namespace lommer::test
