#include "core/sample/settlements.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace lommer::core {
namespace {

constexpr double kSmallestWithBusiness = 330.0;
/// Villages lie about so far apart, hamlets closer.
constexpr double kVillageSpacing = 5200.0;
constexpr double kHamletSpacing = 2300.0;

double distance(Point a, Point b) noexcept {
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// One settlement somewhere in the middle of each square that is free.
void addOnGrid(const Bounds& bounds, double spacing, double smallest, double largest,
               std::uint64_t key, std::vector<Settlement>& all) {
    const auto count = static_cast<std::int64_t>(bounds.width() / spacing);
    const double side = bounds.width() / static_cast<double>(std::max<std::int64_t>(count, 1));
    for (std::int64_t square = 0; square < count * count; ++square) {
        ChanceStream chance(mixed(key ^ static_cast<std::uint64_t>(square)));
        const std::int64_t column = square % count;
        const std::int64_t row = square / count;
        const double east = static_cast<double>(column) + chance.between(0.25, 0.75);
        const double north = static_cast<double>(row) + chance.between(0.25, 0.75);
        const Settlement one{{bounds.xmin + east * side, bounds.ymin + north * side},
                             chance.between(smallest, largest),
                             chance.bits(),
                             {}};
        const bool isFree = std::none_of(all.begin(), all.end(), [&](const Settlement& other) {
            return distance(one.centre, other.centre) <
                   0.32 * spacing + one.radiusMetres + other.radiusMetres;
        });
        if (isFree) {
            all.push_back(one);
        }
    }
}

}  // namespace

Settlements::Settlements(const Bounds& bounds, std::uint64_t seed)
    : edge_(mixed(seed ^ 201), 260.0) {
    ChanceStream chance(mixed(seed ^ 202));
    const double side = bounds.width();
    all_.push_back({{bounds.xmin + side * chance.between(0.46, 0.54),
                     bounds.ymin + side * chance.between(0.54, 0.60)},
                    390.0 * std::pow(side / 1000.0, 0.55),
                    chance.bits(),
                    {}});
    addOnGrid(bounds, kVillageSpacing, 420.0, 720.0, mixed(seed ^ 203), all_);
    addOnGrid(bounds, kHamletSpacing, 110.0, 190.0, mixed(seed ^ 204), all_);
    for (Settlement& one : all_) {
        if (one.radiusMetres >= kSmallestWithBusiness) {
            ChanceStream own(one.key);
            one.businessDirection = own.between(0.0, 2.0 * std::numbers::pi);
        }
    }
}

Settlements::Nearest Settlements::nearest(Point plan) const noexcept {
    Nearest best;
    const double ragged = 1.0 + 0.16 * edge_.at(plan);
    for (const Settlement& one : all_) {
        const double remoteness = distance(plan, one.centre) / one.radiusMetres * ragged;
        if (remoteness < best.remoteness) {
            best = {&one, remoteness};
        }
    }
    return best;
}

double Settlements::remoteness(Point plan) const noexcept {
    return nearest(plan).remoteness;
}

bool Settlements::isNearVillage(Point plan, double radiusMetres) const noexcept {
    return std::any_of(all_.begin(), all_.end(), [&](const Settlement& one) {
        return distance(plan, one.centre) < 1.2 * one.radiusMetres + radiusMetres;
    });
}

LandUse Settlements::estateAt(const Settlement& village, Point plan,
                              double remoteness) const noexcept {
    // Estates are as large as one builder made them: a ring and a sector have one kind.
    const double angle = std::atan2(plan.y - village.centre.y, plan.x - village.centre.x);
    const double sectors = std::max(3.0, std::round(village.radiusMetres / 110.0));
    const auto sector =
        static_cast<std::uint64_t>((angle / std::numbers::pi + 1.0) / 2.0 * sectors);
    const auto ring = static_cast<std::uint64_t>(remoteness * 4.0);
    ChanceStream chance(mixed(village.key ^ (sector * 8 + ring + 1)));
    const double later = remoteness + chance.between(-0.22, 0.22);
    if (chance.hits(0.14)) {
        return LandUse::villas;
    }
    return later < 0.58   ? LandUse::postwarEstate
           : later < 0.86 ? LandUse::lateEstate
                          : LandUse::newEstate;
}

LandUse Settlements::useAt(Point plan) const noexcept {
    const auto [village, remoteness] = nearest(plan);
    if (village == nullptr || remoteness >= 1.0) {
        return LandUse::rural;
    }
    const bool isHamlet = !village->businessDirection.has_value();
    if (village->businessDirection) {
        const double angle = std::atan2(plan.y - village->centre.y, plan.x - village->centre.x);
        const double turn =
            std::remainder(angle - *village->businessDirection, 2.0 * std::numbers::pi);
        if (std::abs(turn) < 0.55 && remoteness > 0.6) {
            return LandUse::business;
        }
    }
    const double metres = distance(plan, village->centre);
    if (metres < 45.0 && !isHamlet) {
        return LandUse::square;
    }
    if (isHamlet) {
        return remoteness < 0.5 ? LandUse::oldStreets : LandUse::villas;
    }
    if (metres < 60.0 + 0.12 * village->radiusMetres) {
        return LandUse::core;
    }
    return remoteness < 0.36 ? LandUse::oldStreets : estateAt(*village, plan, remoteness);
}

}  // namespace lommer::core
