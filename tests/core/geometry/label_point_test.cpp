#include "core/geometry/label_point.h"

#include "core/geometry/measure.h"
#include "tests/support/geometries.h"

#include <gtest/gtest.h>

#include <limits>

namespace lommer::core {
namespace {

// A horseshoe open to the east: the middle of its box lies in the opening.
TEST(LabelPoint, LiesInsideAHorseshoe) {
    GeometryColumn areas;
    test::addPolygon(areas, {{{0.0, 0.0},
                              {10.0, 0.0},
                              {10.0, 2.0},
                              {4.0, 2.0},
                              {4.0, 8.0},
                              {10.0, 8.0},
                              {10.0, 10.0},
                              {0.0, 10.0},
                              {0.0, 0.0}}});
    const auto place = labelPoint(areas, 0);
    ASSERT_TRUE(place);
    EXPECT_TRUE(holdsPoint(areas, 0, *place));
    // Most room is in the back, 4 wide; in its corners, against the arms, a little more.
    EXPECT_GT(place->x, 1.0);
    EXPECT_LT(place->x, 3.0);
}

TEST(LabelPoint, LiesInTheMiddleOfASquareAndOfTheLargestPart) {
    GeometryColumn areas;
    test::addPolygon(areas, {test::rectangle(0.0, 0.0, 8.0, 8.0)});
    test::addMultiPolygon(
        areas, {{test::rectangle(0.0, 0.0, 1.0, 1.0)}, {test::rectangle(100.0, 0.0, 120.0, 20.0)}});
    for (const auto& [row, x, y] : {std::tuple{0, 4.0, 4.0}, std::tuple{1, 110.0, 10.0}}) {
        const auto place = labelPoint(areas, row);
        ASSERT_TRUE(place);
        EXPECT_NEAR(place->x, x, 0.5);
        EXPECT_NEAR(place->y, y, 0.5);
    }
}

TEST(LabelPoint, KeepsOutOfHoles) {
    GeometryColumn areas;
    test::addPolygon(areas,
                     {test::rectangle(0.0, 0.0, 10.0, 10.0), test::rectangle(2.0, 2.0, 8.0, 8.0)});
    const auto place = labelPoint(areas, 0);
    ASSERT_TRUE(place);
    EXPECT_TRUE(holdsPoint(areas, 0, *place));
}

TEST(LabelPoint, IsNowhereWithoutAnArea) {
    GeometryColumn rows;
    test::addNothing(rows);
    test::addPoint(rows, {1.0, 1.0});
    test::addLine(rows, {{0.0, 0.0}, {1.0, 1.0}});
    test::addPolygon(rows, {{{0.0, 0.0}, {1.0, 0.0}, {2.0, 0.0}, {0.0, 0.0}}});
    for (std::int64_t row = 0; row < rows.rowCount(); ++row) {
        EXPECT_FALSE(labelPoint(rows, row)) << row;
    }
}

}  // namespace
}  // namespace lommer::core
