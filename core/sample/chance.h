#pragma once

#include "core/base/bounds.h"

#include <cstdint>

namespace lommer::core {

/// SplitMix64 (Steele, Lea and Flood, 2014): spreads any whole number over 64 bits.
std::uint64_t mixed(std::uint64_t value) noexcept;

/// Numbers by chance, the same ones for the same key.
class ChanceStream {
public:
    explicit ChanceStream(std::uint64_t key) noexcept : state_(key) {}

    std::uint64_t bits() noexcept;
    /// In [0, 1).
    double next() noexcept;
    double between(double low, double high) noexcept { return low + (high - low) * next(); }
    bool hits(double probability) noexcept { return next() < probability; }
    /// 0 … count - 1.
    std::int64_t upTo(std::int64_t count) noexcept;

private:
    std::uint64_t state_;
};

/// A smooth field of values between -1 and 1 with hills about `spacing` metres wide: value noise on
/// a square lattice that starts at RD (0, 0).
class SmoothNoise {
public:
    SmoothNoise(std::uint64_t key, double spacingMetres) noexcept
        : key_(key), spacing_(spacingMetres) {}

    double spacing() const noexcept { return spacing_; }
    double at(Point place) const noexcept;
    /// The value at one node of the lattice.
    double node(std::int64_t column, std::int64_t row) const noexcept;
    /// The share of the next node at `part` (0 … 1) of the way to it; flat at both ends.
    static double blend(double part) noexcept {
        return part * part * part * (part * (part * 6.0 - 15.0) + 10.0);
    }

private:
    std::uint64_t key_;
    double spacing_;
};

}  // namespace lommer::core
