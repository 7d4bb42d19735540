#include "core/analyses/basic/zonal_statistics/zonal_statistics.h"

#include "core/base/error.h"
#include "tests/core/statistics/polygons.h"
#include "tests/support/run_analysis.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <numeric>
#include <random>
#include <thread>

namespace lommer::core {
namespace {

using test::AnalysisOutcome;
using test::AnalysisRun;
using test::box;
using test::MemoryRaster;
using test::numbersOf;
using test::Polygons;
using test::star;
using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::Pointwise;

constexpr float kHole = std::numeric_limits<float>::quiet_NaN();

const Analysis& analysis() {
    static const auto made = makeZonalStatistics();
    return *made;
}

/// Rows of numbers as a raster of cells of 1 m with its south-west corner at (0, 0).
std::shared_ptr<MemoryRaster> rasterOf(const std::vector<std::vector<float>>& rows) {
    const auto height = static_cast<std::int64_t>(rows.size());
    const Grid grid(0.0, static_cast<double>(height), 1.0,
                    static_cast<std::int64_t>(rows.front().size()), height);
    return std::make_shared<MemoryRaster>(grid, [&](CellIndex cell) {
        return rows[static_cast<std::size_t>(cell.row)][static_cast<std::size_t>(cell.column)];
    });
}

const std::vector<std::vector<float>> kFiveByFive{{1, 2, 3, 4, 5},
                                                  {6, 7, 8, 9, 10},
                                                  {11, 12, 13, 14, 15},
                                                  {16, 17, 18, 19, 20},
                                                  {21, 22, 23, 24, 25}};

Table tableOf(const Polygons& zones, std::vector<Column> columns = {}) {
    return test::tableOf(zones.column(), std::move(columns));
}

AnalysisRun runOf(const Table& zones, std::shared_ptr<const MemoryRaster> values) {
    AnalysisRun run;
    run.inputs = {test::tableInput("zones", zones), test::rasterInput("values", std::move(values))};
    return run;
}

Table resultOf(const AnalysisRun& run) {
    return test::runAnalysis(analysis(), run).tables.at("zones");
}

double only(const Table& table, const char* column) {
    return numbersOf(table, column).at(0);
}

/// 600 x 600 cells with slopes, noise and holes, and zones of all kinds over and beside it.
struct Landscape {
    std::shared_ptr<MemoryRaster> values;
    Polygons zones;

