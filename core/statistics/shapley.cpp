#include "core/statistics/shapley.h"

#include "core/base/assert.h"

#include <bit>

namespace lommer::core {
namespace {

constexpr std::size_t kMostFactors = 16;

/// How often, of all orders of `count` factors, a certain `before` of them come first and a certain
/// one next: before! (count - before - 1)! / count!
double weightOf(std::size_t before, std::size_t count) {
    double weight = 1.0 / static_cast<double>(count);
    for (std::size_t one = 1; one <= before; ++one) {
        weight *= static_cast<double>(one) / static_cast<double>(count - one);
    }
    return weight;
}

}  // namespace

std::vector<double> shapleyShares(std::size_t count,
                                  const std::function<double(std::uint32_t)>& valueOf) {
    LOMMER_ASSERT(count <= kMostFactors);
    std::vector<double> values(std::size_t{1} << count);
    for (std::size_t set = 0; set < values.size(); ++set) {
        values[set] = valueOf(static_cast<std::uint32_t>(set));
    }
    std::vector<double> shares(count, 0.0);
    for (std::size_t factor = 0; factor < count; ++factor) {
        const std::size_t bit = std::size_t{1} << factor;
        for (std::size_t set = 0; set < values.size(); ++set) {
            if ((set & bit) == 0) {
                shares[factor] += weightOf(static_cast<std::size_t>(std::popcount(set)), count) *
                                  (values[set | bit] - values[set]);
            }
        }
    }
    return shares;
}

}  // namespace lommer::core
