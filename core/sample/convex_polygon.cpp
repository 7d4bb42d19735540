#include "core/sample/convex_polygon.h"

#include "core/base/assert.h"

#include <algorithm>
#include <cmath>

namespace lommer::core {
namespace {

constexpr double kOnLineMetres = 1e-3;
/// What is smaller than this is nothing: it would be a sliver on the map.
constexpr double kSmallestSquareMetres = 1e-2;

double cross(Point origin, Point a, Point b) noexcept {
    return (a.x - origin.x) * (b.y - origin.y) - (a.y - origin.y) * (b.x - origin.x);
}

}  // namespace

Point crossingOf(const PlanLine& a, const PlanLine& b) {
    const double determinant = a.normal.x * b.normal.y - a.normal.y * b.normal.x;
    LOMMER_ASSERT(determinant != 0.0);
    return {(a.offset * b.normal.y - b.offset * a.normal.y) / determinant,
            (a.normal.x * b.offset - b.normal.x * a.offset) / determinant};
}

ConvexPolygon::ConvexPolygon(const Bounds& bounds)
    : corners_{{bounds.xmin, bounds.ymin},
               {bounds.xmax, bounds.ymin},
               {bounds.xmax, bounds.ymax},
               {bounds.xmin, bounds.ymax}},
      owners_(4, kNoOwner) {}

double ConvexPolygon::edgeLength(std::size_t index) const noexcept {
    const Point a = corner(index);
    const Point b = corner(index + 1);
    return std::hypot(b.x - a.x, b.y - a.y);
}

double ConvexPolygon::area() const noexcept {
    double twice = 0.0;
    for (std::size_t index = 1; index + 1 < corners_.size(); ++index) {
        twice += cross(corners_[0], corners_[index], corners_[index + 1]);
    }
    return twice / 2.0;
}

Point ConvexPolygon::centroid() const noexcept {
    Point sum;
    double weight = 0.0;
    for (std::size_t index = 1; index + 1 < corners_.size(); ++index) {
        const double part = cross(corners_[0], corners_[index], corners_[index + 1]);
        sum.x += part * (corners_[0].x + corners_[index].x + corners_[index + 1].x);
        sum.y += part * (corners_[0].y + corners_[index].y + corners_[index + 1].y);
        weight += 3.0 * part;
    }
    return weight > 0.0 ? Point{sum.x / weight, sum.y / weight} : corners_.front();
}

bool ConvexPolygon::contains(Point place) const noexcept {
    for (std::size_t index = 0; index < corners_.size(); ++index) {
        if (cross(corners_[index], corner(index + 1), place) < 0.0) {
            return false;
        }
    }
    return !isEmpty();
}

std::pair<double, double> ConvexPolygon::rangeFrom(const PlanLine& line) const noexcept {
    double low = line.distanceTo(corners_.front());
    double high = low;
    for (const Point& one : corners_) {
        low = std::min(low, line.distanceTo(one));
        high = std::max(high, line.distanceTo(one));
    }
    return {low, high};
}

ConvexPolygon ConvexPolygon::shrunkBy(double metres) const {
    ConvexPolygon rest = *this;
    for (std::size_t index = 0; index < corners_.size() && !rest.isEmpty(); ++index) {
        const double length = edgeLength(index);
        if (length <= kOnLineMetres) {
            continue;
        }
        const Point a = corners_[index];
        const Point b = corner(index + 1);
        const Point inward{(a.y - b.y) / length, (b.x - a.x) / length};
        const PlanLine line{inward, inward.x * a.x + inward.y * a.y + metres};
        rest = rest.cutBy(line, owners_[index]).second;
    }
    return rest;
}

void ConvexPolygon::add(Point corner, int owner) {
    corners_.push_back(corner);
    owners_.push_back(owner);
}

void ConvexPolygon::tidy() {
    for (std::size_t index = 0; index < corners_.size() && corners_.size() >= 3;) {
        if (edgeLength(index) < kOnLineMetres) {
            // The edge has no length: its end takes its start's place.
            corners_.erase(corners_.begin() + static_cast<std::ptrdiff_t>(index));
            owners_.erase(owners_.begin() + static_cast<std::ptrdiff_t>(index));
        } else {
            ++index;
        }
    }
    if (corners_.size() < 3 || area() < kSmallestSquareMetres) {
        corners_.clear();
        owners_.clear();
    }
}

std::pair<ConvexPolygon, ConvexPolygon> ConvexPolygon::cutBy(const PlanLine& line,
                                                             int owner) const {
    std::pair<ConvexPolygon, ConvexPolygon> parts;
    auto& [below, above] = parts;
    for (std::size_t index = 0; index < corners_.size(); ++index) {
        const Point a = corners_[index];
        const Point b = corner(index + 1);
        const double from = line.distanceTo(a);
        const double to = line.distanceTo(b);
        const bool isStartOn = std::abs(from) <= kOnLineMetres;
        const bool isEndOn = std::abs(to) <= kOnLineMetres;
        if (isStartOn && isEndOn) {
            below.add(a, owners_[index]);
            above.add(a, owners_[index]);
            continue;
        }
        if (isStartOn) {
            // An edge that leaves the line to one side starts a new edge on the line for the other.
            below.add(a, to < 0.0 ? owners_[index] : owner);
            above.add(a, to > 0.0 ? owners_[index] : owner);
            continue;
        }
        ConvexPolygon& own = from < 0.0 ? below : above;
        own.add(a, owners_[index]);
        if (!isEndOn && (from < 0.0) != (to < 0.0)) {
            const double part = from / (from - to);
            const Point at{a.x + part * (b.x - a.x), a.y + part * (b.y - a.y)};
            below.add(at, from < 0.0 ? owner : owners_[index]);
            above.add(at, from < 0.0 ? owners_[index] : owner);
        }
    }
    below.tidy();
    above.tidy();
    return parts;
}

}  // namespace lommer::core