    Landscape() {
        std::mt19937 random(23);
        std::normal_distribution<float> noise(0.0F, 3.0F);
        values =
            std::make_shared<MemoryRaster>(Grid(0.0, 300.0, 0.5, 600, 600), [&](CellIndex cell) {
                const float value = 0.02F * static_cast<float>(cell.column) + noise(random);
                return (cell.row / 16 + cell.column / 16) % 9 == 0 ? kHole : value;
            });
        std::uniform_real_distribution<double> place(-20.0, 320.0);
        std::uniform_real_distribution<double> size(0.05, 60.0);
        for (unsigned zone = 0; zone < 60; ++zone) {
            const Point centre{place(random), place(random)};
            const double radius = size(random) * (zone % 3 == 0 ? 0.05 : 1.0);
            zones.add(
                {{star(centre, radius, 40, zone), star(centre, 0.2 * radius, 6, zone + 500)}});
        }
        zones.add({{box(-10.0, -10.0, 310.0, 310.0)}});
        zones.addEmpty();
    }
};

TEST(ZonalStatistics, FourWholeCellsGiveTheirSchoolbookStatistics) {
    // Cells 7, 8, 12, 13: sum 40, mean 10, squares of differences 9 + 4 + 4 + 9 = 26.
    const auto table = resultOf(
        runOf(tableOf(Polygons().add({{box(1.0, 2.0, 3.0, 4.0)}})), rasterOf(kFiveByFive)));
    EXPECT_DOUBLE_EQ(only(table, "count"), 4.0);
    EXPECT_DOUBLE_EQ(only(table, "sum"), 40.0);
    EXPECT_DOUBLE_EQ(only(table, "mean"), 10.0);
    EXPECT_DOUBLE_EQ(only(table, "min"), 7.0);
    EXPECT_DOUBLE_EQ(only(table, "max"), 13.0);
    EXPECT_DOUBLE_EQ(only(table, "stdev"), std::sqrt(26.0 / 4.0));
}

TEST(ZonalStatistics, ASquareOnCellCentresWeighsQuartersHalvesAndAWhole) {
    // From (1.5, 1.5) to (3.5, 3.5): quarters of 7, 9, 17, 19; halves of 8, 12, 14, 18; all of 13.
    auto run = runOf(tableOf(Polygons().add({{box(1.5, 1.5, 3.5, 3.5)}})), rasterOf(kFiveByFive));
    run.settings = {{"median", "true"}, {"quantiles", "0,25,100"}};
    const auto table = resultOf(run);
    EXPECT_DOUBLE_EQ(only(table, "count"), 4.0);
    EXPECT_DOUBLE_EQ(only(table, "sum"), 0.25 * 52.0 + 0.5 * 52.0 + 13.0);
    EXPECT_DOUBLE_EQ(only(table, "min"), 7.0);
    EXPECT_DOUBLE_EQ(only(table, "max"), 19.0);
    // 0.25 * (36 + 16 + 16 + 36) + 0.5 * (25 + 1 + 1 + 25) = 52, over 4 cells
    EXPECT_DOUBLE_EQ(only(table, "stdev"), std::sqrt(52.0 / 4.0));
    // In order: 7 (0.25), 8 (0.75), 9 (1.0), 12 (1.5), 13 (2.5) …: half of 4 is reached in 13,
    // a quarter of 4 exactly between 9 and 12.
    EXPECT_DOUBLE_EQ(only(table, "median"), 13.0);
    EXPECT_DOUBLE_EQ(only(table, "quantile_25"), 10.5);
    EXPECT_DOUBLE_EQ(only(table, "quantile_0"), 7.0);
    EXPECT_DOUBLE_EQ(only(table, "quantile_100"), 19.0);
}

TEST(ZonalStatistics, OverlappingZonesEachGetTheirCells) {
    const auto zones = Polygons()
                           .add({{box(0.0, 0.0, 5.0, 5.0)}})
                           .add({{box(0.0, 4.0, 2.0, 5.0)}})
                           .add({{box(0.0, 4.0, 1.0, 5.0)}, {box(4.0, 0.0, 5.0, 1.0)}});
    const auto table = resultOf(runOf(tableOf(zones), rasterOf(kFiveByFive)));
    EXPECT_THAT(numbersOf(table, "sum"), ElementsAre(325.0, 3.0, 26.0));
    EXPECT_THAT(numbersOf(table, "count"), ElementsAre(25.0, 2.0, 2.0));
}

TEST(ZonalStatistics, HolesDoNotCountAndManyOfThemAreRemarked) {
    auto rows = kFiveByFive;
    rows[0] = {kHole, kHole, kHole, kHole, kHole};
    rows[1][0] = kHole;  // 6 of 25 cells
    const auto outcome =
        test::runAnalysis(analysis(), runOf(tableOf(Polygons()
                                                        .add({{box(0.0, 0.0, 5.0, 5.0)}})
                                                        .add({{box(0.0, 0.0, 5.0, 4.0)}})
                                                        .add({{box(1.0, 4.0, 3.0, 5.0)}})),
                                            rasterOf(rows)));
    const Table& table = outcome.tables.at("zones");
    EXPECT_THAT(numbersOf(table, "count"), ElementsAre(19.0, 19.0, 0.0));
    EXPECT_DOUBLE_EQ(numbersOf(table, "sum")[0], 325.0 - 15.0 - 6.0);
    EXPECT_EQ(table.columnNamed("mean").presenceAt(2), Presence::missing);
    ASSERT_NE(outcome.remark("zones-with-holes"), nullptr);  // the first and the last zone
    EXPECT_EQ(outcome.remark("zones-with-holes")->arguments,
              (Arguments{{"zones", std::int64_t{2}}}));
}

TEST(ZonalStatistics, ZonesOutsideAndWithoutGeometryKeepTheirRowAndAreCounted) {
    const auto outcome =
        test::runAnalysis(analysis(), runOf(tableOf(Polygons()
                                                        .add({{box(3.0, 3.0, 9.0, 9.0)}})
                                                        .add({{box(7.0, 7.0, 8.0, 8.0)}})
                                                        .addEmpty()),
                                            rasterOf(kFiveByFive)));
    const Table& table = outcome.tables.at("zones");
    EXPECT_DOUBLE_EQ(numbersOf(table, "sum")[0], 4.0 + 5.0 + 9.0 + 10.0);
    EXPECT_DOUBLE_EQ(numbersOf(table, "count")[1], 0.0);
    EXPECT_EQ(table.columnNamed("sum").presenceAt(1), Presence::missing);
    EXPECT_EQ(table.columnNamed("count").presenceAt(2), Presence::notApplicable);
    for (const char* code : {"zones-outside", "zones-partly-outside", "zones-without-geometry"}) {
        ASSERT_NE(outcome.remark(code), nullptr) << code;
        EXPECT_EQ(outcome.remark(code)->arguments, (Arguments{{"zones", std::int64_t{1}}}));
    }
}

TEST(ZonalStatistics, WithoutAnyOverlapTheRunStops) {
    try {
        resultOf(
            runOf(tableOf(Polygons().add({{box(50.0, 0.0, 60.0, 5.0)}})), rasterOf(kFiveByFive)));
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::noOverlap);
    }
}

TEST(ZonalStatistics, ColumnsOfTheZonesStayAndTheirPrivacyIsInherited) {
    auto columns = std::vector<Column>{
        test::textColumn("Mean", {"a"}),
        test::realColumn("income", {3.0}, Unit::euro, PrivacyClass::perAddress)};
    const auto outcome = test::runAnalysis(
        analysis(), runOf(tableOf(Polygons().add({{box(0.0, 0.0, 1.0, 1.0)}}), std::move(columns)),
                          rasterOf(kFiveByFive)));
    const Table& table = outcome.tables.at("zones");
    EXPECT_EQ(test::textsOf(table, "Mean"), std::vector<std::string>{"a"});
    EXPECT_DOUBLE_EQ(only(table, "mean_2"), 21.0);
    EXPECT_EQ(table.columnNamed("sum").info().privacy, PrivacyClass::perAddress);
    EXPECT_NE(outcome.remark("column-renamed"), nullptr);
}

TEST(ZonalStatistics, AllStatisticsEqualSlowOnesFromClippedFractions) {
    std::mt19937 random(31);
    std::normal_distribution<float> height(10.0F, 4.0F);
    const Grid grid(0.0, 30.0, 1.0, 30, 30);
    const auto values = std::make_shared<MemoryRaster>(
        grid, [&](CellIndex cell) { return cell.column == 7 ? kHole : height(random); });
    for (unsigned seed = 0; seed < 25; ++seed) {
        const std::vector<test::Part> parts{{star({14.0, 16.0}, 13.0, 21, seed)}};
        const auto table = resultOf(runOf(tableOf(Polygons().add(parts)), values));
        const auto fractions = test::clippedFractions(parts, grid);
        double count = 0.0;
        double sum = 0.0;
        double squares = 0.0;
        for (std::size_t cell = 0; cell < fractions.size(); ++cell) {
            const auto value = static_cast<double>(values->values()[cell]);
            if (!std::isnan(value)) {
                count += fractions[cell];
                sum += fractions[cell] * value;
                squares += fractions[cell] * value * value;
            }
        }
        EXPECT_NEAR(only(table, "count"), count, 1e-8);
        EXPECT_NEAR(only(table, "sum"), sum, 1e-8 * sum);
        EXPECT_NEAR(only(table, "stdev"), std::sqrt(squares / count - sum * sum / count / count),
                    1e-7);
    }
}

TEST(ZonalStatistics, SumsOverAPartitionAreTheTotalsOfTheRaster) {
    const Landscape land;
    Polygons mesh;
    std::mt19937 random(41);
    std::uniform_real_distribution<double> jitter(-12.0, 12.0);
    constexpr int kSide = 10;
    std::array<std::array<Point, kSide + 1>, kSide + 1> nodes{};
    for (int row = 0; row <= kSide; ++row) {
        for (int column = 0; column <= kSide; ++column) {
            nodes[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)] = {
                -15.0 + 33.0 * column + jitter(random), -15.0 + 33.0 * row + jitter(random)};
        }
    }
    for (std::size_t row = 0; row < kSide; ++row) {
        for (std::size_t column = 0; column < kSide; ++column) {
            mesh.add({{{nodes[row][column], nodes[row][column + 1], nodes[row + 1][column + 1],
                        nodes[row + 1][column]}}});
        }
    }
    const auto table = resultOf(runOf(tableOf(mesh), land.values));
    double count = 0.0;
    double sum = 0.0;
    for (const float value : land.values->values()) {
        if (!std::isnan(value)) {
            count += 1.0;
            sum += static_cast<double>(value);
        }
    }
    const auto total = [&](const char* column) {
        double result = 0.0;
        for (const double value : numbersOf(table, column)) {
            result += std::isnan(value) ? 0.0 : value;
        }
        return result;
    };
    EXPECT_NEAR(total("count"), count, 1e-9 * count);
    EXPECT_NEAR(total("sum"), sum, 1e-9 * std::abs(sum));
}

