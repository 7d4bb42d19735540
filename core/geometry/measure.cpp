#include "core/geometry/measure.h"

#include "core/geometry/convex.h"

#include <cmath>
#include <utility>

namespace lommer::core {
namespace {

/// Calls `visit(ring, isOuter)` for every ring of a row.
template <class Visit>
void forEachRing(const GeometryColumn& column, std::int64_t row, const Visit& visit) {
    const auto feature = static_cast<std::size_t>(row);
    for (auto part = column.featureOffsets[feature]; part < column.featureOffsets[feature + 1];
         ++part) {
        const auto first = column.partOffsets[part];
        for (auto ring = first; ring < column.partOffsets[part + 1]; ++ring) {
            visit(column.ring(ring), ring == first);
        }
    }
}

/// Whether the segment passes to the right of the point. Half open: an end counts when it is the
/// lower one. Walks upward always, so that both sides of a shared edge compute the same.
bool passesRight(Point point, Point a, Point b) noexcept {
    if (b.y < a.y) {
        std::swap(a, b);
    }
    return a.y <= point.y && point.y < b.y &&
           (b.x - a.x) * (point.y - a.y) > (point.x - a.x) * (b.y - a.y);
}

}  // namespace

double areaOf(const GeometryColumn& geometries, std::int64_t row) noexcept {
    if (geometries.kinds[static_cast<std::size_t>(row)] != GeometryKind::polygon) {
        return 0.0;
    }
    double twice = 0.0;
    forEachRing(geometries, row, [&twice](PointSpan ring, bool isOuter) {
        const double size = std::abs(twiceSignedArea(ring));
        twice += isOuter ? size : -size;
    });
    return twice / 2.0;
}

double lengthOf(const GeometryColumn& geometries, std::int64_t row) noexcept {
    double length = 0.0;
    forEachRing(geometries, row, [&length](PointSpan ring, bool) {
        for (std::size_t index = 1; index < ring.size(); ++index) {
            length +=
                std::hypot(ring[index].x - ring[index - 1].x, ring[index].y - ring[index - 1].y);
        }
    });
    return length;
}

bool holdsPoint(const GeometryColumn& polygons, std::int64_t row, Point point) noexcept {
    if (polygons.kinds[static_cast<std::size_t>(row)] != GeometryKind::polygon) {
        return false;
    }
    bool isInside = false;
    forEachRing(polygons, row, [&](PointSpan ring, bool) {
        for (std::size_t index = 1; index < ring.size(); ++index) {
            isInside ^= passesRight(point, ring[index - 1], ring[index]);
        }
    });
    return isInside;
}

}  // namespace lommer::core
