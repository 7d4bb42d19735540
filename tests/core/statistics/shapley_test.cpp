#include "core/statistics/shapley.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace lommer::core {
namespace {

// Two factors that only matter together: each has half.
TEST(Shapley, DividesWhatFactorsDoTogether) {
    const auto shares = shapleyShares(2, [](std::uint32_t set) { return set == 3 ? 10.0 : 0.0; });
    EXPECT_DOUBLE_EQ(shares[0], 5.0);
    EXPECT_DOUBLE_EQ(shares[1], 5.0);
}

// Gloves: one left (0) and two right (1, 2); a pair is worth 1. Of the six orders the left glove
// makes a pair in four, each right one in one.
TEST(Shapley, GivesWhatThePaperGivesForGloves) {
    const auto shares = shapleyShares(
        3, [](std::uint32_t set) { return (set & 1U) != 0 && (set & 6U) != 0 ? 1.0 : 0.0; });
    EXPECT_NEAR(shares[0], 4.0 / 6.0, 1e-15);
    EXPECT_NEAR(shares[1], 1.0 / 6.0, 1e-15);
    EXPECT_NEAR(shares[2], 1.0 / 6.0, 1e-15);
}

// Slow and obvious: the mean of what changes over all 120 orders.
TEST(Shapley, IsTheMeanOverAllOrders) {
    constexpr std::size_t kFactors = 5;
    std::mt19937 random(1953);
    std::uniform_real_distribution<double> some(-10.0, 10.0);
    std::vector<double> values(1U << kFactors);
    std::generate(values.begin(), values.end(), [&] { return some(random); });
    std::vector<double> expected(kFactors, 0.0);
    std::vector<std::uint32_t> order(kFactors);
    std::iota(order.begin(), order.end(), 0U);
    do {
        std::uint32_t set = 0;
        for (const std::uint32_t factor : order) {
            expected[factor] += (values[set | 1U << factor] - values[set]) / 120.0;
            set |= 1U << factor;
        }
    } while (std::next_permutation(order.begin(), order.end()));
    const auto shares = shapleyShares(kFactors, [&](std::uint32_t set) { return values[set]; });
    for (std::size_t factor = 0; factor < kFactors; ++factor) {
        EXPECT_NEAR(shares[factor], expected[factor], 1e-12);
    }
    EXPECT_NEAR(std::accumulate(shares.begin(), shares.end(), 0.0), values.back() - values.front(),
                1e-12);
}

}  // namespace
}  // namespace lommer::core
