#include "core/sample/convex_polygon.h"

#include <gtest/gtest.h>

#include <cmath>

namespace lommer::core {
namespace {

PlanLine lineThrough(Point place, double radians) {
    const Point normal{std::cos(radians), std::sin(radians)};
    return {normal, normal.x * place.x + normal.y * place.y};
}

TEST(ConvexPolygon, IsCutIntoTwoThatAddUp) {
    const ConvexPolygon square(Bounds{0.0, 0.0, 100.0, 100.0});
    for (double radians = 0.0; radians < 6.3; radians += 0.17) {
        const auto [below, above] = square.cutBy(lineThrough({37.0, 61.0}, radians), 5);
        EXPECT_NEAR(below.area() + above.area(), 10000.0, 1e-6) << radians;
        EXPECT_GT(below.area(), 0.0);
        EXPECT_GT(above.area(), 0.0);
    }
}

TEST(ConvexPolygon, KnowsWhoLiesBehindEachEdge) {
    const ConvexPolygon square(Bounds{0.0, 0.0, 100.0, 100.0});
    const auto [west, east] = square.cutBy({{1.0, 0.0}, 40.0}, 7);
    for (const ConvexPolygon& side : {west, east}) {
        ASSERT_EQ(side.corners().size(), 4U);
        for (std::size_t edge = 0; edge < 4; ++edge) {
            const bool isOnCut = side.corner(edge).x == 40.0 && side.corner(edge + 1).x == 40.0;
            EXPECT_EQ(side.owner(edge), isOnCut ? 7 : ConvexPolygon::kNoOwner);
        }
    }
}

TEST(ConvexPolygon, IsWholeOnOneSideOfALineAlongItsEdge) {
    const ConvexPolygon square(Bounds{0.0, 0.0, 100.0, 100.0});
    const auto [below, above] = square.cutBy({{1.0, 0.0}, 0.0}, 7);
    EXPECT_TRUE(below.isEmpty());
    EXPECT_DOUBLE_EQ(above.area(), 10000.0);
    for (std::size_t edge = 0; edge < above.corners().size(); ++edge) {
        EXPECT_EQ(above.owner(edge), ConvexPolygon::kNoOwner);
    }
}

TEST(ConvexPolygon, ShrinksToNothing) {
    const ConvexPolygon square(Bounds{0.0, 0.0, 10.0, 10.0});
    EXPECT_NEAR(square.shrunkBy(2.0).area(), 36.0, 1e-9);
    EXPECT_TRUE(square.shrunkBy(5.0).isEmpty());
}

}  // namespace
}  // namespace lommer::core
