// intersect, clip and erase: what they add to core/geometry/overlay.

#include "core/analyses/basic/clip/clip.h"
#include "core/analyses/basic/erase/erase.h"
#include "core/analyses/basic/intersect/intersect.h"
#include "core/base/error.h"
#include "core/engine/catalogue.h"
#include "tests/support/geometries.h"
#include "tests/support/parcels.h"
#include "tests/support/run_analysis.h"

#include <gtest/gtest.h>

#include <cmath>

namespace lommer::core {
namespace {

using test::addPolygon;
using test::AnalysisRun;
using test::rectangle;
using test::textsOf;

/// Two fields of 10 by 10 side by side.
Table fields() {
    GeometryColumn column;
    addPolygon(column, {rectangle(0, 0, 10, 10)});
    addPolygon(column, {rectangle(10, 0, 20, 10)});
    return test::tableOf(
        column, {test::textColumn("name", {"west", "east"}),
                 test::textColumn("owner", {"Jansen", "De Vries"}, PrivacyClass::personal)});
}

/// A road of 2 wide across both, and a pond in the east.
Table things() {
    GeometryColumn column;
    addPolygon(column, {rectangle(-5, 4, 25, 6)});
    addPolygon(column, {rectangle(12, 7, 14, 9)});
    return test::tableOf(column, {test::textColumn("Name", {"road", "pond"}),
                                  test::realColumn("depth", {NAN, 1.5})});
}

AnalysisRun runOf(const std::string& first, Table a, const std::string& second, Table b) {
    AnalysisRun run;
    run.inputs = {test::tableInput(first, std::move(a)), test::tableInput(second, std::move(b))};
    return run;
}

TEST(OverlayAnalyses, AreSoundlyDeclared) {
    for (const auto& analysis : {makeIntersect(), makeClip(), makeErase()}) {
        EXPECT_EQ(declarationFaults(analysis->declaration()), std::vector<std::string>{});
    }
}

TEST(Intersect, PiecesHaveTheColumnsOfBothLayersAndNewNamesWhereTheyClash) {
    const auto outcome =
        test::runAnalysis(*makeIntersect(), runOf("first", fields(), "second", things()));
    const Table& pieces = outcome.tables.at("pieces");
    EXPECT_EQ(textsOf(pieces, "name"), (std::vector<std::string>{"west", "east", "east"}));
    EXPECT_EQ(textsOf(pieces, "Name_2"), (std::vector<std::string>{"road", "road", "pond"}));
    EXPECT_EQ(textsOf(pieces, "depth"), (std::vector<std::string>{"-", "-", "1.5"}));
    EXPECT_DOUBLE_EQ(test::areaOf(pieces.geometries(), 0), 20.0);
    EXPECT_DOUBLE_EQ(test::areaOf(pieces.geometries(), 2), 4.0);
    EXPECT_EQ(pieces.columnNamed("owner").info().privacy, PrivacyClass::personal);
    const Remark* renamed = outcome.remark("column-renamed");
    ASSERT_NE(renamed, nullptr);
    EXPECT_EQ(renamed->arguments,
              (Arguments{{"column", std::string("Name")}, {"name", std::string("Name_2")}}));
}

TEST(Intersect, LeavesOutPiecesBelowTheSmallestAreaAndCountsThem) {
    AnalysisRun run = runOf("first", fields(), "second", things());
    run.settings = {{"minimum-area", "5"}};
    const auto outcome = test::runAnalysis(*makeIntersect(), run);
    EXPECT_EQ(outcome.tables.at("pieces").rowCount(), 2);
    ASSERT_NE(outcome.remark("pieces-too-small"), nullptr);
    EXPECT_EQ(outcome.remark("pieces-too-small")->arguments[1].second, Argument(std::int64_t{1}));
}

TEST(Clip, KeepsWhatLiesInsideAndEraseTheRest) {
    const auto inside =
        test::runAnalysis(*makeClip(), runOf("features", fields(), "clip-areas", things()));
    const Table& clipped = inside.tables.at("features");
    EXPECT_EQ(textsOf(clipped, "name"), (std::vector<std::string>{"west", "east"}));
    EXPECT_EQ(clipped.columns().size(), 2U);
    EXPECT_DOUBLE_EQ(test::areaOf(clipped.geometries(), 0), 20.0);
    EXPECT_DOUBLE_EQ(test::areaOf(clipped.geometries(), 1), 24.0);
    const auto outside =
        test::runAnalysis(*makeErase(), runOf("features", fields(), "erase-areas", things()));
    const Table& erased = outside.tables.at("features");
    EXPECT_DOUBLE_EQ(test::areaOf(erased.geometries(), 0), 80.0);
    EXPECT_DOUBLE_EQ(test::areaOf(erased.geometries(), 1), 76.0);
    EXPECT_EQ(erased.geometries().featureOffsets.back(), 4U);  // each field is cut in two
}

TEST(Clip, KeepsPointsOnTheEdgeThatEraseTakesAway) {
    GeometryColumn points;
    test::addPoint(points, {5, 5});
    test::addPoint(points, {0, 4});  // on the edge of the road
    test::addPoint(points, {5, 9});
    const Table trees = test::tableOf(points, {test::textColumn("tree", {"in", "edge", "out"})});
    const auto clipped =
        test::runAnalysis(*makeClip(), runOf("features", trees, "clip-areas", things()));
    EXPECT_EQ(textsOf(clipped.tables.at("features"), "tree"),
              (std::vector<std::string>{"in", "edge"}));
    const auto erased =
        test::runAnalysis(*makeErase(), runOf("features", trees, "erase-areas", things()));
    EXPECT_EQ(textsOf(erased.tables.at("features"), "tree"), (std::vector<std::string>{"out"}));
}

ErrorCode codeOf(const Analysis& analysis, const AnalysisRun& run) {
    try {
        test::runAnalysis(analysis, run);
    } catch (const Error& error) {
        return error.code();
    }
    return ErrorCode::programFault;
}

TEST(OverlayAnalyses, LayersFarApartAndEmptyLayersAreErrors) {
    GeometryColumn far;
    addPolygon(far, {rectangle(500, 500, 510, 510)});
    const Table elsewhere = test::tableOf(far, {});
    const Table nothing = test::tableOf(GeometryColumn{}, {});
    GeometryColumn blank;
    test::addNothing(blank);
    const Table placeless = test::tableOf(blank, {});
    EXPECT_EQ(codeOf(*makeIntersect(), runOf("first", fields(), "second", elsewhere)),
              ErrorCode::noOverlap);
    EXPECT_EQ(codeOf(*makeErase(), runOf("features", fields(), "erase-areas", elsewhere)),
              ErrorCode::noOverlap);
    EXPECT_EQ(codeOf(*makeClip(), runOf("features", fields(), "clip-areas", placeless)),
              ErrorCode::roleNotFitting);
    EXPECT_EQ(codeOf(*makeIntersect(), runOf("first", nothing, "second", fields())),
              ErrorCode::layerEmpty);
}

TEST(OverlayAnalyses, LayersThatOnlyMeetGiveAnEmptyResultAndARemark) {
    GeometryColumn next;
    addPolygon(next, {rectangle(20, 0, 30, 10)});
    const auto outcome = test::runAnalysis(
        *makeIntersect(), runOf("first", fields(), "second", test::tableOf(next, {})));
    EXPECT_EQ(outcome.tables.at("pieces").rowCount(), 0);
    EXPECT_EQ(outcome.tables.at("pieces").columns().size(), 2U);
    EXPECT_NE(outcome.remark("nothing-left"), nullptr);
}

TEST(OverlayAnalyses, RowsThatCannotTakePartAreCounted) {
    GeometryColumn mixed;
    addPolygon(mixed, {rectangle(-5, 4, 25, 6)});
    test::addPoint(mixed, {1, 1});
    test::addNothing(mixed);
    addPolygon(mixed, {rectangle(1, 1, 1.0001, 9)});
    const auto outcome = test::runAnalysis(
        *makeClip(), runOf("features", fields(), "clip-areas", test::tableOf(mixed, {})));
    for (const char* code :
         {"rows-of-other-kind", "rows-without-geometry", "rows-below-precision"}) {
        ASSERT_NE(outcome.remark(code), nullptr) << code;
        EXPECT_EQ(outcome.remark(code)->arguments[1].second, Argument(std::int64_t{1})) << code;
    }
}

TEST(OverlayAnalyses, ARegionAndThreadsGiveTheSameRowsAsAWholeRun) {
    const Table first =
        test::tableOf(test::parcels({.columns = 15, .rows = 15, .seed = 3, .isOnGrid = false}), {});
    const Table second = test::tableOf(test::parcels({.columns = 15,
                                                      .rows = 15,
                                                      .origin = {200'011, 450'017},
                                                      .jitter = 5.0,
                                                      .seed = 4,
                                                      .pointsPerSide = 2,
                                                      .isOnGrid = false}),
                                       {});
    const std::vector<
        std::tuple<const char*, const char*, const char*, std::unique_ptr<const Analysis> (*)()>>
        cases{{"first", "second", "pieces", &makeIntersect},
              {"features", "clip-areas", "features", &makeClip},
              {"features", "erase-areas", "features", &makeErase}};
    for (const auto& [a, b, output, make] : cases) {
        AnalysisRun run = runOf(a, first, b, second);
        run.threads = 1;
        const Table whole = test::runAnalysis(*make(), run).tables.at(output);
        run.threads = 5;
        EXPECT_TRUE(test::hasSameBits(test::runAnalysis(*make(), run).tables.at(output), whole));
        run.region = Bounds{200'100, 450'100, 200'190, 450'170};
        const Table part = test::runAnalysis(*make(), run).tables.at(output);
        std::vector<std::int64_t> rows;
        for (std::int64_t row = 0; row < whole.rowCount(); ++row) {
            if (whole.geometries().boundsOf(row).intersects(*run.region)) {
                rows.push_back(row);
            }
        }
        ASSERT_LT(rows.size(), static_cast<std::size_t>(whole.rowCount()) + 1);
        EXPECT_TRUE(test::hasSameBits(part, whole.select(rows))) << output;
    }
}

}  // namespace
}  // namespace lommer::core
