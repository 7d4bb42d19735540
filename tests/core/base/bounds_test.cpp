#include "core/base/bounds.h"

#include "core/base/unit.h"

#include <gtest/gtest.h>

#include <set>

namespace lommer::core {
namespace {

TEST(Bounds, AreEmptyUntilAPointIsIncluded) {
    Bounds bounds;
    EXPECT_TRUE(bounds.isEmpty());
    bounds.include(Point{2.0, 3.0});
    EXPECT_FALSE(bounds.isEmpty());
    EXPECT_EQ(bounds, (Bounds{2.0, 3.0, 2.0, 3.0}));
    EXPECT_EQ(bounds.width(), 0.0);
}

TEST(Bounds, IncludingEmptyBoundsChangesNothing) {
    Bounds bounds{0.0, 0.0, 4.0, 2.0};
    bounds.include(Bounds{});
    EXPECT_EQ(bounds, (Bounds{0.0, 0.0, 4.0, 2.0}));
}

TEST(Bounds, TouchWhereTheyShareAnEdgeForTheyAreClosed) {
    const Bounds left{0.0, 0.0, 1.0, 1.0};
    const Bounds right{1.0, 0.0, 2.0, 1.0};
    EXPECT_TRUE(left.intersects(right));
    EXPECT_EQ(intersection(left, right), (Bounds{1.0, 0.0, 1.0, 1.0}));
    EXPECT_FALSE(left.intersects(right.grownBy(-0.25)));
    EXPECT_TRUE(intersection(left, Bounds{3.0, 0.0, 4.0, 1.0}).isEmpty());
}

TEST(Bounds, GrowOnAllSidesAndVanishWhereTheyShrinkTooFar) {
    const Bounds bounds{0.0, 0.0, 4.0, 2.0};
    EXPECT_EQ(bounds.grownBy(1.0), (Bounds{-1.0, -1.0, 5.0, 3.0}));
    EXPECT_TRUE(bounds.grownBy(-1.5).isEmpty());
}

TEST(Unit, HasItsOwnTextAndTheListHoldsEach) {
    std::set<std::string_view> texts;
    for (const Unit unit : allUnits()) {
        EXPECT_TRUE(texts.insert(toText(unit)).second) << toText(unit);
    }
    // kilowattHour is the last of the enumeration.
    EXPECT_EQ(texts.size(), static_cast<std::size_t>(Unit::kilowattHour) + 1);
}

}  // namespace
}  // namespace lommer::core
