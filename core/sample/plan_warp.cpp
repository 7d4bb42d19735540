#include "core/sample/plan_warp.h"

#include "core/base/assert.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lommer::core {
namespace {

/// About so wide are the squares of the lattice; a whole number of them fits the place.
constexpr double kLatticeMetres = 32.0;
/// Valleys and roads wander over kilometres in a large place.
constexpr double kRegionMetres = 3800.0;
constexpr double kLargestRegionShift = 260.0;
constexpr double kRegionShiftShare = 0.016;
constexpr double kRegionFadeMetres = 2400.0;
constexpr double kWideMetres = 950.0;
constexpr double kWideShift = 62.0;
constexpr double kNearMetres = 310.0;
constexpr double kNearShift = 13.0;
/// Bends are smaller near the border: at this distance they are whole.
constexpr double kFadeMetres = 260.0;
constexpr double kMeanderMetres = 240.0;
constexpr double kMeanderShift = 24.0;
/// How far from the brook the fields still follow its meanders.
constexpr double kMeanderReach = 150.0;

double roundedToMillimetre(double value) noexcept {
    return std::round(value * 1000.0) / 1000.0;
}

Point rounded(Point place) noexcept {
    return {roundedToMillimetre(place.x), roundedToMillimetre(place.y)};
}

/// Adds where, between 0 and 1, a value that goes from `from` to `to` passes a whole number.
void addCrossings(double from, double to, std::vector<double>& parts) {
    const double low = std::min(from, to);
    const double high = std::max(from, to);
    double whole = std::floor(low) + 1.0;
    while (whole < high) {
        parts.push_back((whole - from) / (to - from));
        whole += 1.0;
    }
}

}  // namespace

PlanWarp::PlanWarp(const Bounds& bounds, std::uint64_t seed, std::vector<double> brooks)
    : bounds_(bounds),
      brooks_(std::move(brooks)),
      regionX_(mixed(seed ^ 105), kRegionMetres),
      regionY_(mixed(seed ^ 106), kRegionMetres),
      wideX_(mixed(seed ^ 101), kWideMetres),
      wideY_(mixed(seed ^ 102), kWideMetres),
      nearX_(mixed(seed ^ 103), kNearMetres),
      nearY_(mixed(seed ^ 104), kNearMetres),
      columns_(static_cast<std::int64_t>(std::ceil(bounds.width() / kLatticeMetres)) + 1),
      rows_(columns_),
      step_(bounds.width() / static_cast<double>(columns_ - 1)) {
    LOMMER_ASSERT(bounds.width() == bounds.height());
    nodes_.reserve(static_cast<std::size_t>(columns_ * rows_));
    for (std::int64_t row = 0; row < rows_; ++row) {
        for (std::int64_t column = 0; column < columns_; ++column) {
            nodes_.push_back(shiftAt({bounds_.xmin + static_cast<double>(column) * step_,
                                      bounds_.ymin + static_cast<double>(row) * step_}));
        }
    }
}

Point PlanWarp::shiftAt(Point plan) const noexcept {
    const double toBorder = std::min({plan.x - bounds_.xmin, bounds_.xmax - plan.x,
                                      plan.y - bounds_.ymin, bounds_.ymax - plan.y});
    const double fade = std::min(kFadeMetres, 0.2 * bounds_.width());
    const double share = SmoothNoise::blend(std::clamp(toBorder / fade, 0.0, 1.0));
    Point shift{kWideShift * wideX_.at(plan) + kNearShift * nearX_.at(plan),
                kWideShift * wideY_.at(plan) + kNearShift * nearY_.at(plan)};
    for (const double brook : brooks_) {
        const double away = (plan.y - brook) / kMeanderReach;
        const double along = 2.0 * std::numbers::pi * plan.x / kMeanderMetres;
        const double swing = std::sin(along + 3.0 * wideX_.at({plan.x, brook})) *
                             (0.65 + 0.35 * nearY_.at({plan.x, brook}));
        shift.y += kMeanderShift * swing * std::exp(-away * away);
    }
    // A small place bends less: it has no room to come back.
    const double bend = share * fade / kFadeMetres;
    const double regionFade = std::min(kRegionFadeMetres, 0.3 * bounds_.width());
    const double region = SmoothNoise::blend(std::clamp(toBorder / regionFade, 0.0, 1.0)) *
                          std::min(kLargestRegionShift, kRegionShiftShare * bounds_.width());
    return {bend * shift.x + region * regionX_.at(plan),
            bend * shift.y + region * regionY_.at(plan)};
}

