#include "core/sample/plan_warp.h"

#include <gtest/gtest.h>

namespace lommer::core {
namespace {

TEST(PlanWarp, NeverFolds) {
    for (const double side : {200.0, 1000.0, 5000.0, 17321.0}) {
        for (std::uint64_t seed = 1; seed <= 12; ++seed) {
            const Bounds bounds{220000.0, 442000.0, 220000.0 + side, 442000.0 + side};
            const PlanWarp warp(bounds, seed, {bounds.ymin + 0.33 * side});
            EXPECT_GT(warp.smallestGrowth(), 0.15) << side << " " << seed;
        }
    }
}

TEST(PlanWarp, LeavesTheBorderWhereItIs) {
    const Bounds bounds{220000.0, 442000.0, 221234.0, 443234.0};
    const PlanWarp warp(bounds, 3, {442400.0});
    for (double metres = 0.0; metres <= 1234.0; metres += 17.0) {
        for (const Point place :
             {Point{bounds.xmin + metres, bounds.ymin}, Point{bounds.xmin + metres, bounds.ymax},
              Point{bounds.xmin, bounds.ymin + metres}, Point{bounds.xmax, bounds.ymin + metres}}) {
            EXPECT_NEAR(warp.placed(place).x, place.x, 1e-9);
            EXPECT_NEAR(warp.placed(place).y, place.y, 1e-9);
        }
    }
}

/// A line that starts halfway another lies on it after bending too.
TEST(PlanWarp, KeepsALineThatTwoShare) {
    const Bounds bounds{220000.0, 442000.0, 223000.0, 445000.0};
    const PlanWarp warp(bounds, 5, {443000.0});
    const Point from{220400.0, 443111.0};
    const Point to{222600.0, 443333.0};
    const std::vector<Point> whole = warp.placedLine(from, to);
    const std::vector<Point> back = warp.placedLine(to, from);
    EXPECT_TRUE(std::equal(whole.begin(), whole.end(), back.rbegin(), back.rend()));
    const double part = 0.4177;
    const Point between =
        warp.placed({from.x + part * (to.x - from.x), from.y + part * (to.y - from.y)});
    double nearest = 1e9;
    for (std::size_t index = 1; index < whole.size(); ++index) {
        const Point a = whole[index - 1];
        const Point b = whole[index];
        if (between.x >= a.x && between.x <= b.x) {
            nearest = std::abs(a.y + (between.x - a.x) / (b.x - a.x) * (b.y - a.y) - between.y);
        }
    }
    EXPECT_LT(nearest, 1.5e-3);  // rounded to millimetres
}

}  // namespace
}  // namespace lommer::core
