#include "core/geometry/simple_ring.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace lommer::core {
namespace {

/// Beyond this many edges the quick way is none.
constexpr std::size_t kMostEdges = 2'000;

/// The sign of a sum of two products of differences; 0 where rounding may have made it.
int signOf(double first, double second) noexcept {
    constexpr double kEpsilon = std::numeric_limits<double>::epsilon() / 2.0;
    constexpr double kBound = (3.0 + 16.0 * kEpsilon) * kEpsilon;
    const double sum = first + second;
    const double error = kBound * (std::abs(first) + std::abs(second));
    return sum > error ? 1 : (sum < -error ? -1 : 0);
}

/// On which side of the line from `a` to `b` a point surely lies: 1 left, -1 right.
int sideOf(Point a, Point b, Point point) noexcept {
    return signOf((b.x - a.x) * (point.y - a.y), -((b.y - a.y) * (point.x - a.x)));
}

struct Edge {
    Point from;
    Point to;
    double lowestX;
    double highestX;
    std::size_t index;
};

bool areSurelyApart(const Edge& a, const Edge& b) noexcept {
    const auto [lowestA, highestA] = std::minmax(a.from.y, a.to.y);
    const auto [lowestB, highestB] = std::minmax(b.from.y, b.to.y);
    if (highestA < lowestB || highestB < lowestA) {
        return true;
    }
    const int side = sideOf(a.from, a.to, b.from);
    if (side != 0 && side == sideOf(a.from, a.to, b.to)) {
        return true;
    }
    const int other = sideOf(b.from, b.to, a.from);
    return other != 0 && other == sideOf(b.from, b.to, a.to);
}

/// Two edges that follow each other share their common end only: they bend, or go on forward.
bool shareOnlyTheirEnd(const Edge& first, const Edge& next) noexcept {
    return sideOf(first.from, first.to, next.to) != 0 ||
           signOf((first.to.x - first.from.x) * (next.to.x - next.from.x),
                  (first.to.y - first.from.y) * (next.to.y - next.from.y)) > 0;
}

}  // namespace

bool isSurelySimpleRing(PointSpan ring) {
    if (ring.size() < 4 || ring.size() > kMostEdges) {
        return false;
    }
    const std::size_t count = ring.size() - 1;
    std::vector<Edge> edges;
    edges.reserve(count);
    for (std::size_t index = 0; index < count; ++index) {
        const Point from = ring[index];
        const Point to = ring[index + 1];
        edges.push_back({from, to, std::min(from.x, to.x), std::max(from.x, to.x), index});
    }
    for (std::size_t index = 0; index < count; ++index) {
        if (!shareOnlyTheirEnd(edges[index], edges[(index + 1) % count])) {
            return false;
        }
    }
    std::sort(edges.begin(), edges.end(),
              [](const Edge& a, const Edge& b) { return a.lowestX < b.lowestX; });
    for (std::size_t one = 0; one < count; ++one) {
        for (std::size_t other = one + 1;
             other < count && edges[other].lowestX <= edges[one].highestX; ++other) {
            const std::size_t apart = edges[one].index > edges[other].index
                                          ? edges[one].index - edges[other].index
                                          : edges[other].index - edges[one].index;
            const bool areNeighbours = apart == 1 || apart == count - 1;
            if (!areNeighbours && !areSurelyApart(edges[one], edges[other])) {
                return false;
            }
        }
    }
    return true;
}

}  // namespace lommer::core
