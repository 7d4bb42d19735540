// buffer, dissolve, spatial-join and count-in-areas.

#include "core/analyses/basic/buffer/buffer.h"
#include "core/analyses/basic/count_in_areas/count_in_areas.h"
#include "core/analyses/basic/dissolve/dissolve.h"
#include "core/analyses/basic/spatial_join/spatial_join.h"
#include "core/engine/catalogue.h"
#include "core/geometry/validity.h"
#include "tests/support/geometries.h"
#include "tests/support/parcels.h"
#include "tests/support/run_analysis.h"
#include "tests/support/stop_time.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <numbers>
#include <numeric>

namespace lommer::core {
namespace {

using test::addPolygon;
using test::AnalysisOutcome;
using test::AnalysisRun;
using test::numbersOf;
using test::rectangle;
using test::textsOf;
using ::testing::ElementsAre;
using Texts = std::vector<std::string>;

AnalysisOutcome resultOf(const Analysis& analysis, std::vector<BoundInput> inputs,
                         std::map<std::string, std::string> settings = {}) {
    AnalysisRun run;
    run.inputs = std::move(inputs);
    run.settings = std::move(settings);
    return test::runAnalysis(analysis, run);
}

std::int64_t countOf(const AnalysisOutcome& outcome, const char* remark) {
    const Remark* found = outcome.remark(remark);
    return found == nullptr ? 0 : std::get<std::int64_t>(found->arguments[1].second);
}

/// Three squares of 10 by 10: two beside each other and one apart.
Table squares() {
    GeometryColumn column;
    addPolygon(column, {rectangle(0, 0, 10, 10)});
    addPolygon(column, {rectangle(10, 0, 20, 10)});
    addPolygon(column, {rectangle(50, 0, 60, 10)});
    return test::tableOf(column, {test::textColumn("use", {"field", "field", "wood"}),
                                  test::realColumn("homes", {4.0, NAN, NAN}, Unit::count)});
}

TEST(PlaceAnalyses, AreSoundlyDeclared) {
    for (const auto& analysis :
         {makeBuffer(), makeDissolve(), makeSpatialJoin(), makeCountInAreas()}) {
        EXPECT_EQ(declarationFaults(analysis->declaration()), Texts{});
    }
}

TEST(Buffer, OfAPointIsThePolygonInscribedInTheCircle) {
    GeometryColumn column;
    test::addPoint(column, {100, 100});
    const auto outcome =
        resultOf(*makeBuffer(), {test::tableInput("features", test::tableOf(column, {}))},
                 {{"distance", "10"}, {"segments", "16"}});
    // A regular polygon of 64 corners: n/2 r² sin(2π/n); rounding to 1 mm moves little.
    const double expected = 32.0 * 100.0 * std::sin(2.0 * std::numbers::pi / 64.0);
    EXPECT_NEAR(test::areaOf(outcome.tables.at("features").geometries(), 0), expected, 0.02);
}

TEST(Buffer, BelowZeroTakesAStripOffPolygonsAndCountsWhatVanishes) {
    GeometryColumn column;
    addPolygon(column, {rectangle(0, 0, 10, 10)});
    addPolygon(column, {rectangle(0, 0, 3, 10)});
    test::addLine(column, {{0, 0}, {50, 0}});
    const auto outcome =
        resultOf(*makeBuffer(),
                 {test::tableInput(
                     "features", test::tableOf(column, {test::textColumn("n", {"a", "b", "c"})}))},
                 {{"distance", "-2"}});
    const Table& zones = outcome.tables.at("features");
    EXPECT_EQ(textsOf(zones, "n"), Texts{"a"});
    EXPECT_NEAR(test::areaOf(zones.geometries(), 0), 36.0, 1e-9);
    EXPECT_EQ(countOf(outcome, "rows-without-zone"), 2);
}

TEST(Buffer, UnitedIsOneZoneWithoutOverlap) {
    const auto outcome = resultOf(*makeBuffer(), {test::tableInput("features", squares())},
                                  {{"distance", "1"}, {"dissolve", "true"}, {"segments", "50"}});
    const Table& zone = outcome.tables.at("zone");
    EXPECT_THAT(numbersOf(zone, "count"), ElementsAre(3.0));
    // 20 x 10 and 10 x 10, a strip of 1 around each and four quarter circles each.
    const double expected = 200.0 + 60.0 + 100.0 + 40.0 + 2.0 * std::numbers::pi;
    EXPECT_NEAR(test::totalArea(zone.geometries()), expected, 0.01);
    EXPECT_EQ(outcome.tables.count("features"), 0U);
}

TEST(Dissolve, UnitesByValueAndAddsUp) {
    const auto outcome = resultOf(*makeDissolve(), {test::tableInput("areas", squares())},
                                  {{"column", "use"}, {"sum-column", "homes"}});
    const Table& united = outcome.tables.at("united");
    EXPECT_EQ(textsOf(united, "use"), (Texts{"field", "wood"}));
    EXPECT_THAT(numbersOf(united, "count"), ElementsAre(2.0, 1.0));
    EXPECT_EQ(textsOf(united, "homes_sum"), (Texts{"4", "-"}));  // missing stays missing
    EXPECT_EQ(countOf(outcome, "figures-missing"), 1);
    EXPECT_EQ(united.geometries().featureOffsets[1], 1U);  // one part: the shared edge is gone
    EXPECT_DOUBLE_EQ(test::areaOf(united.geometries(), 0), 200.0);
}

TEST(Dissolve, WithoutAColumnMakesOneRowAndKeepsHoles) {
    GeometryColumn column;
    addPolygon(column, {rectangle(0, 0, 30, 10)});
    addPolygon(column, {rectangle(0, 20, 30, 30)});
    addPolygon(column, {rectangle(0, 10, 10, 20)});
    addPolygon(column, {rectangle(20, 10, 30, 20)});
    const auto outcome =
        resultOf(*makeDissolve(), {test::tableInput("areas", test::tableOf(column, {}))});
    const Table& united = outcome.tables.at("united");
    ASSERT_EQ(united.rowCount(), 1);
    EXPECT_DOUBLE_EQ(test::areaOf(united.geometries(), 0), 800.0);
    EXPECT_EQ(united.geometries().partOffsets[1], 2U);  // an outer ring and a hole
}

TEST(Dissolve, AMeshBecomesOneSoundPolygonWithTheSameBitsOnAnyNumberOfThreads) {
    const GeometryColumn mesh =
        test::parcels({.columns = 40, .rows = 30, .jitter = 4.0, .seed = 2, .pointsPerSide = 2});
    AnalysisRun run;
    run.inputs = {test::tableInput("areas", test::tableOf(mesh, {}))};
    run.threads = 1;
    const Table one = test::runAnalysis(*makeDissolve(), run).tables.at("united");
    EXPECT_NEAR(test::totalArea(one.geometries()), test::totalArea(mesh),
                1e-9 * test::totalArea(mesh));
    EXPECT_EQ(one.geometries().ringOffsets.size(), 2U);  // no holes
    EXPECT_TRUE(findInvalid(one.geometries(), {}).empty());
    run.threads = 5;
    EXPECT_TRUE(
        test::hasSameBits(test::runAnalysis(*makeDissolve(), run).tables.at("united"), one));
}

TEST(Dissolve, AStopIsHeardWithinTwoHundredMilliseconds) {
    AnalysisRun run;
    run.inputs = {test::tableInput(
        "areas",
        test::tableOf(
            test::parcels({.columns = 150, .rows = 150, .jitter = 3.0, .pointsPerSide = 4}), {}))};
    for (const int wait : {150, 400}) {
        const double seconds = test::leastSecondsToStop(std::chrono::milliseconds(wait),
                                                        [&](const std::stop_token& stop) {
                                                            run.stop = stop;
                                                            test::runAnalysis(*makeDissolve(), run);
                                                        });
        EXPECT_LT(seconds, test::kStopLimitSeconds) << wait;
    }
}

/// Points in and around the squares: one in the first, one on the edge between the first two, one
/// 3 m left of the third.
Table trees() {
    GeometryColumn column;
    test::addPoint(column, {5, 5});
    test::addPoint(column, {10, 5});
    test::addPoint(column, {47, 5});
    return test::tableOf(column, {test::textColumn("tree", {"in", "edge", "out"}),
                                  test::realColumn("height", {10.0, NAN, 7.0}, Unit::metre,
                                                   PrivacyClass::perAddress)});
}

TEST(SpatialJoin, TakesTheColumnsOfWhatLiesThere) {
    const std::vector<BoundInput> inputs{test::tableInput("features", trees()),
                                         test::tableInput("join-features", squares())};
    const auto first = resultOf(*makeSpatialJoin(), inputs, {{"match", "first"}});
    const Table& table = first.tables.at("features");
    EXPECT_EQ(textsOf(table, "use"), (Texts{"field", "field", "-"}));
    EXPECT_THAT(numbersOf(table, "matches"), ElementsAre(1.0, 2.0, 0.0));
    EXPECT_EQ(countOf(first, "rows-unmatched"), 1);
    EXPECT_EQ(table.columnNamed("matches").info().privacy, PrivacyClass::perAddress);
    const auto all =
        resultOf(*makeSpatialJoin(), inputs, {{"match", "all"}, {"keep-unmatched", "false"}});
    EXPECT_EQ(textsOf(all.tables.at("features"), "tree"), (Texts{"in", "edge", "edge"}));
}

TEST(SpatialJoin, TheLargestOverlapWins) {
    GeometryColumn column;
    addPolygon(column, {rectangle(4, 2, 18, 4)});  // 6 m in the first square, 8 m in the second
    const Table houses = test::tableOf(column, {});
    GeometryColumn other;
    addPolygon(other, {rectangle(0, 0, 10, 10)});
    addPolygon(other, {rectangle(10, 0, 20, 10)});
    const Table fields = test::tableOf(other, {test::textColumn("name", {"west", "east"})});
    const std::vector<BoundInput> inputs{test::tableInput("features", houses),
                                         test::tableInput("join-features", fields)};
    EXPECT_EQ(textsOf(resultOf(*makeSpatialJoin(), inputs).tables.at("features"), "name"),
              Texts{"east"});
    const auto within = resultOf(*makeSpatialJoin(), inputs, {{"relation", "within"}});
    EXPECT_EQ(textsOf(within.tables.at("features"), "name"), Texts{"-"});
}

TEST(SpatialJoin, FindsTheNearestWithinTheLimit) {
    const std::vector<BoundInput> inputs{test::tableInput("features", trees()),
                                         test::tableInput("join-features", squares())};
    const auto near = resultOf(*makeSpatialJoin(), inputs, {{"relation", "nearest"}});
    EXPECT_EQ(textsOf(near.tables.at("features"), "use"), (Texts{"field", "field", "wood"}));
    EXPECT_THAT(numbersOf(near.tables.at("features"), "distance"), ElementsAre(0.0, 0.0, 3.0));
    const auto limited =
        resultOf(*makeSpatialJoin(), inputs, {{"relation", "nearest"}, {"max-distance", "2.5"}});
    EXPECT_EQ(textsOf(limited.tables.at("features"), "distance"), (Texts{"0", "0", "-"}));
}

TEST(CountInAreas, CountsAPointOnASharedEdgeOnceAndKeepsMissingFigures) {
    const auto outcome =
        resultOf(*makeCountInAreas(),
                 {test::tableInput("areas", squares()), test::tableInput("features", trees())},
                 {{"column", "height"}, {"density", "true"}});
    const Table& table = outcome.tables.at("areas");
    const auto counts = numbersOf(table, "count");
    EXPECT_EQ(std::accumulate(counts.begin(), counts.end(), 0.0), 2.0);
    EXPECT_EQ(counts[2], 0.0);
    EXPECT_EQ(textsOf(table, "height_sum")[2], "0");   // nothing there adds up to nothing
    EXPECT_EQ(textsOf(table, "height_mean")[2], "-");  // but has no mean
    EXPECT_EQ(textsOf(table, "height_sum")[0], "10");
    EXPECT_EQ(textsOf(table, "height_sum")[1], "-");  // only the tree of unknown height
    EXPECT_EQ(textsOf(table, "length_inside")[0], "-");
    EXPECT_DOUBLE_EQ(numbersOf(table, "per_km2")[0], 1e6 / 100.0 * counts[0]);
    EXPECT_EQ(table.columnNamed("count").info().privacy, PrivacyClass::perAddress);
    EXPECT_EQ(countOf(outcome, "features-outside"), 1);
    EXPECT_EQ(countOf(outcome, "figures-missing"), 1);
}

TEST(CountInAreas, MeasuresWhatLinesAndPolygonsHaveInside) {
    GeometryColumn column;
    test::addLine(column, {{-10, 5}, {15, 5}});    // 10 m in the first, 5 m in the second
    addPolygon(column, {rectangle(5, 2, 15, 4)});  // half in each
    const Table things = test::tableOf(column, {test::realColumn("value", {50.0, 8.0})});
    const auto outcome =
        resultOf(*makeCountInAreas(),
                 {test::tableInput("areas", squares()), test::tableInput("features", things)},
                 {{"column", "value"}});
    const Table& table = outcome.tables.at("areas");
    EXPECT_THAT(numbersOf(table, "count"), ElementsAre(2.0, 2.0, 0.0));
    EXPECT_THAT(numbersOf(table, "length_inside"), ElementsAre(10.0, 5.0, 0.0));
    EXPECT_THAT(numbersOf(table, "area_inside"), ElementsAre(10.0, 10.0, 0.0));
    // 10 / 25 of 50 and a half of 8; 5 / 25 of 50 and the other half.
    EXPECT_THAT(numbersOf(table, "value_sum"), ElementsAre(24.0, 14.0, 0.0));
    EXPECT_DOUBLE_EQ(numbersOf(table, "value_mean")[0], 24.0 / 0.9);
}

TEST(CountInAreas, OverAMeshEverythingAddsUp) {
    const Table areas =
        test::tableOf(test::parcels({.columns = 8, .rows = 8, .seed = 4, .pointsPerSide = 1}), {});
    GeometryColumn inside = test::parcels({.columns = 9,
                                           .rows = 9,
                                           .origin = {200'025, 450'025},
                                           .side = 20.0,
                                           .jitter = 5.0,
                                           .seed = 5});
    std::vector<double> values;
    for (std::int64_t row = 0; row < inside.rowCount(); ++row) {
        values.push_back(static_cast<double>(row % 17));
    }
    const double area = test::totalArea(inside);
    const auto outcome = resultOf(
        *makeCountInAreas(),
        {test::tableInput("areas", areas),
         test::tableInput("features", test::tableOf(inside, {test::realColumn("v", values)}))},
        {{"column", "v"}});
    const auto total = [&](const char* column) {
        const auto numbers = numbersOf(outcome.tables.at("areas"), column);
        return std::accumulate(numbers.begin(), numbers.end(), 0.0);
    };
    EXPECT_NEAR(total("area_inside"), area, 1e-5 * area);
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    EXPECT_NEAR(total("v_sum"), sum, 1e-4 * sum);
}

TEST(PlaceAnalyses, ARegionGivesTheSameRowsAsAWholeRun) {
    const Table mesh = test::tableOf(test::parcels({.columns = 12, .rows = 12, .seed = 3}), {});
    const Table other = test::tableOf(
        test::parcels({.columns = 12, .rows = 12, .origin = {200'013, 450'011}, .seed = 4}), {});
    struct Case {
        std::unique_ptr<const Analysis> analysis;
        std::vector<std::string> roles;
        std::map<std::string, std::string> settings;
        std::string output;
    };
    std::vector<Case> cases;
    cases.push_back({makeBuffer(), {"features"}, {{"distance", "12.5"}}, "features"});
    cases.push_back({makeSpatialJoin(), {"features", "join-features"}, {}, "features"});
    cases.push_back({makeCountInAreas(), {"areas", "features"}, {}, "areas"});
    cases.push_back({makeDissolve(), {"areas"}, {}, "united"});
    for (const Case& one : cases) {
        AnalysisRun run;
        run.inputs = {test::tableInput(one.roles[0], mesh)};
        if (one.roles.size() > 1) {
            run.inputs.push_back(test::tableInput(one.roles[1], other));
        }
        run.settings = one.settings;
        run.threads = 1;
        const Table whole = test::runAnalysis(*one.analysis, run).tables.at(one.output);
        run.threads = 5;
        run.region = Bounds{200'100, 450'100, 200'190, 450'170};
        const Table part = test::runAnalysis(*one.analysis, run).tables.at(one.output);
        std::vector<std::int64_t> rows;
        for (std::int64_t row = 0; row < whole.rowCount(); ++row) {
            if (whole.geometries().boundsOf(row).intersects(*run.region)) {
                rows.push_back(row);
            }
        }
        EXPECT_TRUE(test::hasSameBits(part, whole.select(rows))) << one.analysis->declaration().id;
    }
}

}  // namespace
}  // namespace lommer::core
