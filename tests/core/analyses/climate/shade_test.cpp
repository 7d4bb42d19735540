#include "core/analyses/climate/shade/shade.h"

#include "core/base/error.h"
#include "tests/support/memory_raster.h"
#include "tests/support/run_analysis.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <numbers>

namespace lommer::test {
namespace {

using core::CellIndex;

constexpr float kHole = std::numeric_limits<float>::quiet_NaN();

AnalysisOutcome outcomeOf(const std::shared_ptr<const MemoryRaster>& surface, AnalysisRun run) {
    run.inputs = {rasterInput("surface", surface)};
    return runAnalysis(*core::makeShade(), run);
}

std::shared_ptr<MemoryRaster> shadeOf(const std::shared_ptr<const MemoryRaster>& surface,
                                      AnalysisRun run) {
    return outcomeOf(surface, std::move(run)).rasters.at("shade");
}

std::shared_ptr<const MemoryRaster> town(std::int64_t side) {
    return std::make_shared<const MemoryRaster>(gridOf(side, side), [](CellIndex cell) {
        const auto row = static_cast<double>(cell.row);
        const auto column = static_cast<double>(cell.column);
        if (std::hypot(row - 60.0, column - 90.0) < 12.0) {
            return kHole;
        }
        const bool isBlock = cell.row % 37 < 14 && cell.column % 29 < 11;
        return static_cast<float>(
            1.0 + std::sin(row / 31.0) + 0.3 * std::cos(column / 7.0) +
            (isBlock ? 5.0 + static_cast<double>((cell.row / 37) % 4) * 4.0 : 0.0));
    });
}

/// Walks from the centre of a cell to the sun in double precision, column by column or row by row,
/// with the height between two centres interpolated.
float slowShade(const MemoryRaster& surface, CellIndex cell, double azimuth, double elevation) {
    const double east = std::sin(azimuth * std::numbers::pi / 180.0);
    const double south = -std::cos(azimuth * std::numbers::pi / 180.0);
    const double rise = std::tan(elevation * std::numbers::pi / 180.0);
    const bool isAlongRows = std::abs(east) > std::abs(south);
    const double step = 1.0 / std::max(std::abs(east), std::abs(south));
    const float own = surface.at(cell.row, cell.column);
    if (std::isnan(own)) {
        return kHole;
    }
    for (double way = step;; way += step) {
        const double row = static_cast<double>(cell.row) + south * way;
        const double column = static_cast<double>(cell.column) + east * way;
        const double along = std::round(isAlongRows ? column : row);
        const double across = isAlongRows ? row : column;
        const double first =
            std::abs(across - std::round(across)) < 1e-6 ? std::round(across) : std::floor(across);
        const auto at = [&](double side) {
            const auto r = static_cast<std::int64_t>(isAlongRows ? side : along);
            const auto c = static_cast<std::int64_t>(isAlongRows ? along : side);
            const bool isInside =
                r >= 0 && c >= 0 && r < surface.grid().rows() && c < surface.grid().columns();
            const float height = isInside ? surface.at(r, c) : kHole;
            return std::isnan(height) ? -1e30 : static_cast<double>(height);
        };
        if (along < 0.0 || along >= static_cast<double>(surface.grid().rows())) {
            return 1.0F;
        }
        const double share = std::abs(across - std::round(across)) < 1e-6 ? 0.0 : across - first;
        const double height =
            at(first) * (1.0 - share) + (share > 0.0 ? at(first + 1.0) : 0.0) * share;
        if (height - rise * way > static_cast<double>(own)) {
            return 0.0F;
        }
    }
}

TEST(Shade, EqualsASlowMarchTowardsTheSun) {
    const auto surface = town(260);
    for (const double azimuth : {0.0, 33.0, 90.0, 136.4, 187.0, 225.0, 265.3, 311.0}) {
        for (const double elevation : {12.0, 33.4, 60.9}) {
            const auto shade =
                shadeOf(surface, {.settings = {{"azimuth", std::to_string(azimuth)},
                                               {"elevation", std::to_string(elevation)}}});
            int different = 0;
            for (std::int64_t row = 0; row < 260; ++row) {
                for (std::int64_t column = 0; column < 260; ++column) {
                    const float slow = slowShade(*surface, {row, column}, azimuth, elevation);
                    const float found = shade->at(row, column);
                    const bool isSame = found == slow || (std::isnan(found) && std::isnan(slow));
                    different += isSame ? 0 : 1;
                }
            }
            EXPECT_LE(different, 260 * 260 / 1000) << azimuth << ' ' << elevation;
        }
    }
}

TEST(Shade, OfATowerIsAsLongAsTheSunSays) {
    // 10 m high, sun in the south at 45 degrees: ten cells to the north.
    const auto tower = std::make_shared<const MemoryRaster>(gridOf(41, 41), [](CellIndex cell) {
        return cell == CellIndex{30, 20} ? 10.0F : 0.0F;
    });
    const auto shade = shadeOf(tower, {.settings = {{"azimuth", "180"}, {"elevation", "45.01"}}});
    for (std::int64_t row = 0; row < 41; ++row) {
        for (std::int64_t column = 0; column < 41; ++column) {
            const bool isShaded = column == 20 && row >= 21 && row < 30;
            EXPECT_EQ(shade->at(row, column), isShaded ? 0.0F : 1.0F) << row << ' ' << column;
        }
    }
}

TEST(Shade, IsEverywhereWhenTheSunHasSet) {
    const auto outcome = outcomeOf(town(100), {.settings = {{"time", "2026-07-01T23:00Z"}}});
    EXPECT_NE(outcome.remark("sun-set"), nullptr);
    for (const float value : outcome.rasters.at("shade")->values()) {
        ASSERT_TRUE(value == 0.0F || std::isnan(value));
    }
}

TEST(Shade, TurnsTheSunByTheAngleBetweenGridAndTrueNorth) {
    class TurnedLocator : public core::GeoLocator {
    public:
        Position locate(core::Point) const override { return {51.97, 5.66, 1.5}; }
    };
    const TurnedLocator locator;
    const auto outcome =
        outcomeOf(town(100), {.settings = {{"time", "2015-07-01T12:00Z"}}, .locator = &locator});
    ASSERT_NE(outcome.remark("sun-position"), nullptr);
    EXPECT_NEAR(std::get<double>(outcome.remark("sun-position")->arguments[0].second), 188.9 - 1.5,
                0.1001);
}

TEST(Shade, WantsExactlyOneWayToSayWhereTheSunIs) {
    const auto surface = town(60);
    const auto codeOf = [&](const std::map<std::string, std::string>& settings) {
        try {
            shadeOf(surface, {.settings = settings});
        } catch (const core::Error& error) {
            return error.code();
        }
        return core::ErrorCode::programFault;
    };
    EXPECT_EQ(codeOf({}), core::ErrorCode::parameterMissing);
    EXPECT_EQ(codeOf({{"azimuth", "180"}}), core::ErrorCode::parameterMissing);
    EXPECT_EQ(codeOf({{"azimuth", "180"}, {"elevation", "30"}, {"time", "2026-07-01T12:00:00Z"}}),
              core::ErrorCode::parametersExclusive);
}

TEST(Shade, DoesNotDependOnTilesThreadsOrMemory) {
    const auto surface = town(700);
    const std::map<std::string, std::string> settings{{"azimuth", "217"}, {"elevation", "21"}};
    const auto once = shadeOf(surface, {.settings = settings});
    for (const std::int64_t tile : {256, 1024, 4096}) {
        for (const int threads : {1, 2, 5}) {
            const auto again = shadeOf(surface, {.settings = settings,
                                                 .tileSize = tile,
                                                 .threads = threads,
                                                 .memoryBytes = 24 << 20});
            EXPECT_EQ(std::memcmp(once->values().data(), again->values().data(),
                                  once->values().size() * sizeof(float)),
                      0);
        }
    }
}

}  // namespace
}  // namespace lommer::test
