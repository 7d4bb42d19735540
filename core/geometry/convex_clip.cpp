#include "core/geometry/convex_clip.h"

#include "core/geometry/convex.h"
#include "core/geometry/precision.h"

#include <algorithm>

namespace lommer::core {
namespace {

/// Twice the area of the triangle: positive where `point` lies to the left of the edge.
double sideOf(Point from, Point to, Point point) noexcept {
    return (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x);
}

/// Where the edge from `a` to `b` crosses the line from which they lie `sideA` and `sideB`. Walks
/// from the same end in both directions, so that neighbours find the same point.
Point crossing(Point a, Point b, double sideA, double sideB) noexcept {
    if (b.x < a.x || (b.x == a.x && b.y < a.y)) {
        std::swap(a, b);
        std::swap(sideA, sideB);
    }
    const double share = sideA / (sideA - sideB);
    return {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
}

/// Keeps what lies to the left of the line; `polygon` is open (its last point is not the first).
void cut(const std::vector<Point>& polygon, Point from, Point to, std::vector<Point>& kept) {
    kept.clear();
    for (std::size_t index = 0; index < polygon.size(); ++index) {
        const Point here = polygon[index];
        const Point next = polygon[index + 1 == polygon.size() ? 0 : index + 1];
        const double sideHere = sideOf(from, to, here);
        const double sideNext = sideOf(from, to, next);
        if (sideHere >= 0.0) {
            kept.push_back(here);
        }
        if ((sideHere > 0.0 && sideNext < 0.0) || (sideHere < 0.0 && sideNext > 0.0)) {
            kept.push_back(crossing(here, next, sideHere, sideNext));
        }
    }
}

}  // namespace

ConvexClip clipConvex(PointSpan subject, PointSpan clip, std::vector<Point>& ring) {
    // From the first point, so that no digits are lost to large coordinates.
    const Point origin = clip.front();
    const auto local = [origin](Point point) {
        return Point{point.x - origin.x, point.y - origin.y};
    };
    std::vector<Point> polygon;
    polygon.reserve(subject.size() + clip.size());
    for (std::size_t index = 0; index + 1 < subject.size(); ++index) {
        polygon.push_back(local(subject[index]));
    }
    if (twiceSignedArea(subject) < 0.0) {
        std::reverse(polygon.begin(), polygon.end());
    }
    const bool isClockwise = twiceSignedArea(clip) < 0.0;
    std::vector<Point> kept;
    kept.reserve(polygon.capacity());
    for (std::size_t index = 0; index + 1 < clip.size() && !polygon.empty(); ++index) {
        const Point from = local(clip[index]);
        const Point to = local(clip[index + 1]);
        cut(polygon, isClockwise ? to : from, isClockwise ? from : to, kept);
        polygon.swap(kept);
    }
    ring.clear();
    for (const Point point : polygon) {
        const Point moved = snapped(Point{point.x + origin.x, point.y + origin.y});
        if (ring.empty() || !(moved == ring.back())) {
            ring.push_back(moved);
        }
    }
    while (ring.size() > 1 && ring.back() == ring.front()) {
        ring.pop_back();
    }
    if (ring.size() < 3) {
        return ConvexClip::nothing;
    }
    ring.push_back(ring.front());
    if (twiceSignedArea(ring) == 0.0) {
        return ConvexClip::nothing;
    }
    return isConvexRing(ring) ? ConvexClip::found : ConvexClip::uncertain;
}

}  // namespace lommer::core
