#include "core/geometry/overlay.h"

#include "core/geometry/convex.h"
#include "core/geometry/convex_clip.h"
#include "core/geometry/precision.h"
#include "core/geometry/row_geometries.h"
#include "core/geometry/row_outcome.h"

#include <algorithm>
#include <optional>

namespace lommer::core {
namespace {

/// The ring of each row that is a polygon of one convex ring; empty for the rest.
std::vector<PointSpan> convexRings(const GeometryColumn& column) {
    std::vector<PointSpan> rings(column.kinds.size());
    for (std::size_t row = 0; row < rings.size(); ++row) {
        const PointSpan ring = column.onlyRingOf(static_cast<std::int64_t>(row));
        if (column.kinds[row] == GeometryKind::polygon && isConvexRing(ring)) {
            rings[row] = ring;
        }
    }
    return rings;
}

/// Both layers with what is known of their rows; read by all threads.
struct Layers {
    Layers(const GeometryColumn& leftColumn, const GeometryColumn& rightColumn)
        : left(leftColumn),
          right(rightColumn),
          leftRings(convexRings(left)),
          rightRings(convexRings(right)),
          leftBoxes(left.boxes()),
          rightBoxes(right.boxes()) {}

    const GeometryColumn& left;
    const GeometryColumn& right;
    std::vector<PointSpan> leftRings;
    std::vector<PointSpan> rightRings;
    // A row is in many pairs.
    std::vector<Bounds> leftBoxes;
    std::vector<Bounds> rightBoxes;
};

/// Intersects pairs, one after another, on one thread.
class PairOverlay {
public:
    PairOverlay(const Layers& layers, const std::stop_token& stop)
        : layers_(layers),
          session_(stop),
          left_(session_, layers.left),
          right_(session_, layers.right) {}

    /// True where a piece was appended. Throws Failure and Cancelled.
    bool append(RowPair pair, GeometryColumn& target) {
        const auto left = static_cast<std::size_t>(pair.left);
        const auto right = static_cast<std::size_t>(pair.right);
        const GeometryKind kind = std::min(layers_.left.kinds[left], layers_.right.kinds[right]);
        if (kind == GeometryKind::none) {
            throw geos::Failure("nothing was left of it after repair");
        }
        const Bounds overlap = intersection(layers_.leftBoxes[left], layers_.rightBoxes[right]);
        if (overlap.isEmpty() || (kind == GeometryKind::polygon &&
                                  (overlap.width() <= 0.0 || overlap.height() <= 0.0))) {
            return false;
        }
        if (!layers_.leftRings[left].empty() && !layers_.rightRings[right].empty()) {
            const ConvexClip clip =
                clipConvex(layers_.leftRings[left], layers_.rightRings[right], ring_);
            if (clip != ConvexClip::uncertain) {
                return clip == ConvexClip::found && appendRing(target);
            }
        }
        return appendByGeos(pair, kind, target);
    }

private:
    bool appendRing(GeometryColumn& target) const {
        target.addRing(ring_);
        target.endPart();
        target.endFeature(GeometryKind::polygon);
        return true;
    }

    bool appendByGeos(RowPair pair, GeometryKind kind, GeometryColumn& target) {
        const Bounds& leftBox = layers_.leftBoxes[static_cast<std::size_t>(pair.left)];
        const Bounds& rightBox = layers_.rightBoxes[static_cast<std::size_t>(pair.right)];
        if (pair.left != lastLeft_) {
            left_.clear();
            lastLeft_ = pair.left;
        }
        const auto handle = session_.handle();
        const bool isLeftLarger =
            layers_.left.pointCountOf(pair.left) >= layers_.right.pointCountOf(pair.right);
        const GEOSPreparedGeometry* larger =
            isLeftLarger ? left_.prepared(pair.left) : right_.prepared(pair.right);
        const GEOSGeometry* smaller =
            isLeftLarger ? right_.geometry(pair.right) : left_.geometry(pair.left);
        if (!session_.check(GEOSPreparedIntersects_r(handle, larger, smaller))) {
            return false;
        }
        if (rightBox.contains(leftBox) &&
            session_.check(GEOSPreparedCovers_r(handle, right_.prepared(pair.right),
                                                left_.geometry(pair.left)))) {
            target.appendRow(layers_.left, pair.left);
            return true;
        }
        if (leftBox.contains(rightBox) &&
            session_.check(GEOSPreparedCovers_r(handle, left_.prepared(pair.left),
                                                right_.geometry(pair.right)))) {
            target.appendRow(layers_.right, pair.right);
            return true;
        }
        const geos::Pointer common = session_.own(GEOSIntersectionPrec_r(
            handle, left_.geometry(pair.left), right_.geometry(pair.right), kPrecisionMetres));
        const std::size_t first = target.points.size();
        const bool isFound = geos::appendRow(session_, common.get(), kind, target);
        snapPoints(target, first);
        return isFound;
    }

    const Layers& layers_;
    geos::Session session_;
    geos::RowGeometries left_;
    geos::RowGeometries right_;
    std::int64_t lastLeft_ = -1;
    std::vector<Point> ring_;
};

}  // namespace

Pieces intersectPairs(const SharedGeometries& left, const SharedGeometries& right,
                      const std::vector<RowPair>& pairs, const Progress& progress) {
    const auto overlayOf = [&](const Layers& layers) {
        return [&] { return PairOverlay(layers, progress.stopToken()); };
    };
    const Layers layers(*left, *right);
    auto outcome = treatAll(pairs, progress, overlayOf(layers));
    if (outcome.failed.empty()) {
        return {std::move(outcome.geometries), std::move(outcome.items), {}};
    }
    const auto soundLeft = repairGeometries(left, progress.stopToken()).geometries;
    const auto soundRight = repairGeometries(right, progress.stopToken()).geometries;
    const Layers sound(*soundLeft, *soundRight);
    auto both =
        merged(outcome, treatAll(outcome.failed, progress.part(1.0, 1.0, {}), overlayOf(sound)));
    return {std::move(both.geometries), std::move(both.items), withPlaces(both.failed, *left)};
}

}  // namespace lommer::core
