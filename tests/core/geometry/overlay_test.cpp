#include "core/geometry/overlay.h"

#include "core/engine/parallel.h"
#include "core/geometry/measure.h"
#include "core/geometry/precision.h"
#include "core/geometry/validity.h"
#include "tests/support/geometries.h"
#include "tests/support/memory_table.h"
#include "tests/support/parcels.h"
#include "tests/support/stop_time.h"

#include <gtest/gtest.h>

#include <chrono>
#include <limits>

namespace lommer::core {
namespace {

using test::addLine;
using test::addPoint;
using test::addPolygon;
using test::rectangle;

SharedGeometries shared(GeometryColumn column) {
    return std::make_shared<const GeometryColumn>(std::move(column));
}

Pieces intersect(const SharedGeometries& left, const SharedGeometries& right) {
    return intersectPairs(left, right,
                          touchingBoxes(BoxTree(*left), BoxTree(*right), left->rowCount(), {}), {});
}

SharedGeometries onlyRow(const GeometryColumn& column, std::int64_t row) {
    GeometryColumn one;
    one.appendRow(column, row);
    return shared(std::move(one));
}

TEST(Overlay, TwoSquaresShareTheirOverlap) {
    GeometryColumn left;
    addPolygon(left, {rectangle(0, 0, 10, 10)});
    GeometryColumn right;
    addPolygon(right, {rectangle(6, 7, 20, 20)});
    const Pieces pieces = intersect(shared(left), shared(right));
    ASSERT_EQ(pieces.rows, (std::vector<RowPair>{{0, 0}}));
    EXPECT_DOUBLE_EQ(test::areaOf(pieces.geometries, 0), 4.0 * 3.0);
    EXPECT_EQ(pieces.geometries.boundsOf(0), (Bounds{6, 7, 10, 10}));
}

TEST(Overlay, PolygonsThatOnlyTouchHaveNothingInCommon) {
    GeometryColumn left;
    addPolygon(left, {rectangle(0, 0, 10, 10)});
    GeometryColumn right;
    addPolygon(right, {rectangle(10, 0, 20, 10)});   // an edge
    addPolygon(right, {rectangle(10, 10, 20, 20)});  // a corner
    // An L, so that it is not convex, along two edges.
    addPolygon(right, {{{10, -5}, {15, -5}, {15, 15}, {0, 15}, {0, 10}, {10, 10}, {10, -5}}});
    EXPECT_TRUE(intersect(shared(left), shared(right)).rows.empty());
}

TEST(Overlay, AHoleIsNoPartOfTheOverlap) {
    GeometryColumn left;
    addPolygon(left, {rectangle(0, 0, 10, 10), rectangle(2, 2, 8, 8)});
    GeometryColumn right;
    addPolygon(right, {rectangle(5, 0, 15, 10)});  // half: 50 less half of the hole, 18
    addPolygon(right, {rectangle(3, 3, 7, 7)});    // inside the hole
    const Pieces pieces = intersect(shared(left), shared(right));
    ASSERT_EQ(pieces.rows, (std::vector<RowPair>{{0, 0}}));
    EXPECT_DOUBLE_EQ(test::areaOf(pieces.geometries, 0), 50.0 - 18.0);
}

TEST(Overlay, SeveralPartsGiveOnePieceOfSeveralParts) {
    GeometryColumn left;
    test::addMultiPolygon(left, {{rectangle(0, 0, 2, 2)}, {rectangle(8, 0, 10, 2)}});
    GeometryColumn right;
    addPolygon(right, {rectangle(1, 1, 9, 5)});
    const Pieces pieces = intersect(shared(left), shared(right));
    ASSERT_EQ(pieces.rows.size(), 1U);
    EXPECT_EQ(pieces.geometries.featureOffsets.back(), 2U);
    EXPECT_DOUBLE_EQ(test::areaOf(pieces.geometries, 0), 2.0);
}

TEST(Overlay, LinesAndPointsInAPolygonStayLinesAndPoints) {
    GeometryColumn left;
    addLine(left, {{-5, 5}, {15, 5}});
    addPoint(left, {5, 5});
    addPoint(left, {0, 5});  // on the edge
    addPoint(left, {-1, 5});
    GeometryColumn right;
    addPolygon(right, {rectangle(0, 0, 10, 10)});
    const Pieces pieces = intersect(shared(left), shared(right));
    ASSERT_EQ(pieces.rows, (std::vector<RowPair>{{0, 0}, {1, 0}, {2, 0}}));
    EXPECT_EQ(pieces.geometries.kinds[0], GeometryKind::line);
    EXPECT_DOUBLE_EQ(lengthOf(pieces.geometries, 0), 10.0);
    EXPECT_EQ(pieces.geometries.kinds[1], GeometryKind::point);
}

TEST(Overlay, WhatLiesInsideIsCopiedBitForBit) {
    GeometryColumn inner;
    addPolygon(inner, {test::starRing({50, 50}, 20, 17, 3)});
    GeometryColumn outer;
    addPolygon(outer, {test::starRing({50, 50}, 400, 23, 4)});
    const Pieces pieces = intersect(shared(inner), shared(outer));
    ASSERT_EQ(pieces.rows.size(), 1U);
    EXPECT_EQ(pieces.geometries.points, inner.points);
    const Pieces turned = intersect(shared(outer), shared(inner));
    ASSERT_EQ(turned.rows.size(), 1U);
    EXPECT_EQ(turned.geometries.points, inner.points);
}

TEST(Overlay, PiecesOfTwoMeshesAddUpToTheAreaTheyShare) {
    // The second mesh lies well inside the first, so that its pieces are a partition of it.
    for (const int pointsPerSide : {1, 3}) {
        const auto first = shared(test::parcels({.columns = 12, .rows = 12, .seed = 5}));
        const auto second = shared(test::parcels({.columns = 8,
                                                  .rows = 8,
                                                  .origin = {200'041.5, 450'047.25},
                                                  .side = 33.0,
                                                  .jitter = 4.0,
                                                  .seed = 6,
                                                  .pointsPerSide = pointsPerSide}));
        const Pieces pieces = intersect(second, first);
        const double whole = test::totalArea(*second);
        EXPECT_NEAR(test::totalArea(pieces.geometries), whole, 1e-6 * whole);
        EXPECT_TRUE(findInvalid(pieces.geometries, {}).empty());
        // The other way round the same pieces come, in another order.
        const Pieces turned = intersect(first, second);
        EXPECT_EQ(turned.rows.size(), pieces.rows.size());
        EXPECT_NEAR(test::totalArea(turned.geometries), whole, 1e-6 * whole);
    }
}

TEST(Overlay, TheDirectWayForConvexPolygonsAgreesWithTheGeneralOne) {
    const auto first = shared(test::parcels({.columns = 6, .rows = 6, .jitter = 3.0, .seed = 8}));
    const auto second = shared(test::parcels(
        {.columns = 6, .rows = 6, .origin = {200'011.0, 450'013.0}, .jitter = 3.0, .seed = 9}));
    // With a needless hole far inside one corner the same parcels are not convex rings any more.
    const Pieces direct = intersect(first, second);
    GeometryColumn doubled;
    for (std::int64_t row = 0; row < second->rowCount(); ++row) {
        const PointSpan ring = second->ring(static_cast<std::uint32_t>(row));
        test::addMultiPolygon(doubled,
                              {{test::Ring(ring.begin(), ring.end())}, {rectangle(0, 0, 1, 1)}});
    }
    const auto asMulti = shared(std::move(doubled));
    const Pieces general = intersectPairs(first, asMulti, direct.rows, {});
    ASSERT_EQ(general.rows.size(), direct.rows.size());
    for (std::size_t piece = 0; piece < direct.rows.size(); ++piece) {
        const auto row = static_cast<std::int64_t>(piece);
        EXPECT_NEAR(test::areaOf(direct.geometries, row), test::areaOf(general.geometries, row),
                    0.06);  // a node may lie a cell further along 60 m of edges
    }
}

TEST(Overlay, InsideAndOutsideTogetherAreTheWhole) {
    for (unsigned seed = 0; seed < 40; ++seed) {
        GeometryColumn rows;
        addPolygon(rows, {test::starRing({500, 500}, 100, 25, seed)});
        GeometryColumn areas;
        for (unsigned one = 0; one < 6; ++one) {  // they overlap each other
            addPolygon(areas,
                       {test::starRing({420.0 + 30.0 * one, 480}, 60, 15, 1000 + 10 * seed + one)});
        }
        const auto left = snapToGrid(shared(rows), {}).geometries;
        const auto right = snapToGrid(shared(areas), {}).geometries;
        const MaskedRows inside = maskRows(left, right, MaskSide::inside, {});
        const MaskedRows outside = maskRows(left, right, MaskSide::outside, {});
        const double whole = test::totalArea(*left);
        // A new node moves up to 0.7 mm from its edge, so spikes of 100 m change a little.
        EXPECT_NEAR(test::totalArea(inside.geometries) + test::totalArea(outside.geometries), whole,
                    1e-5 * whole)
            << seed;
        // Nothing of what is outside lies inside any of the areas.
        if (!outside.rows.empty()) {
            const Pieces again = intersect(shared(outside.geometries), right);
            EXPECT_LT(test::totalArea(again.geometries), 1e-3 * 100.0) << seed;
        }
    }
}

TEST(Overlay, ThreadsDoNotChangeABit) {
    const auto first = shared(
        test::parcels({.columns = 20, .rows = 20, .jitter = 4.0, .seed = 5, .pointsPerSide = 2}));
    const auto second = shared(
        test::parcels({.columns = 20, .rows = 20, .origin = {200'017.0, 450'009.0}, .seed = 6}));
    GeometryColumn expected;
    GeometryColumn expectedMasked;
    for (const int threads : {1, 2, 5}) {
        const ThreadLimit limit(threads);
        const Pieces pieces = intersect(first, second);
        const MaskedRows masked = maskRows(first, onlyRow(*second, 210), MaskSide::outside, {});
        if (threads == 1) {
            expected = pieces.geometries;
            expectedMasked = masked.geometries;
        }
        EXPECT_TRUE(
            test::hasSameBits(test::tableOf(pieces.geometries, {}), test::tableOf(expected, {})));
        EXPECT_TRUE(test::hasSameBits(test::tableOf(masked.geometries, {}),
                                      test::tableOf(expectedMasked, {})));
    }
}

TEST(Overlay, ARowThatIsNotSoundIsRepairedAndTriedAgain) {
    // The ring is not closed: GEOS refuses it until it has been repaired.
    GeometryColumn left;
    addPolygon(left, {{{0, 0}, {10, 0}, {10, 10}, {0, 10}}});
    addPolygon(left, {rectangle(4, 4, 6, 6)});
    GeometryColumn right;
    addPolygon(right, {rectangle(5, 0, 20, 20)});
    const Pieces pieces = intersect(shared(left), shared(right));
    EXPECT_EQ(pieces.rows, (std::vector<RowPair>{{0, 0}, {1, 0}}));
    EXPECT_DOUBLE_EQ(test::areaOf(pieces.geometries, 0), 50.0);
    EXPECT_TRUE(pieces.failed.empty());
    const MaskedRows outside = maskRows(shared(left), shared(right), MaskSide::outside, {});
    EXPECT_EQ(outside.rows, (std::vector<std::int64_t>{0, 1}));
    EXPECT_DOUBLE_EQ(test::areaOf(outside.geometries, 0), 50.0);
}

TEST(Overlay, WhatCannotBeRepairedIsNamedWithItsPlace) {
    constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
    GeometryColumn left;
    addPolygon(left, {{{0, 0}, {10, kNan}, {10, 10}, {0, 0}}});
    addPolygon(left, {rectangle(4, 4, 6, 6)});
    GeometryColumn right;
    addPolygon(right, {rectangle(-5, -5, 5, 5)});
    const Pieces pieces = intersect(shared(left), shared(right));
    EXPECT_EQ(pieces.rows, (std::vector<RowPair>{{1, 0}}));
    ASSERT_EQ(pieces.failed.size(), 1U);
    EXPECT_EQ(pieces.failed[0].row, 0);
    EXPECT_EQ(pieces.failed[0].place, (Point{5, 5}));
    const MaskedRows outside = maskRows(shared(left), shared(right), MaskSide::outside, {});
    EXPECT_EQ(outside.rows, (std::vector<std::int64_t>{1}));
    ASSERT_EQ(outside.failed.size(), 1U);
    EXPECT_EQ(outside.failed[0].place, (Point{5, 5}));
}

TEST(Overlay, SelfIntersectingPolygonsDoNotStopIt) {
    GeometryColumn left;
    addPolygon(left, {{{0, 0}, {10, 10}, {10, 0}, {0, 10}, {0, 0}}});
    test::addMultiPolygon(left, {{rectangle(0, 0, 6, 6)}, {rectangle(4, 4, 9, 9)}});
    GeometryColumn right;
    addPolygon(right, {{{5, -5}, {20, 10}, {20, -5}, {5, 15}, {5, -5}}});
    const Pieces pieces = intersect(shared(left), shared(right));
    for (std::int64_t row = 0; row < pieces.geometries.rowCount(); ++row) {
        EXPECT_GT(test::areaOf(pieces.geometries, row), 0.0);
        EXPECT_LT(test::areaOf(pieces.geometries, row), 100.0);
    }
}

TEST(Overlay, AStopIsHeardWithinTwoHundredMilliseconds) {
    // One pair that takes seconds: two stars of 60,000 corners each.
    GeometryColumn left;
    addPolygon(left, {test::starRing({0, 0}, 5000, 60'000, 1)});
    GeometryColumn right;
    addPolygon(right, {test::starRing({100, 50}, 5000, 60'000, 2)});
    const double seconds =
        test::leastSecondsToStop(std::chrono::milliseconds(300), [&](const std::stop_token& stop) {
            intersectPairs(shared(left), shared(right), {{0, 0}}, Progress(stop, {}));
        });
    EXPECT_LT(seconds, test::kStopLimitSeconds);
}

}  // namespace
}  // namespace lommer::core
