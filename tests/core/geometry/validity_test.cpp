#include "core/geometry/validity.h"

#include "core/base/error.h"
#include "core/geometry/convex.h"
#include "tests/support/geometries.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

namespace lommer::core {
namespace {

using test::addLine;
using test::addMultiPolygon;
using test::addNothing;
using test::addPoint;
using test::addPolygon;
using test::rectangle;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

double areaOfRow(const GeometryColumn& column, std::int64_t row) {
    double twice = 0.0;
    const auto feature = static_cast<std::size_t>(row);
    for (auto part = column.featureOffsets[feature]; part < column.featureOffsets[feature + 1];
         ++part) {
        for (auto ring = column.partOffsets[part]; ring < column.partOffsets[part + 1]; ++ring) {
            const double size = std::abs(twiceSignedArea(column.ring(ring)));
            twice += ring == column.partOffsets[part] ? size : -size;
        }
    }
    return twice / 2.0;
}

RepairResult repaired(GeometryColumn column) {
    return repairGeometries(std::make_shared<const GeometryColumn>(std::move(column)), {});
}

TEST(Validity, SoundGeometriesOfAllKindsAreLeftAlone) {
    GeometryColumn column;
    addPolygon(column, {rectangle(0, 0, 10, 10), rectangle(2, 2, 4, 4)});
    addMultiPolygon(column, {{rectangle(0, 0, 1, 1)}, {rectangle(5, 5, 6, 6)}});
    addLine(column, {{0, 0}, {2, 2}, {0, 2}, {2, 0}});
    addPoint(column, {3, 4});
    addNothing(column);
    const auto before = std::make_shared<const GeometryColumn>(column);
    const RepairResult result = repairGeometries(before, {});
    EXPECT_TRUE(result.found.empty());
    EXPECT_EQ(result.geometries, before);
    EXPECT_TRUE(repairRemarks(result, "parcels").empty());
}

TEST(Validity, ABowTieBecomesItsTwoTriangles) {
    // The diagonals of the square of 2 by 2 cross in (1, 1): two triangles of area 1 each.
    GeometryColumn column;
    addPolygon(column, {{{0, 0}, {2, 2}, {2, 0}, {0, 2}, {0, 0}}});
    const RepairResult result = repaired(column);
    ASSERT_EQ(result.found.size(), 1U);
    EXPECT_EQ(result.found[0].fault, GeometryFault::selfIntersection);
    EXPECT_EQ(result.found[0].place, (Point{1, 1}));
    EXPECT_DOUBLE_EQ(areaOfRow(*result.geometries, 0), 2.0);
    EXPECT_TRUE(findInvalid(*result.geometries, {}).empty());
    EXPECT_TRUE(result.emptied.empty());
}

TEST(Validity, OverlappingPartsAreUnitedAndNotTurnedIntoAHole) {
    // 4 + 4 - 1 of overlap = 7; the linework method would give 6.
    GeometryColumn column;
    addMultiPolygon(column, {{rectangle(0, 0, 2, 2)}, {rectangle(1, 1, 3, 3)}});
    const RepairResult result = repaired(column);
    ASSERT_EQ(result.found.size(), 1U);
    EXPECT_DOUBLE_EQ(areaOfRow(*result.geometries, 0), 7.0);
}

TEST(Validity, AHoleOutsideBecomesAPart) {
    GeometryColumn column;
    addPolygon(column, {rectangle(0, 0, 2, 2), rectangle(5, 5, 6, 6)});
    const RepairResult result = repaired(column);
    ASSERT_EQ(result.found.size(), 1U);
    EXPECT_EQ(result.found[0].fault, GeometryFault::holeOutside);
    EXPECT_DOUBLE_EQ(areaOfRow(*result.geometries, 0), 5.0);
}

TEST(Validity, AnOpenRingIsClosed) {
    GeometryColumn column;
    addPolygon(column, {{{0, 0}, {3, 0}, {3, 1}, {0, 1}}});
    const RepairResult result = repaired(column);
    ASSERT_EQ(result.found.size(), 1U);
    EXPECT_EQ(result.found[0].fault, GeometryFault::ringNotClosed);
    EXPECT_DOUBLE_EQ(areaOfRow(*result.geometries, 0), 3.0);
}

TEST(Validity, PointsThatAreNotFiniteAreLeftOut) {
    GeometryColumn column;
    addPolygon(column, {{{0, 0}, {2, 0}, {2, 2}, {kNan, 1}, {0, 2}, {0, 0}}});
    addPoint(column, {kNan, 0});
    addLine(column, {{0, 0}, {std::numeric_limits<double>::infinity(), 1}, {5, 5}});
    addLine(column, {{0, 0}, {kNan, 1}});
    const RepairResult result = repaired(column);
    ASSERT_EQ(result.found.size(), 4U);
    for (const InvalidGeometry& one : result.found) {
        EXPECT_EQ(one.fault, GeometryFault::notFinite);
        EXPECT_TRUE(std::isfinite(one.place.x));
    }
    EXPECT_DOUBLE_EQ(areaOfRow(*result.geometries, 0), 4.0);
    EXPECT_EQ(result.geometries->kinds[2], GeometryKind::line);
    EXPECT_EQ(result.emptied, (std::vector<std::int64_t>{1, 3}));
    EXPECT_EQ(result.geometries->kinds[1], GeometryKind::none);
}

TEST(Validity, WhatHasNoAreaIsEmptiedByName) {
    GeometryColumn column;
    addPolygon(column, {rectangle(0, 0, 1, 1)});
    addPolygon(column, {{{0, 0}, {1, 1}, {0, 0}}});
    addPolygon(column, {{{0, 0}, {1, 1}, {2, 2}, {0, 0}}});
    const RepairResult result = repaired(column);
    EXPECT_EQ(result.emptied, (std::vector<std::int64_t>{1, 2}));
    EXPECT_EQ(result.geometries->rowCount(), 3);
    const auto remarks = repairRemarks(result, "parcels");
    ASSERT_FALSE(remarks.empty());
    EXPECT_EQ(remarks.back(), (Remark{"geometries-emptied",
                                      {{"layer", std::string("parcels")},
                                       {"count", std::int64_t{2}},
                                       {"total", std::int64_t{3}}}}));
}

TEST(Validity, RemarksCountEachKindOfFaultOnceWithItsFirstPlace) {
    GeometryColumn column;
    for (int index = 0; index < 3; ++index) {
        const double x = 10.0 * index;
        addPolygon(column, {{{x, 0}, {x + 2, 2}, {x + 2, 0}, {x, 2}, {x, 0}}});
    }
    const auto remarks = repairRemarks(repaired(column), "parcels");
    ASSERT_EQ(remarks.size(), 1U);
    EXPECT_EQ(remarks[0], (Remark{"geometries-repaired",
                                  {{"layer", std::string("parcels")},
                                   {"count", std::int64_t{3}},
                                   {"total", std::int64_t{3}},
                                   {"reason", std::string("self-intersection")}},
                                  Point{1.0, 1.0}}));
}

TEST(Validity, SearchingStopsWhenAsked) {
    GeometryColumn column;
    addPolygon(column, {rectangle(0, 0, 1, 1)});
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(findInvalid(column, stop.get_token()), Cancelled);
}

TEST(ConvexRing, APentagonIsConvexAndAPentagramIsNot) {
    // Both only turn left; the pentagram does so twice around.
    test::Ring pentagon;
    test::Ring pentagram;
    for (int index = 0; index <= 5; ++index) {
        const double angle = 2.0 * std::numbers::pi * (index % 5) / 5.0;
        pentagon.push_back({std::cos(angle), std::sin(angle)});
        pentagram.push_back({std::cos(2.0 * angle), std::sin(2.0 * angle)});
    }
    EXPECT_TRUE(isConvexRing(pentagon));
    EXPECT_FALSE(isConvexRing(pentagram));
}

TEST(ConvexRing, KnowsConcaveFlatSpikedAndRepeatedRings) {
    EXPECT_TRUE(isConvexRing(rectangle(0, 0, 2, 1)));
    EXPECT_TRUE(isConvexRing(test::Ring{{0, 0}, {1, 0}, {2, 0}, {2, 1}, {0, 0}}));
    EXPECT_FALSE(isConvexRing(test::Ring{{0, 0}, {2, 0}, {1, 0.5}, {2, 2}, {0, 0}}));
    EXPECT_FALSE(isConvexRing(test::Ring{{0, 0}, {1, 0}, {2, 0}, {0, 0}}));
    EXPECT_FALSE(isConvexRing(test::Ring{{0, 0}, {2, 0}, {2, 0}, {2, 1}, {0, 0}}));
    EXPECT_FALSE(isConvexRing(test::Ring{{0, 0}, {2, 0}, {2, 2}, {2, 5}, {2, 1}, {0, 0}}));
    EXPECT_FALSE(isConvexRing(test::Ring{{0, 0}, {2, 0}, {kNan, 2}, {0, 0}}));
}

}  // namespace
}  // namespace lommer::core