Point PlanWarp::placed(Point plan) const noexcept {
    const double x =
        std::clamp((plan.x - bounds_.xmin) / step_, 0.0, static_cast<double>(columns_ - 1));
    const double y =
        std::clamp((plan.y - bounds_.ymin) / step_, 0.0, static_cast<double>(rows_ - 1));
    const auto i = std::min(static_cast<std::int64_t>(x), columns_ - 2);
    const auto j = std::min(static_cast<std::int64_t>(y), rows_ - 2);
    const double right = x - static_cast<double>(i);
    const double up = y - static_cast<double>(j);
    // Each square of the lattice is two triangles; the corner with the right angle comes first.
    const bool isLower = right + up <= 1.0;
    const Point& corner = isLower ? node(i, j) : node(i + 1, j + 1);
    const Point& beside = isLower ? node(i + 1, j) : node(i, j + 1);
    const Point& along = isLower ? node(i, j + 1) : node(i + 1, j);
    const double toBeside = isLower ? right : 1.0 - right;
    const double toAlong = isLower ? up : 1.0 - up;
    return {plan.x + corner.x + toBeside * (beside.x - corner.x) + toAlong * (along.x - corner.x),
            plan.y + corner.y + toBeside * (beside.y - corner.y) + toAlong * (along.y - corner.y)};
}

void PlanWarp::addBends(Point a, Point b, std::vector<Point>& line) const {
    // Both neighbours of an edge go through it the same way round, for the same bits.
    const bool isReversed = std::pair(a.x, a.y) > std::pair(b.x, b.y);
    if (isReversed) {
        std::swap(a, b);
    }
    const double x0 = (a.x - bounds_.xmin) / step_;
    const double x1 = (b.x - bounds_.xmin) / step_;
    const double y0 = (a.y - bounds_.ymin) / step_;
    const double y1 = (b.y - bounds_.ymin) / step_;
    std::vector<double> parts;
    addCrossings(x0, x1, parts);
    addCrossings(y0, y1, parts);
    addCrossings(x0 + y0, x1 + y1, parts);
    std::sort(parts.begin(), parts.end());
    if (isReversed) {
        std::reverse(parts.begin(), parts.end());
    }
    for (const double part : parts) {
        const Point bend = rounded(placed({a.x + part * (b.x - a.x), a.y + part * (b.y - a.y)}));
        if (line.empty() || line.back() != bend) {
            line.push_back(bend);
        }
    }
}

std::vector<Point> PlanWarp::placedLine(Point a, Point b) const {
    std::vector<Point> line{rounded(placed(a))};
    addBends(a, b, line);
    const Point end = rounded(placed(b));
    if (line.back() == end && line.size() > 1) {
        line.pop_back();
    }
    line.push_back(end);
    return line;
}

std::vector<Point> PlanWarp::placedRing(const ConvexPolygon& polygon) const {
    std::vector<Point> ring;
    const auto& corners = polygon.corners();
    for (std::size_t index = 0; index < corners.size(); ++index) {
        const Point start = rounded(placed(corners[index]));
        if (ring.empty() || ring.back() != start) {
            ring.push_back(start);
        }
        addBends(corners[index], polygon.corner(index + 1), ring);
    }
    if (ring.back() == ring.front()) {
        ring.pop_back();
    }
    ring.push_back(ring.front());
    return ring;
}

double PlanWarp::smallestGrowth() const {
    double smallest = 1.0;
    for (std::int64_t row = 0; row + 1 < rows_; ++row) {
        for (std::int64_t column = 0; column + 1 < columns_; ++column) {
            for (const int side : {0, 1}) {
                const Point& corner = node(column + side, row + side);
                const Point& beside = node(column + 1 - side, row + side);
                const Point& along = node(column + side, row + 1 - side);
                const double sign = side == 0 ? step_ : -step_;
                const Point a{sign + beside.x - corner.x, beside.y - corner.y};
                const Point b{along.x - corner.x, sign + along.y - corner.y};
                smallest = std::min(smallest, (a.x * b.y - a.y * b.x) / (step_ * step_));
            }
        }
    }
    return smallest;
}

}  // namespace lommer::core
