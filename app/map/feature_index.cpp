#include "app/map/feature_index.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lommer::app {
namespace {

double distanceToSegment(core::Point place, core::Point a, core::Point b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const double along =
        length > 0.0 ? std::clamp(((place.x - a.x) * dx + (place.y - a.y) * dy) / length, 0.0, 1.0)
                     : 0.0;
    return std::hypot(place.x - a.x - along * dx, place.y - a.y - along * dy);
}

/// Whether a ray to the east crosses the segment.
bool isCrossed(core::Point place, core::Point a, core::Point b) {
    return (a.y > place.y) != (b.y > place.y) &&
           place.x < (b.x - a.x) * (place.y - a.y) / (b.y - a.y) + a.x;
}

}  // namespace

FeatureIndex::FeatureIndex(std::shared_ptr<const core::GeometryColumn> geometries)
    : geometries_(std::move(geometries)), tree_(*geometries_) {}

std::optional<std::int64_t> FeatureIndex::rowAt(core::Point place, double tolerance) const {
    const std::vector<std::int64_t> rows =
        rowsIn(core::Bounds{place.x, place.y, place.x, place.y}.grownBy(tolerance));
    std::optional<std::int64_t> polygon;
    std::optional<std::int64_t> nearest;
    double nearestDistance = tolerance;
    for (const std::int64_t row : rows) {
        const double distance = distanceTo(*geometries_, row, place);
        const bool isPolygon =
            geometries_->kinds[static_cast<std::size_t>(row)] == core::GeometryKind::polygon;
        if (isPolygon && distance == 0.0) {
            polygon = row;
        } else if (!isPolygon && distance <= nearestDistance) {
            nearest = row;
            nearestDistance = distance;
        }
    }
    return nearest ? nearest : polygon;
}

double distanceTo(const core::GeometryColumn& geometries, std::int64_t row, core::Point place) {
    const auto feature = static_cast<std::size_t>(row);
    const bool isPolygon = geometries.kinds[feature] == core::GeometryKind::polygon;
    double distance = std::numeric_limits<double>::infinity();
    bool isInside = false;
    for (std::uint32_t part = geometries.featureOffsets[feature];
         part < geometries.featureOffsets[feature + 1]; ++part) {
        for (std::uint32_t ring = geometries.partOffsets[part];
             ring < geometries.partOffsets[part + 1]; ++ring) {
            const core::PointSpan points = geometries.ring(ring);
            if (points.size() == 1) {
                distance =
                    std::min(distance, std::hypot(points[0].x - place.x, points[0].y - place.y));
            }
            for (std::size_t i = 1; i < points.size(); ++i) {
                distance = std::min(distance, distanceToSegment(place, points[i - 1], points[i]));
                isInside ^= isPolygon && isCrossed(place, points[i - 1], points[i]);
            }
        }
    }
    return isInside ? 0.0 : distance;
}

}  // namespace lommer::app
