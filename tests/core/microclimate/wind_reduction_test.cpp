#include "core/microclimate/wind_reduction.h"

#include "core/microclimate/felt_temperature.h"

#include <gtest/gtest.h>

#include <cmath>

namespace lommer::core {
namespace {

struct Row {
    double density;
    double reduction;
    double left;
};

// Worked out from the constants of the Dutch heat standard for obstacles of 8 m.
TEST(WindReduction, FollowsItsFiveClasses) {
    for (const Row& row : {Row{.02, .961, .612}, Row{.05, .752, .491}, Row{.10, .398, .284},
                           Row{.16, .219, .180}, Row{.22, .131, .129}, Row{.33, .048, .080}}) {
        const double reduction = windReductionOf(row.density, 8.0);
        EXPECT_NEAR(reduction, row.reduction, 6e-4) << row.density;
        EXPECT_NEAR(static_cast<double>(windLeft(static_cast<float>(reduction))), row.left, 6e-4);
    }
}

TEST(WindReduction, JumpsBetweenClassesAndIsConstantBeyondTheDensest) {
    EXPECT_NEAR(windReductionOf(0.0799999, 8.0), 0.589, 1e-3);
    EXPECT_NEAR(windReductionOf(0.08, 8.0), 0.468, 1e-3);
    EXPECT_EQ(windReductionOf(0.33, 8.0), windReductionOf(2.0, 8.0));
}

TEST(WindReduction, IsNoneWhereNothingStands) {
    EXPECT_EQ(windReduction({.area = 39'200.0}, {}), 1.0);
    // 25 m² of front is too little.
    EXPECT_EQ(windReduction({.area = 39'200.0,
                             .buildingFront = 25.0 / 0.16,
                             .buildingHeight = 6.0,
                             .buildingShare = 0.01},
                            {}),
              1.0);
}

// Rows of houses: 280 x 140 m with 14 rows of 100 m front and 6 m high, a quarter built.
TEST(WindReduction, OfATownIsThatOfItsDensityAndHeight) {
    const WindObstacles town{.area = 280.0 * 140.0,
                             .buildingFront = 14.0 * 100.0 * 6.0,
                             .buildingHeight = 6.0,
                             .buildingShare = 0.25};
    EXPECT_DOUBLE_EQ(windReduction(town, {}),
                     windReductionOf(0.16 * 8400.0 / 39'200.0 + 0.015, 6.0));
}

// Crowns: their front by its root, their height by its root.
TEST(WindReduction, OfAWoodTakesTheCoefficientsOfTrees) {
    const WindObstacles wood{
        .area = 39'200.0, .treeFront = 10'000.0, .treeHeight = 9.0, .treeShare = 0.5};
    const double front = 45.45 * std::sqrt(0.27 * 10'000.0);
    EXPECT_DOUBLE_EQ(windReduction(wood, {}),
                     windReductionOf(front / 39'200.0 + 0.015, 7.721 * 3.0));
    EXPECT_GT(windReduction(wood, {.treeFrontRoot = 20.0}), windReduction(wood, {}));
}

}  // namespace
}  // namespace lommer::core
