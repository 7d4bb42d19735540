#include "core/geometry/convex.h"

namespace lommer::core {
namespace {

struct Vector {
    double x;
    double y;
};

Vector between(Point from, Point to) noexcept {
    return {to.x - from.x, to.y - from.y};
}
double cross(Vector a, Vector b) noexcept {
    return a.x * b.y - a.y * b.x;
}
double dot(Vector a, Vector b) noexcept {
    return a.x * b.x + a.y * b.y;
}

// Edges of a convex ring change from going up to going down once and back once; a pentagram, which
// also always turns the same way, does so more often.
bool isUpward(Vector edge) noexcept {
    return edge.y > 0.0 || (edge.y == 0.0 && edge.x > 0.0);
}

}  // namespace

double twiceSignedArea(PointSpan ring) noexcept {
    double sum = 0.0;
    for (std::size_t index = 1; index + 2 < ring.size(); ++index) {
        sum += cross(between(ring[0], ring[index]), between(ring[0], ring[index + 1]));
    }
    return sum;
}

bool isConvexRing(PointSpan ring) noexcept {
    if (ring.size() < 4 || !(ring.front() == ring.back())) {
        return false;
    }
    const auto count = ring.size() - 1;
    bool hasLeft = false;
    bool hasRight = false;
    int changes = 0;
    Vector previous = between(ring[count - 1], ring[0]);
    for (std::size_t index = 0; index < count; ++index) {
        const Vector edge = between(ring[index], ring[index + 1]);
        const double turn = cross(previous, edge);
        hasLeft |= turn > 0.0;
        hasRight |= turn < 0.0;
        // also false for NaN, and for edges without length
        if (!(turn < 0.0 || turn > 0.0 || dot(previous, edge) > 0.0) || (hasLeft && hasRight)) {
            return false;
        }
        changes += isUpward(previous) != isUpward(edge) ? 1 : 0;
        previous = edge;
    }
    return changes == 2;
}

}  // namespace lommer::core
