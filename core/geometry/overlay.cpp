#include "core/geometry/overlay.h"

#include "core/engine/parallel.h"
#include "core/geometry/convex.h"
#include "core/geometry/convex_clip.h"
#include "core/geometry/precision.h"
#include "core/geometry/row_geometries.h"
#include "core/geometry/validity.h"

#include <algorithm>
#include <optional>

namespace lommer::core {
namespace {

/// Small enough to share the work and to stop soon, large enough to use what was indexed again.
std::int64_t pairsPerTask(std::int64_t count) {
    return std::clamp<std::int64_t>(count / 128, 32, 1024);
}

bool isWithin(const Bounds& inner, const Bounds& outer) {
    return inner.xmin >= outer.xmin && inner.ymin >= outer.ymin && inner.xmax <= outer.xmax &&
           inner.ymax <= outer.ymax;
}

std::uint32_t pointCount(const GeometryColumn& column, std::int64_t row) {
    const auto feature = static_cast<std::size_t>(row);
    return column.ringOffsets[column.partOffsets[column.featureOffsets[feature + 1]]] -
           column.ringOffsets[column.partOffsets[column.featureOffsets[feature]]];
}

/// The ring of each row that is a polygon of one convex ring; empty for the rest.
std::vector<PointSpan> convexRings(const GeometryColumn& column) {
    std::vector<PointSpan> rings(column.kinds.size());
    for (std::size_t row = 0; row < rings.size(); ++row) {
        const auto part = column.featureOffsets[row];
        if (column.kinds[row] != GeometryKind::polygon ||
            column.featureOffsets[row + 1] != part + 1 ||
            column.partOffsets[part + 1] != column.partOffsets[part] + 1) {
            continue;
        }
        const PointSpan ring = column.ring(column.partOffsets[part]);
        if (isConvexRing(ring)) {
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
          rightRings(convexRings(right)) {}

    const GeometryColumn& left;
    const GeometryColumn& right;
    std::vector<PointSpan> leftRings;
    std::vector<PointSpan> rightRings;
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
        const Bounds leftBox = layers_.left.boundsOf(pair.left);
        const Bounds rightBox = layers_.right.boundsOf(pair.right);
        const Bounds overlap = intersection(leftBox, rightBox);
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
        return appendByGeos(pair, kind, leftBox, rightBox, target);
    }

private:
    bool appendRing(GeometryColumn& target) const {
        target.addRing(ring_);
        target.endPart();
        target.endFeature(GeometryKind::polygon);
        return true;
    }

    bool appendByGeos(RowPair pair, GeometryKind kind, const Bounds& leftBox,
                      const Bounds& rightBox, GeometryColumn& target) {
        if (pair.left != lastLeft_) {
            left_.clear();
            lastLeft_ = pair.left;
        }
        const auto handle = session_.handle();
        const bool isLeftLarger =
            pointCount(layers_.left, pair.left) >= pointCount(layers_.right, pair.right);
        const GEOSPreparedGeometry* larger =
            isLeftLarger ? left_.prepared(pair.left) : right_.prepared(pair.right);
        const GEOSGeometry* smaller =
            isLeftLarger ? right_.geometry(pair.right) : left_.geometry(pair.left);
        if (!session_.check(GEOSPreparedIntersects_r(handle, larger, smaller))) {
            return false;
        }
        if (isWithin(leftBox, rightBox) &&
            session_.check(GEOSPreparedCovers_r(handle, right_.prepared(pair.right),
                                                left_.geometry(pair.left)))) {
            target.appendRow(layers_.left, pair.left);
            return true;
        }
        if (isWithin(rightBox, leftBox) &&
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

Point placeOf(const GeometryColumn& column, std::int64_t row) {
    const Bounds box = column.boundsOf(row);
    return {(box.xmin + box.xmax) / 2.0, (box.ymin + box.ymax) / 2.0};
}

struct PairOutcome {
    GeometryColumn geometries;
    std::vector<RowPair> rows;
    std::vector<RowPair> failed;
};

PairOutcome overlayPairs(const Layers& layers, const std::vector<RowPair>& pairs,
                         const Progress& progress) {
    const auto count = static_cast<std::int64_t>(pairs.size());
    const std::int64_t perTask = pairsPerTask(count);
    const std::int64_t tasks = (count + perTask - 1) / perTask;
    std::vector<PairOutcome> ofTask(static_cast<std::size_t>(tasks));
    parallelFor(tasks, progress.stopToken(), [&](std::int64_t task) {
        PairOverlay overlay(layers, progress.stopToken());
        PairOutcome& outcome = ofTask[static_cast<std::size_t>(task)];
        const auto end = std::min((task + 1) * perTask, count);
        for (auto index = task * perTask; index < end; ++index) {
            progress.checkpoint();
            const RowPair pair = pairs[static_cast<std::size_t>(index)];
            try {
                if (overlay.append(pair, outcome.geometries)) {
                    outcome.rows.push_back(pair);
                }
            } catch (const geos::Failure&) {
                outcome.failed.push_back(pair);
            }
        }
        progress.advance(tasks);
    });
    PairOutcome whole;
    for (const PairOutcome& some : ofTask) {
        whole.geometries.appendAll(some.geometries);
        whole.rows.insert(whole.rows.end(), some.rows.begin(), some.rows.end());
        whole.failed.insert(whole.failed.end(), some.failed.begin(), some.failed.end());
    }
    return whole;
}

/// Two outcomes, each in order of pairs, as one.
Pieces merged(const PairOutcome& first, const PairOutcome& second) {
    Pieces pieces;
    std::size_t next = 0;
    const auto isBefore = [](RowPair a, RowPair b) {
        return a.left < b.left || (a.left == b.left && a.right < b.right);
    };
    const auto take = [&pieces](const PairOutcome& from, std::size_t index) {
        pieces.geometries.appendRow(from.geometries, static_cast<std::int64_t>(index));
        pieces.rows.push_back(from.rows[index]);
    };
    for (std::size_t index = 0; index < first.rows.size(); ++index) {
        while (next < second.rows.size() && isBefore(second.rows[next], first.rows[index])) {
            take(second, next++);
        }
        take(first, index);
    }
    while (next < second.rows.size()) {
        take(second, next++);
    }
    return pieces;
}

}  // namespace

Pieces intersectPairs(const SharedGeometries& left, const SharedGeometries& right,
                      const std::vector<RowPair>& pairs, const Progress& progress) {
    PairOutcome outcome = overlayPairs(Layers(*left, *right), pairs, progress);
    if (outcome.failed.empty()) {
        return {std::move(outcome.geometries), std::move(outcome.rows), {}};
    }
    const auto soundLeft = repairGeometries(left, progress.stopToken()).geometries;
    const auto soundRight = repairGeometries(right, progress.stopToken()).geometries;
    const PairOutcome again =
        overlayPairs(Layers(*soundLeft, *soundRight), outcome.failed, progress.part(1.0, 1.0, {}));
    Pieces pieces = merged(outcome, again);
    for (const RowPair pair : again.failed) {
        pieces.failed.push_back({pair.left, placeOf(*left, pair.left)});
    }
    return pieces;
}

}  // namespace lommer::core
