#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace lommer::fuzz {

/// Damages texts the way that transport, editors and bad exports do, and worse: bytes changed,
/// left out, doubled and moved, ends cut off, parts of another text, and words that mean something
/// to a reader. The same seed damages in the same way.
class Mutator {
public:
    explicit Mutator(std::uint64_t seed) : random_(seed) {}

    std::string damaged(const std::string& text, const std::vector<std::string>& others);

private:
    std::size_t below(std::size_t count);
    void damageOnce(std::string& text, const std::vector<std::string>& others);

    std::mt19937_64 random_;
};

}  // namespace lommer::fuzz
