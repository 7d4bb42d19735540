#include "core/geometry/relate.h"

#include "core/geometry/row_geometries.h"
#include "core/geometry/row_outcome.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lommer::core {
namespace {

constexpr std::int64_t kRowsPerTask = 128;

std::int64_t partCount(const GeometryColumn& column, std::int64_t row) {
    const auto feature = static_cast<std::size_t>(row);
    return std::int64_t{column.featureOffsets[feature + 1]} - column.featureOffsets[feature];
}

bool isSinglePoint(const GeometryColumn& column, std::int64_t row) {
    return column.kinds[static_cast<std::size_t>(row)] == GeometryKind::point &&
           partCount(column, row) == 1;
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
        return left_.column().pointCountOf(pair.left) >= right_.column().pointCountOf(pair.right);
    }

    geos::Session session_;
    geos::RowGeometries left_;
    geos::RowGeometries right_;
};

/// Sorts out pairs; geometries do not come of it.
struct RelationTest {
    RowComparer comparer;
    Relation relation;

    bool append(RowPair pair, GeometryColumn&) { return comparer.holds(relation, pair); }
};

}  // namespace

RelatedPairs relatedPairs(const GeometryColumn& left, const GeometryColumn& right,
                          const std::vector<RowPair>& pairs, Relation relation,
                          const Progress& progress) {
    const auto outcome = treatAll(pairs, progress, [&] {
        return RelationTest{{left, right, progress.stopToken()}, relation};
    });
    return {outcome.items, withPlaces(outcome.failed, left)};
}

NearestRows nearestRows(const GeometryColumn& left, const GeometryColumn& right, double maximum,
                        const Progress& progress) {
    const BoxTree tree(right, progress.stopToken());
    const std::int64_t count = left.rowCount();
    const std::int64_t tasks = (count + kRowsPerTask - 1) / kRowsPerTask;
    std::vector<NearestRow> nearest(static_cast<std::size_t>(count));
    std::vector<std::uint8_t> hasFailed(nearest.size(), 0);
    parallelFor(tasks, progress.stopToken(), [&](std::int64_t task) {
        RowComparer comparer(left, right, progress.stopToken());
        const auto end = std::min((task + 1) * kRowsPerTask, count);
        for (auto row = task * kRowsPerTask; row < end; ++row) {
            const auto found = tree.nearestTo(left.boundsOf(row), maximum, [&](std::int64_t item) {
                progress.checkpoint();
                try {
                    return comparer.distance({row, item});
                } catch (const geos::Failure&) {
                    hasFailed[static_cast<std::size_t>(row)] = 1;
                    return std::numeric_limits<double>::infinity();
                }
            });
            if (found && std::isfinite(found->distance)) {
                nearest[static_cast<std::size_t>(row)] = {found->item, found->distance};
            }
        }
        progress.advance(tasks);
    });
    std::vector<std::int64_t> failed;
    for (std::int64_t row = 0; row < count; ++row) {
        if (hasFailed[static_cast<std::size_t>(row)] != 0) {
            failed.push_back(row);
        }
    }
    return {std::move(nearest), withPlaces(failed, left)};
}

}  // namespace lommer::core
