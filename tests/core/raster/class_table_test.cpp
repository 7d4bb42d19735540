#include "core/raster/class_table.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace lommer::core {
namespace {

constexpr float kHole = std::numeric_limits<float>::quiet_NaN();
constexpr auto kOpen = std::nullopt;

float classOf(const std::vector<ClassRule>& rules, float value,
              BoundBelongsTo belongsTo = BoundBelongsTo::above, bool keepsOthers = false) {
    const ClassTable table(rules, belongsTo, keepsOthers);
    float result = 0.0F;
    table.apply({&value, 1}, {&result, 1});
    return result;
}

// Up to 29: 1; 29 to < 35: 2; 35 and higher: 3.
const std::vector<ClassRule> kHeat{{kOpen, 29.0, 1.0}, {29.0, 35.0, 2.0}, {35.0, kOpen, 3.0}};

TEST(ClassTable, PutsAValueOnABoundInTheClassAbove) {
    EXPECT_EQ(classOf(kHeat, 28.99F), 1.0F);
    EXPECT_EQ(classOf(kHeat, 29.0F), 2.0F);
    EXPECT_EQ(classOf(kHeat, 34.99F), 2.0F);
    EXPECT_EQ(classOf(kHeat, 35.0F), 3.0F);
    EXPECT_EQ(classOf(kHeat, -1e30F), 1.0F);
    EXPECT_EQ(classOf(kHeat, 1e30F), 3.0F);
}

TEST(ClassTable, PutsAValueOnABoundInTheClassBelowOnRequest) {
    EXPECT_EQ(classOf(kHeat, 29.0F, BoundBelongsTo::below), 1.0F);
    EXPECT_EQ(classOf(kHeat, 35.0F, BoundBelongsTo::below), 2.0F);
    EXPECT_EQ(classOf(kHeat, 35.01F, BoundBelongsTo::below), 3.0F);
}

TEST(ClassTable, ReplacesExactCodes) {
    const std::vector<ClassRule> codes{{3.0, 3.0, 10.0}, {7.0, 7.0, kOpen}};
    for (const auto belongsTo : {BoundBelongsTo::above, BoundBelongsTo::below}) {
        EXPECT_EQ(classOf(codes, 3.0F, belongsTo), 10.0F);
        EXPECT_TRUE(std::isnan(classOf(codes, 7.0F, belongsTo, true)));  // a rule without a value
        EXPECT_EQ(classOf(codes, 5.0F, belongsTo, true), 5.0F);
    }
}

TEST(ClassTable, TakesABoundAsPreciseAsTheCellsAre) {
    // 0.1 in single precision is more than 0.1 in double precision, but the cell means 0.1.
    const std::vector<ClassRule> rules{{0.0, 0.1, 1.0}, {0.1, 0.2, 2.0}};
    EXPECT_EQ(classOf(rules, 0.1F), 2.0F);
    EXPECT_EQ(classOf(rules, 0.1F, BoundBelongsTo::below), 1.0F);
}

TEST(ClassTable, EmptiesOrKeepsAndCountsWhatHasNoRule) {
    const std::vector<ClassRule> rules{{0.0, 10.0, 1.0}};
    const std::vector<float> values{-1.0F, 0.0F, 5.0F, 10.0F, kHole};
    std::vector<float> result(values.size());
    // -1 and 10 have none; the hole is a hole, not a value without a rule.
    EXPECT_EQ(ClassTable(rules, BoundBelongsTo::above, false).apply(values, result), 2);
    EXPECT_TRUE(std::isnan(result[0]) && std::isnan(result[3]) && std::isnan(result[4]));
    EXPECT_EQ(ClassTable(rules, BoundBelongsTo::above, true).apply(values, result), 2);
    EXPECT_EQ(result[0], -1.0F);
    EXPECT_EQ(result[3], 10.0F);
    EXPECT_TRUE(std::isnan(result[4]));
}

TEST(ClassTable, LetsTheFirstOfOverlappingRulesHoldAndNamesTheOverlap) {
    const std::vector<ClassRule> rules{{0.0, 10.0, 1.0}, {10.0, 20.0, 2.0}, {5.0, 15.0, 3.0}};
    const ClassTable table(rules, BoundBelongsTo::above, false);
    EXPECT_EQ(table.firstOverlap(), 2u);
    EXPECT_EQ(classOf(rules, 7.0F), 1.0F);
    EXPECT_EQ(classOf(rules, 12.0F), 2.0F);
    // Classes that only share a bound do not overlap.
    EXPECT_FALSE(ClassTable(kHeat, BoundBelongsTo::above, false).firstOverlap().has_value());
}

TEST(ClassTable, WithoutRulesHasNoClasses) {
    EXPECT_TRUE(std::isnan(classOf({}, 1.0F)));
    EXPECT_EQ(classOf({}, 1.0F, BoundBelongsTo::above, true), 1.0F);
    EXPECT_EQ(classOf({{kOpen, kOpen, 4.0}}, 1.0F), 4.0F);
}

}  // namespace
}  // namespace lommer::core
