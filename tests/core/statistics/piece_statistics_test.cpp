#include "core/statistics/piece_statistics.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace lommer::core {
namespace {

constexpr float kHole = std::numeric_limits<float>::quiet_NaN();

ZoneStatistics zoneOf(const std::vector<CoverageRun>& runs, RasterBuffer<float>& block) {
    ZoneStatistics zone;
    zone.add(statisticsOf(runs, block.view()));
    return zone;
}

TEST(PieceStatistics, FullCellsCountOnceAndCutCellsByTheirFraction) {
    RasterBuffer<float> block(4, 1);
    block.view()(0, 0) = 1.0F;
    block.view()(0, 1) = 3.0F;
    block.view()(0, 2) = 8.0F;
    const auto zone = zoneOf({{0, 0, 2, 1.0}, {0, 2, 1, 0.25}}, block);
    EXPECT_DOUBLE_EQ(zone.count(), 2.25);
    EXPECT_DOUBLE_EQ(zone.sum(), 1.0 + 3.0 + 0.25 * 8.0);
    EXPECT_DOUBLE_EQ(zone.mean(), 6.0 / 2.25);
    EXPECT_DOUBLE_EQ(zone.minimum(), 1.0);
    EXPECT_DOUBLE_EQ(zone.maximum(), 8.0);
    // variance = E[v^2] - E[v]^2 = (1 + 9 + 0.25 * 64) / 2.25 - (6 / 2.25)^2
    EXPECT_NEAR(zone.standardDeviation(), std::sqrt(26.0 / 2.25 - 36.0 / (2.25 * 2.25)), 1e-15);
}

TEST(PieceStatistics, HolesAreCoveredButDoNotCount) {
    RasterBuffer<float> block(11, 1, 2.0F);
    for (const std::int64_t column : {0, 3, 4, 9, 10}) {
        block.view()(0, column) = kHole;
    }
    const auto zone = zoneOf({{0, 0, 10, 1.0}, {0, 10, 1, 0.5}}, block);
    EXPECT_DOUBLE_EQ(zone.covered(), 10.5);
    EXPECT_DOUBLE_EQ(zone.count(), 6.0);
    EXPECT_DOUBLE_EQ(zone.sum(), 12.0);
    EXPECT_DOUBLE_EQ(zone.minimum(), 2.0);
    EXPECT_DOUBLE_EQ(zone.maximum(), 2.0);
}

TEST(PieceStatistics, AZoneOfHolesIsEmpty) {
    RasterBuffer<float> block(5, 1, kHole);
    const auto zone = zoneOf({{0, 0, 5, 1.0}}, block);
    EXPECT_TRUE(zone.isEmpty());
    EXPECT_DOUBLE_EQ(zone.covered(), 5.0);
}

TEST(PieceStatistics, ASmallSpreadOnALargeMeanIsNotLost) {
    // 10,000 and 10,001 in turn: the spread is exactly 0.5 however often they come.
    ZoneStatistics zone;
    RasterBuffer<float> block(256, 256);
    for (std::size_t cell = 0; cell < block.values().size(); ++cell) {
        block.values()[cell] = 1.0e4F + static_cast<float>(cell % 2);
    }
    std::vector<CoverageRun> runs;
    for (std::uint16_t row = 0; row < 256; ++row) {
        runs.push_back({row, 0, 256, 1.0});
    }
    for (int piece = 0; piece < 1000; ++piece) {
        zone.add(statisticsOf(runs, block.view()));
    }
    EXPECT_NEAR(zone.standardDeviation(), 0.5, 1e-12);
    EXPECT_DOUBLE_EQ(zone.mean(), 10000.5);
    EXPECT_DOUBLE_EQ(zone.sum(), 10000.5 * 65536.0 * 1000.0);
}

TEST(PieceStatistics, MergedPiecesEqualOnePieceOverAllCells) {
    RasterBuffer<float> block(64, 64);
    for (std::size_t cell = 0; cell < block.values().size(); ++cell) {
        block.values()[cell] = std::sin(static_cast<float>(cell)) * 30.0F + 5.0F;
    }
    std::vector<CoverageRun> all;
    ZoneStatistics merged;
    for (std::uint16_t row = 0; row < 64; ++row) {
        const std::vector<CoverageRun> runs{{row, 0, 63, 1.0}, {row, 63, 1, 0.375}};
        merged.add(statisticsOf(runs, block.view()));
        all.insert(all.end(), runs.begin(), runs.end());
    }
    const auto one = zoneOf(all, block);
    EXPECT_NEAR(merged.count(), one.count(), 1e-9);
    EXPECT_NEAR(merged.sum(), one.sum(), 1e-8);
    EXPECT_NEAR(merged.standardDeviation(), one.standardDeviation(), 1e-12);
    EXPECT_EQ(merged.minimum(), one.minimum());
    EXPECT_EQ(merged.maximum(), one.maximum());
}

}  // namespace
}  // namespace lommer::core
