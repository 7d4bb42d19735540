#include "app/map/feature_index.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lommer::app {
namespace {

/// Children of a node: small enough to pass over quickly, large enough for a flat tree.
constexpr std::size_t kNodeSize = 16;

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
    : geometries_(std::move(geometries)) {
    const std::int64_t count = geometries_->rowCount();
    boxes_.reserve(static_cast<std::size_t>(count));
    for (std::int64_t row = 0; row < count; ++row) {
        boxes_.push_back(geometries_->boundsOf(row));
        if (!boxes_.back().isEmpty()) {
            order_.push_back(static_cast<std::uint32_t>(row));
            bounds_.include(boxes_.back());
        }
    }
    pack();
}

void FeatureIndex::pack() {
    if (order_.empty()) {
        return;
    }
    const auto centreX = [this](std::uint32_t row) { return boxes_[row].xmin + boxes_[row].xmax; };
    const auto centreY = [this](std::uint32_t row) { return boxes_[row].ymin + boxes_[row].ymax; };
    std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
        return centreX(a) < centreX(b) || (centreX(a) == centreX(b) && a < b);
    });
    const auto nodes = static_cast<double>((order_.size() + kNodeSize - 1) / kNodeSize);
    const auto strips = static_cast<std::size_t>(std::ceil(std::sqrt(nodes)));
    const std::size_t perStrip = (order_.size() + strips - 1) / strips;
    for (std::size_t start = 0; start < order_.size(); start += perStrip) {
        const std::size_t end = std::min(start + perStrip, order_.size());
        std::sort(order_.begin() + static_cast<std::ptrdiff_t>(start),
                  order_.begin() + static_cast<std::ptrdiff_t>(end),
                  [&](std::uint32_t a, std::uint32_t b) {
                      return centreY(a) < centreY(b) || (centreY(a) == centreY(b) && a < b);
                  });
    }
    addLevel(order_.size());
    while (levels_.back().size() > 1) {
        addLevel(levels_.back().size());
    }
}

void FeatureIndex::addLevel(std::size_t count) {
    std::vector<Node> level;
    for (std::size_t start = 0; start < count; start += kNodeSize) {
        Node node;
        node.first = static_cast<std::uint32_t>(start);
        node.last = static_cast<std::uint32_t>(std::min(start + kNodeSize, count));
        for (std::uint32_t child = node.first; child < node.last; ++child) {
            node.bounds.include(levels_.empty() ? boxes_[order_[child]]
                                                : levels_.back()[child].bounds);
        }
        level.push_back(node);
    }
    levels_.push_back(std::move(level));
}

std::vector<std::int64_t> FeatureIndex::rowsIn(const core::Bounds& area) const {
    std::vector<std::int64_t> rows;
    if (levels_.empty()) {
        return rows;
    }
    std::vector<std::pair<std::size_t, std::uint32_t>> open{{levels_.size() - 1, 0}};
    while (!open.empty()) {
        const auto [level, place] = open.back();
        open.pop_back();
        const Node& node = levels_[level][place];
        if (!node.bounds.intersects(area)) {
            continue;
        }
        for (std::uint32_t child = node.first; child < node.last; ++child) {
            if (level > 0) {
                open.emplace_back(level - 1, child);
            } else if (boxes_[order_[child]].intersects(area)) {
                rows.push_back(order_[child]);
            }
        }
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

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
