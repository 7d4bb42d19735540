#include "core/geometry/precision.h"

#include "core/engine/parallel.h"
#include "core/geometry/convex.h"
#include "core/geometry/geos.h"
#include "core/geometry/joined.h"

#include <algorithm>

namespace lommer::core {
namespace {

constexpr std::int64_t kRowsPerTask = 512;

bool isOnGrid(const GeometryColumn& column, std::int64_t row) {
    const auto feature = static_cast<std::size_t>(row);
    const auto first = column.partOffsets[column.featureOffsets[feature]];
    const auto end = column.partOffsets[column.featureOffsets[feature + 1]];
    return std::all_of(column.points.begin() + column.ringOffsets[first],
                       column.points.begin() + column.ringOffsets[end],
                       [](Point point) { return snapped(point) == point; });
}

std::vector<Point> snappedRing(PointSpan ring) {
    std::vector<Point> points;
    points.reserve(ring.size());
    for (const Point point : ring) {
        const Point moved = snapped(point);
        if (points.empty() || !(moved == points.back())) {
            points.push_back(moved);
        }
    }
    return points;
}

/// Points and lines, part by part; parts that shrink to one place are left out of a line.
void appendRounded(const GeometryColumn& column, std::int64_t row, GeometryColumn& target) {
    const auto feature = static_cast<std::size_t>(row);
    const GeometryKind kind = column.kinds[feature];
    bool hasAny = false;
    for (auto part = column.featureOffsets[feature]; part < column.featureOffsets[feature + 1];
         ++part) {
        const auto points = snappedRing(column.ring(column.partOffsets[part]));
        if (kind == GeometryKind::point || points.size() > 1) {
            target.addRing(points);
            target.endPart();
            hasAny = true;
        }
    }
    target.endFeature(hasAny ? kind : GeometryKind::none);
}

/// A polygon of one convex ring that stays one; false, and nothing appended, where it is not.
bool appendConvex(const GeometryColumn& column, std::int64_t row, GeometryColumn& target) {
    const auto points = snappedRing(column.onlyRingOf(row));
    if (!isConvexRing(points)) {
        return false;
    }
    target.addRing(points);
    target.endPart();
    target.endFeature(GeometryKind::polygon);
    return true;
}

void appendReduced(const geos::Session& session, const GeometryColumn& column, std::int64_t row,
                   GeometryColumn& target) {
    try {
        const geos::Pointer geometry = geos::toGeos(session, column, row);
        const geos::Pointer reduced = session.own(
            GEOSGeom_setPrecision_r(session.handle(), geometry.get(), kPrecisionMetres, 0));
        const std::size_t first = target.points.size();
        if (geos::appendRow(session, reduced.get(), GeometryKind::polygon, target)) {
            snapPoints(target, first);
        } else {
            target.endFeature(GeometryKind::none);
        }
    } catch (const geos::Failure&) {
        target.appendRow(column, row);  // the overlay itself puts it on the grid, or names it
    }
}

void appendSnapped(const geos::Session& session, const GeometryColumn& column, std::int64_t row,
                   GeometryColumn& target) {
    const GeometryKind kind = column.kinds[static_cast<std::size_t>(row)];
    if (kind == GeometryKind::none || isOnGrid(column, row)) {
        target.appendRow(column, row);
    } else if (kind != GeometryKind::polygon) {
        appendRounded(column, row, target);
    } else if (!appendConvex(column, row, target)) {
        appendReduced(session, column, row, target);
    }
}

}  // namespace

SnappedGeometries snapToGrid(std::shared_ptr<const GeometryColumn> geometries,
                             const std::stop_token& stop) {
    const GeometryColumn& column = *geometries;
    if (std::all_of(column.points.begin(), column.points.end(),
                    [](Point point) { return snapped(point) == point; })) {
        return {std::move(geometries), {}};
    }
    const std::int64_t tasks = (column.rowCount() + kRowsPerTask - 1) / kRowsPerTask;
    std::vector<GeometryColumn> ofTask(static_cast<std::size_t>(tasks));
    parallelFor(tasks, stop, [&](std::int64_t task) {
        const geos::Session session(stop);
        const auto end = std::min((task + 1) * kRowsPerTask, column.rowCount());
        for (auto row = task * kRowsPerTask; row < end; ++row) {
            appendSnapped(session, column, row, ofTask[static_cast<std::size_t>(task)]);
        }
    });
    auto whole = std::make_shared<const GeometryColumn>(joined(std::move(ofTask), stop));
    SnappedGeometries result;
    for (std::size_t row = 0; row < whole->kinds.size(); ++row) {
        if (whole->kinds[row] != column.kinds[row]) {
            result.vanished.push_back(static_cast<std::int64_t>(row));
        }
    }
    result.geometries = std::move(whole);
    return result;
}

}  // namespace lommer::core
