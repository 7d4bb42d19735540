#include "app/map/feature_index.h"

#include "tests/app/map/shapes.h"

#include <gmock/gmock.h>

#include <random>

namespace lommer::app {
namespace {

using testing::ElementsAre;

std::shared_ptr<core::GeometryColumn> randomSquares(int count) {
    auto column = std::make_shared<core::GeometryColumn>();
    std::mt19937 random(3);
    std::uniform_real_distribution<double> place(0.0, 1000.0);
    for (int i = 0; i < count; ++i) {
        if (i % 50 == 7) {
            column->endFeature(core::GeometryKind::none);
        } else {
            test::addSquare(*column, place(random), place(random), 5.0 + place(random) / 100.0);
        }
    }
    return column;
}

TEST(FeatureIndex, FindsWhatLookingAtEveryBoxFinds) {
    const auto column = randomSquares(2000);
    const FeatureIndex index(column);
    std::mt19937 random(11);
    std::uniform_real_distribution<double> place(-50.0, 1050.0);
    for (int attempt = 0; attempt < 50; ++attempt) {
        const double x = place(random);
        const double y = place(random);
        const core::Bounds area{x, y, x + 80.0, y + 30.0};
        std::vector<std::int64_t> expected;
        for (std::int64_t row = 0; row < column->rowCount(); ++row) {
            const core::Bounds box = column->boundsOf(row);
            if (!box.isEmpty() && box.intersects(area)) {
                expected.push_back(row);
            }
        }
        EXPECT_EQ(index.rowsIn(area), expected);
    }
    EXPECT_EQ(index.rowsIn(index.bounds()).size(), 1960u);
}

TEST(FeatureIndex, OfNothingFindsNothing) {
    const FeatureIndex index(std::make_shared<core::GeometryColumn>());
    EXPECT_TRUE(index.rowsIn({0, 0, 1, 1}).empty());
    EXPECT_FALSE(index.rowAt({0, 0}, 10.0).has_value());
    EXPECT_TRUE(index.bounds().isEmpty());
}

TEST(FeatureIndex, PicksTheTopmostPolygonThatHoldsThePlace) {
    auto column = std::make_shared<core::GeometryColumn>();
    test::addSquare(*column, 0, 0, 10);
    test::addSquare(*column, 5, 5, 10);
    const FeatureIndex index(column);
    EXPECT_EQ(index.rowAt({2, 2}, 1.0), 0);
    EXPECT_EQ(index.rowAt({7, 7}, 1.0), 1);
    EXPECT_FALSE(index.rowAt({30, 30}, 1.0).has_value());
    EXPECT_FALSE(index.rowAt({2, 12}, 1.0).has_value());
}

TEST(FeatureIndex, DoesNotPickAPolygonInItsHole) {
    auto column = std::make_shared<core::GeometryColumn>();
    test::addSquareWithHole(*column, 0, 0, 10);
    const FeatureIndex index(column);
    EXPECT_EQ(index.rowAt({1, 1}, 0.1), 0);
    EXPECT_FALSE(index.rowAt({5, 5}, 0.1).has_value());
}

TEST(FeatureIndex, PicksThePointOrLineNearbyBeforeThePolygonBelow) {
    auto column = std::make_shared<core::GeometryColumn>();
    test::addSquare(*column, 0, 0, 100);
    test::addPoint(*column, 50, 50);
    test::addLine(*column, {{10, 10}, {90, 10}});
    const FeatureIndex index(column);
    EXPECT_EQ(index.rowAt({51, 51}, 3.0), 1);
    EXPECT_EQ(index.rowAt({40, 12}, 3.0), 2);
    EXPECT_EQ(index.rowAt({40, 30}, 3.0), 0);
}

}  // namespace
}  // namespace lommer::app
