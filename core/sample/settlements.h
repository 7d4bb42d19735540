#pragma once

#include "core/sample/chance.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace lommer::core {

/// A village or town of the made-up place.
struct Settlement {
    Point centre;
    double radiusMetres = 0.0;
    std::uint64_t key = 0;
    /// Where its business park lies, in radians from east; nothing for a hamlet.
    std::optional<double> businessDirection = {};
};

/// What people do at a spot of the plan.
enum class LandUse {
    square,
    core,
    oldStreets,     // until the war
    postwarEstate,  // 1950 - 1975
    lateEstate,     // 1976 - 1999
    newEstate,      // from 2000
    villas,
    business,
    rural,
};

/// Where the villages lie and what is where in them.
class Settlements {
public:
    Settlements(const Bounds& bounds, std::uint64_t seed);

    const std::vector<Settlement>& all() const noexcept { return all_; }
    LandUse useAt(Point plan) const noexcept;
    /// How far out a spot lies: 0 in the centre of the nearest village, 1 at its edge.
    double remoteness(Point plan) const noexcept;
    /// True where a circle may hold a part of a village.
    bool isNearVillage(Point plan, double radiusMetres) const noexcept;

private:
    /// The village that a spot belongs to most, and how far out it lies.
    struct Nearest {
        const Settlement* village = nullptr;
        double remoteness = 1e9;
    };
    Nearest nearest(Point plan) const noexcept;
    LandUse estateAt(const Settlement& village, Point plan, double remoteness) const noexcept;

    SmoothNoise edge_;
    std::vector<Settlement> all_;
};

}  // namespace lommer::core
