#include "core/analyses/basic/difference/difference.h"

#include "core/base/error.h"
#include "core/raster/difference_source.h"
#include "tests/support/geometries.h"
#include "tests/support/run_analysis.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>
#include <random>

namespace lommer::test {
namespace {

using core::CellIndex;
using core::Grid;

constexpr float kHole = std::numeric_limits<float>::quiet_NaN();

using Raster = std::shared_ptr<MemoryRaster>;

AnalysisRun runOf(Raster later, Raster earlier, std::map<std::string, std::string> settings = {}) {
    AnalysisRun run;
    run.inputs = {rasterInput("later", std::move(later)),
                  rasterInput("earlier", std::move(earlier))};
    run.settings = std::move(settings);
    return run;
}

AnalysisOutcome outcomeOf(const AnalysisRun& run) {
    return runAnalysis(*core::makeDifference(), run);
}

Raster rasterOf(const Grid& grid, const std::vector<float>& values) {
    return std::make_shared<MemoryRaster>(grid, [&](CellIndex cell) {
        return values[static_cast<std::size_t>(cell.row * grid.columns() + cell.column)];
    });
}

Raster filled(const Grid& grid, float value) {
    return std::make_shared<MemoryRaster>(grid, [value](CellIndex) { return value; });
}

/// Random numbers around 35 with a hole now and then.
Raster noise(const Grid& grid, unsigned seed) {
    auto random = std::make_shared<std::mt19937>(seed);
    return std::make_shared<MemoryRaster>(grid, [random](CellIndex) {
        const auto drawn = (*random)() % 4096;
        return drawn < 300 ? kHole : 30.0F + static_cast<float>(drawn) / 256.0F;
    });
}

double figureOf(const core::Table& table, const char* column, std::int64_t row = 0) {
    return table.columnNamed(column).realAt(row);
}

TEST(Difference, SubtractsTheEarlierFromTheLaterCellByCell) {
    const Grid grid = gridOf(3, 2);
    const auto outcome = outcomeOf(runOf(rasterOf(grid, {40, 41, 42, kHole, 38, 30}),
                                         rasterOf(grid, {38, 41, 45, 35, kHole, 30.5F})));
    const auto& values = outcome.rasters.at("difference")->values();
    EXPECT_EQ(values[0], 2.0F);
    EXPECT_EQ(values[1], 0.0F);
    EXPECT_EQ(values[2], -3.0F);
    EXPECT_TRUE(std::isnan(values[3]));
    EXPECT_TRUE(std::isnan(values[4]));
    EXPECT_EQ(values[5], -0.5F);
    // Of the four that are there: one 2 higher, one 3 lower, two less than 1 apart.
    const core::Table& summary = outcome.tables.at("summary");
    EXPECT_EQ(figureOf(summary, "cells"), 4.0);
    EXPECT_EQ(figureOf(summary, "difference_mean"), (2.0 + 0.0 - 3.0 - 0.5) / 4.0);
    EXPECT_EQ(figureOf(summary, "share_higher"), 0.25);
    EXPECT_EQ(figureOf(summary, "share_lower"), 0.25);
    EXPECT_TRUE(outcome.remarks.empty());
    EXPECT_EQ(outcome.tables.count("areas"), 0U);
}

TEST(Difference, CountsADifferenceOfTheLimitAsClearOnBothSides) {
    const Grid grid = gridOf(4, 1);
    const auto outcome = outcomeOf(runOf(rasterOf(grid, {0.5F, -0.5F, 0.4375F, -0.4375F}),
                                         filled(grid, 0.0F), {{"limit", "0.5"}}));
    EXPECT_EQ(figureOf(outcome.tables.at("summary"), "share_higher"), 0.25);
    EXPECT_EQ(figureOf(outcome.tables.at("summary"), "share_lower"), 0.25);
}

TEST(Difference, LooksAtThePlaceAndReachesAsFarAsBoth) {
    // The later one starts two columns and one row further; the cells coincide.
    const Grid whole = gridOf(5, 4);
    const Grid part(whole.left() + 2.0, whole.top() - 1.0, 1.0, 6, 3);
    const auto earlier = std::make_shared<MemoryRaster>(
        whole, [](CellIndex cell) { return static_cast<float>(10 * cell.row + cell.column); });
    const auto outcome = outcomeOf(runOf(filled(part, 100.0F), earlier));
    const MemoryRaster& difference = *outcome.rasters.at("difference");
    EXPECT_EQ(difference.grid(), Grid(part.left(), part.top(), 1.0, 3, 3));
    EXPECT_EQ(difference.values(), (std::vector<float>{88, 87, 86, 78, 77, 76, 68, 67, 66}));
    EXPECT_NE(outcome.remark("only-where-both"), nullptr);
    EXPECT_EQ(outcome.remark("raster-aligned"), nullptr);
}

TEST(Difference, AveragesSmallCellsToTheLargerOnesWithARemark) {
    // The mean of the four small cells, whichever of the two they are in; a large cell of which
    // three of four small ones are holes is a hole.
    const Grid small = gridOf(4, 2);
    const Grid large = gridOf(2, 1, 2.0);
    const Raster fine = rasterOf(small, {1, 2, kHole, kHole, 3, 6, kHole, 9});
    const Raster coarse = rasterOf(large, {10, 20});
    const auto later = outcomeOf(runOf(fine, coarse));
    EXPECT_EQ(later.rasters.at("difference")->grid(), large);
    EXPECT_EQ(later.rasters.at("difference")->at(0, 0), 3.0F - 10.0F);
    EXPECT_TRUE(std::isnan(later.rasters.at("difference")->at(0, 1)));
    ASSERT_NE(later.remark("raster-aligned"), nullptr);
    EXPECT_EQ(later.remark("only-where-both"), nullptr);
    const auto earlier = outcomeOf(runOf(coarse, fine));
    EXPECT_EQ(earlier.rasters.at("difference")->at(0, 0), 10.0F - 3.0F);
}

TEST(Difference, ConvertsShiftedCellsByNearness) {
    // Half a cell to the east: the middle between two of the earlier one.
    const Grid grid = gridOf(4, 1);
    const Grid shifted(grid.left() + 0.5, grid.top(), 1.0, 3, 1);
    const auto outcome = outcomeOf(runOf(filled(shifted, 10.0F), rasterOf(grid, {1, 2, 4, 8})));
    EXPECT_EQ(outcome.rasters.at("difference")->values(), (std::vector<float>{8.5F, 7.0F, 4.0F}));
    EXPECT_NE(outcome.remark("raster-aligned"), nullptr);
}

TEST(Difference, OfOddSizesStaysNearAPlane) {
    // x + 2 y is a plane: averaging and nearness keep it, wherever all cells are there.
    const auto planeOn = [](const Grid& grid) {
        return std::make_shared<MemoryRaster>(grid, [grid](CellIndex cell) {
            const core::Point place = grid.centreOf(cell);
            return static_cast<float>(place.x - 200000.0 + 2.0 * (place.y - 450000.0));
        });
    };
    const Grid fine = gridOf(300, 300, 1.0);
    const Grid odd(200010.3, 450280.7, 2.7, 90, 90);
    const auto outcome = outcomeOf(runOf(planeOn(fine), planeOn(odd)));
    const MemoryRaster& difference = *outcome.rasters.at("difference");
    EXPECT_EQ(difference.grid().cellSize(), 2.7);
    for (const float value : difference.values()) {
        ASSERT_NEAR(value, 0.0F, 1e-3F);
    }
}

TEST(Difference, RefusesMapsThatDoNotOverlap) {
    const Grid grid = gridOf(3, 3);
    const Grid beside(grid.left() + 3.0, grid.top(), 1.0, 3, 3);
    try {
        outcomeOf(runOf(filled(grid, 1.0F), filled(beside, 1.0F)));
        FAIL() << "touching is no overlap";
    } catch (const core::Error& error) {
        EXPECT_EQ(error.code(), core::ErrorCode::noOverlap);
    }
}

TEST(Difference, SummarisesEachAreaByTheCellsInIt) {
    const Grid grid = gridOf(4, 2);
    core::GeometryColumn areas;
    const double x = grid.left();
    const double y = grid.top() - 2.0;
    addPolygon(areas, {rectangle(x, y, x + 2.0, y + 2.0)});
    addPolygon(areas, {rectangle(x + 2.5, y, x + 4.0, y + 1.0)});
    addPolygon(areas, {rectangle(x + 9.0, y, x + 10.0, y + 1.0)});
    AnalysisRun run = runOf(rasterOf(grid, {4, 0, 0, 0, 2, kHole, -6, 2}), filled(grid, 0.0F));
    std::vector<core::Column> columns;
    columns.push_back(textColumn("naam", {"a", "b", "c"}));
    run.inputs.push_back(tableInput("areas", tableOf(std::move(areas), std::move(columns))));
    const auto outcome = outcomeOf(run);
    const core::Table& found = outcome.tables.at("areas");
    // The first: 4, 0 and 2. The second: half of -6 and the whole of 2.
    EXPECT_EQ(figureOf(found, "difference_mean", 0), 2.0);
    EXPECT_EQ(figureOf(found, "share_higher", 0), 2.0 / 3.0);
    EXPECT_EQ(figureOf(found, "share_lower", 0), 0.0);
    EXPECT_EQ(figureOf(found, "difference_mean", 1), (0.5 * -6.0 + 2.0) / 1.5);
    EXPECT_EQ(figureOf(found, "share_higher", 1), 1.0 / 1.5);
    EXPECT_EQ(figureOf(found, "share_lower", 1), 0.5 / 1.5);
    EXPECT_FALSE(found.columnNamed("difference_mean").isPresent(2));
    EXPECT_NE(outcome.remark("areas-without-difference"), nullptr);
}

TEST(Difference, IsThatOfASlowObviousLoopForAnyTilesAndThreads) {
    constexpr unsigned kSeed = 20261126;
    SCOPED_TRACE(kSeed);
    const Grid grid = gridOf(700, 530);
    const Raster later = noise(grid, kSeed);
    const Raster earlier = noise(grid, kSeed + 1);
    std::int64_t cells = 0;
    std::int64_t higher = 0;
    double sum = 0.0;
    std::vector<float> expected;
    for (std::size_t cell = 0; cell < later->values().size(); ++cell) {
        const float difference = later->values()[cell] - earlier->values()[cell];
        expected.push_back(difference);
        if (!std::isnan(difference)) {
            ++cells;
            sum += static_cast<double>(difference);  // exact: multiples of 1/256
            higher += difference >= 1.0F ? 1 : 0;
        }
    }
    AnalysisRun run = runOf(later, earlier);
    for (const auto& [tileSize, threads] : {std::pair{256, 1}, std::pair{1024, 4}}) {
        run.tileSize = tileSize;
        run.threads = threads;
        const auto outcome = outcomeOf(run);
        const auto& found = outcome.rasters.at("difference")->values();
        ASSERT_EQ(found.size(), expected.size());
        for (std::size_t cell = 0; cell < found.size(); ++cell) {
            ASSERT_TRUE(found[cell] == expected[cell] ||
                        (std::isnan(found[cell]) && std::isnan(expected[cell])))
                << cell;
        }
        const core::Table& summary = outcome.tables.at("summary");
        EXPECT_EQ(figureOf(summary, "cells"), static_cast<double>(cells));
        EXPECT_EQ(figureOf(summary, "difference_mean"), sum / static_cast<double>(cells));
        EXPECT_EQ(figureOf(summary, "share_higher"),
                  static_cast<double>(higher) / static_cast<double>(cells));
    }
}

AnalysisRun runOfResults(const core::InputOrigin& later, const core::InputOrigin& earlier) {
    AnalysisRun run = runOf(filled(gridOf(2, 2), 3.0F), filled(gridOf(2, 2), 1.0F));
    run.inputs[0].origin = std::make_shared<const core::InputOrigin>(later);
    run.inputs[1].origin = std::make_shared<const core::InputOrigin>(earlier);
    return run;
}

core::InputOrigin heatOf(const char* date) {
    return {.analysis = "heat-stress",
            .analysisVersion = 1,
            .definition = {},
            .parameters = {{"date", std::string(date)}, {"directions", std::int64_t{16}}},
            .output = "pet",
            .unit = core::Unit::degreeCelsius};
}

TEST(Difference, OfTwoDaysOfOneMethodNeedsNoRemarkAndKeepsTheUnit) {
    const auto outcome = outcomeOf(runOfResults(heatOf("2018-07-26"), heatOf("2000-06-20")));
    EXPECT_TRUE(outcome.remarks.empty());
    EXPECT_EQ(outcome.tables.at("summary").columnNamed("difference_mean").info().unit,
              core::Unit::degreeCelsius);
}

TEST(Difference, SaysWhereTheRunsDifferInMoreThanTheDay) {
    core::InputOrigin other = heatOf("2000-06-20");
    other.parameters["directions"] = std::int64_t{32};
    other.parameters["hours"] = std::vector<double>{12.0};
    auto outcome = outcomeOf(runOfResults(heatOf("2018-07-26"), other));
    ASSERT_NE(outcome.remark("other-settings"), nullptr);
    EXPECT_EQ(std::get<std::int64_t>(outcome.remark("other-settings")->arguments.front().second),
              2);
    other = heatOf("2018-07-26");
    other.definition = "accurate";
    outcome = outcomeOf(runOfResults(heatOf("2018-07-26"), other));
    EXPECT_NE(outcome.remark("other-methods"), nullptr);
    other = heatOf("2018-07-26");
    other.output = "wind";
    outcome = outcomeOf(runOfResults(heatOf("2018-07-26"), other));
    ASSERT_NE(outcome.remark("other-quantities"), nullptr);
    EXPECT_EQ(outcome.remarks.size(), 1U);
}

}  // namespace
}  // namespace lommer::test