TEST(ZonalStatistics, TilesThreadsAndMemoryDoNotChangeABit) {
    const Landscape land;
    AnalysisRun run = runOf(tableOf(land.zones), land.values);
    run.settings = {{"median", "true"}, {"quantiles", "5,95"}};
    const Table expected = resultOf(run);
    for (const int threads : {1, 2, 5}) {
        for (const std::int64_t tileSize : {256, 1024, 4096}) {
            run.threads = threads;
            run.tileSize = tileSize;
            EXPECT_TRUE(test::hasSameBits(resultOf(run), expected)) << threads << ' ' << tileSize;
        }
    }
    // So little that the largest zones take passes of their own and the others come in batches.
    run.memoryBytes = 1400 * 1024;
    EXPECT_TRUE(test::hasSameBits(resultOf(run), expected));
}

TEST(ZonalStatistics, ARegionGivesItsZonesTheirWholeValues) {
    const Landscape land;
    AnalysisRun run = runOf(tableOf(land.zones), land.values);
    run.settings = {{"median", "true"}};
    const Table all = resultOf(run);
    run.region = Bounds{100.0, 100.0, 140.0, 140.0};
    const Table part = resultOf(run);
    std::vector<std::int64_t> rows;
    for (std::int64_t row = 0; row < all.rowCount(); ++row) {
        if (all.geometries().boundsOf(row).intersects(*run.region)) {
            rows.push_back(row);
        }
    }
    ASSERT_GT(rows.size(), 3U);
    ASSERT_LT(rows.size(), 40U);
    EXPECT_TRUE(test::hasSameBits(part, all.select(rows)));
}

TEST(ZonalStatistics, AStopIsHeardWithinTwoHundredMilliseconds) {
    const Landscape land;
    AnalysisRun run = runOf(tableOf(land.zones), land.values);
    std::stop_source stop;
    run.stop = stop.get_token();
    std::chrono::steady_clock::time_point asked;
    run.listener = [&](double, const std::string&) {
        asked = std::chrono::steady_clock::now();
        stop.request_stop();
    };
    EXPECT_THROW(resultOf(run), Cancelled);
    EXPECT_LT(std::chrono::steady_clock::now() - asked, std::chrono::milliseconds(200));
}

}  // namespace
}  // namespace lommer::core
