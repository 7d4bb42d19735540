#include "core/sample/chance.h"

#include <cmath>

namespace lommer::core {

std::uint64_t mixed(std::uint64_t value) noexcept {
    value += 0x9E3779B97F4A7C15U;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31);
}

std::uint64_t ChanceStream::bits() noexcept {
    const std::uint64_t result = mixed(state_);
    state_ += 0x9E3779B97F4A7C15U;
    return result;
}

double ChanceStream::next() noexcept {
    return static_cast<double>(bits() >> 11) * 0x1p-53;
}

std::int64_t ChanceStream::upTo(std::int64_t count) noexcept {
    return static_cast<std::int64_t>(next() * static_cast<double>(count));
}

double SmoothNoise::node(std::int64_t column, std::int64_t row) const noexcept {
    const auto bits = mixed(mixed(key_ ^ static_cast<std::uint64_t>(column)) ^
                            (static_cast<std::uint64_t>(row) << 1));
    return static_cast<double>(bits >> 11) * 0x1p-52 - 1.0;
}

double SmoothNoise::at(Point place) const noexcept {
    const double x = place.x / spacing_;
    const double y = place.y / spacing_;
    const double column = std::floor(x);
    const double row = std::floor(y);
    const auto i = static_cast<std::int64_t>(column);
    const auto j = static_cast<std::int64_t>(row);
    const double right = blend(x - column);
    const double up = blend(y - row);
    const double lower = node(i, j) + (node(i + 1, j) - node(i, j)) * right;
    const double upper = node(i, j + 1) + (node(i + 1, j + 1) - node(i, j + 1)) * right;
    return lower + (upper - lower) * up;
}

}  // namespace lommer::core
