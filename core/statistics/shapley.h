#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace lommer::core {

/// What each of several factors adds to a value, whatever the order in which they come in: the mean
/// over all orders of what changes when the factor joins those before it. Shapley (1953), A value
/// for n-person games. The shares add up to the value with all factors less that with none, equal
/// factors have equal shares, and a factor that never changes anything has none.
///
/// `valueOf` gets the factors that are in as bits (factor 0 is bit 0) and is called once for each
/// of their 2^count sets. `count` is at most 16 (asserted).
std::vector<double> shapleyShares(std::size_t count,
                                  const std::function<double(std::uint32_t)>& valueOf);

}  // namespace lommer::core
