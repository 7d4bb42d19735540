#include "core/geometry/relate.h"

#include "core/engine/parallel.h"
#include "core/geometry/row_geometries.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lommer::core {
namespace {

constexpr std::int64_t kRowsPerTask = 128;

Point centreOf(const Bounds& box) {
    return {(box.xmin + box.xmax) / 2.0, (box.ymin + box.ymax) / 2.0};
}

std::int64_t partCount(const GeometryColumn& column, std::int64_t row) {
    const auto feature = static_cast<std::size_t>(row);
    return std::int64_t{column.featureOffsets[feature + 1]} - column.featureOffsets[feature];
}

bool isSinglePoint(const GeometryColumn& column, std::int64_t row) {
    return column.kinds[static_cast<std::size_t>(row)] == GeometryKind::point &&
           partCount(column, row) == 1;
}

std::uint32_t pointCount(const GeometryColumn& column, std::int64_t row) {
    const auto feature = static_cast<std::size_t>(row);
    return column.ringOffsets[column.partOffsets[column.featureOffsets[feature + 1]]] -
           column.ringOffsets[column.partOffsets[column.featureOffsets[feature]]];
}

/// Compares rows of two layers, on one thread.
class RowComparer {
public:
    RowComparer(const GeometryColumn& left, const GeometryColumn& right,
                const std::stop_token& stop)
        : session_(stop), left_(session_, left), right_(session_, right) {}

    bool holds(Relation relation, RowPair pair) {
        const auto handle = session_.handle();
        switch (relation) {
            case Relation::within:
                return session_.check(GEOSPreparedCovers_r(handle, right_.prepared(pair.right),
                                                           left_.geometry(pair.left)));
            case Relation::contains:
                return session_.check(GEOSPreparedCovers_r(handle, left_.prepared(pair.left),
                                                           right_.geometry(pair.right)));
            case Relation::intersects:
                break;
        }
        return isLeftLarger(pair)
                   ? session_.check(GEOSPreparedIntersects_r(handle, left_.prepared(pair.left),
                                                             right_.geometry(pair.right)))
                   : session_.check(GEOSPreparedIntersects_r(handle, right_.prepared(pair.right),
                                                             left_.geometry(pair.left)));
    }

    /// Infinity where GEOS cannot say.
    double distance(RowPair pair) {
        if (isSinglePoint(left_.column(), pair.left) &&
            isSinglePoint(right_.column(), pair.right)) {
            return distanceBetween(left_.column().boundsOf(pair.left),
                                   right_.column().boundsOf(pair.right));
        }
        double metres = std::numeric_limits<double>::infinity();
        const int isKnown =
            isLeftLarger(pair)
                ? GEOSPreparedDistance_r(session_.handle(), left_.prepared(pair.left),
                                         right_.geometry(pair.right), &metres)
                : GEOSPreparedDistance_r(session_.handle(), right_.prepared(pair.right),
                                         left_.geometry(pair.left), &metres);
        session_.check(isKnown == 1 ? '\1' : '\2');
        return metres;
    }

private:
    bool isLeftLarger(RowPair pair) const {
        return pointCount(left_.column(), pair.left) >= pointCount(right_.column(), pair.right);
    }

    geos::Session session_;
    geos::RowGeometries left_;
    geos::RowGeometries right_;
};

}  // namespace

RelatedPairs relatedPairs(const GeometryColumn& left, const GeometryColumn& right,
                          const std::vector<RowPair>& pairs, Relation relation,
                          const Progress& progress) {
    const auto count = static_cast<std::int64_t>(pairs.size());
    const std::int64_t perTask = std::clamp<std::int64_t>(count / 128, 32, 4096);
    const std::int64_t tasks = (count + perTask - 1) / perTask;
    std::vector<RelatedPairs> ofTask(static_cast<std::size_t>(tasks));
    parallelFor(tasks, progress.stopToken(), [&](std::int64_t task) {
        RowComparer comparer(left, right, progress.stopToken());
        RelatedPairs& found = ofTask[static_cast<std::size_t>(task)];
        const auto end = std::min((task + 1) * perTask, count);
        for (auto index = task * perTask; index < end; ++index) {
            progress.checkpoint();
            const RowPair pair = pairs[static_cast<std::size_t>(index)];
            try {
                if (comparer.holds(relation, pair)) {
                    found.pairs.push_back(pair);
                }
            } catch (const geos::Failure&) {
                found.failed.push_back({pair.left, centreOf(left.boundsOf(pair.left))});
            }
        }
        progress.advance(tasks);
    });
    RelatedPairs whole;
    for (const RelatedPairs& some : ofTask) {
        whole.pairs.insert(whole.pairs.end(), some.pairs.begin(), some.pairs.end());
        whole.failed.insert(whole.failed.end(), some.failed.begin(), some.failed.end());
    }
    return whole;
}

std::vector<NearestRow> nearestRows(const GeometryColumn& left, const GeometryColumn& right,
                                    double maximum, const Progress& progress) {
    const BoxTree tree(right);
    const std::int64_t count = left.rowCount();
    const std::int64_t tasks = (count + kRowsPerTask - 1) / kRowsPerTask;
    std::vector<NearestRow> nearest(static_cast<std::size_t>(count));
    parallelFor(tasks, progress.stopToken(), [&](std::int64_t task) {
        RowComparer comparer(left, right, progress.stopToken());
        const auto end = std::min((task + 1) * kRowsPerTask, count);
        for (auto row = task * kRowsPerTask; row < end; ++row) {
            const auto found = tree.nearestTo(left.boundsOf(row), maximum, [&](std::int64_t item) {
                progress.checkpoint();
                try {
                    return comparer.distance({row, item});
                } catch (const geos::Failure&) {
                    return std::numeric_limits<double>::infinity();
                }
            });
            if (found && std::isfinite(found->distance)) {
                nearest[static_cast<std::size_t>(row)] = {found->item, found->distance};
            }
        }
        progress.advance(tasks);
    });
    return nearest;
}

}  // namespace lommer::core
