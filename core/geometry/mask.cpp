#include "core/engine/parallel.h"
#include "core/geometry/overlay.h"
#include "core/geometry/precision.h"
#include "core/geometry/row_geometries.h"
#include "core/geometry/validity.h"

#include <algorithm>

namespace lommer::core {
namespace {

std::int64_t rowsPerTask(std::int64_t count) {
    return std::clamp<std::int64_t>(count / 128, 16, 1024);
}

/// Every part of the polygons as a row of its own, so that a part far away costs nothing.
GeometryColumn singleParts(const GeometryColumn& column) {
    GeometryColumn parts;
    for (std::size_t row = 0; row < column.kinds.size(); ++row) {
        if (column.kinds[row] != GeometryKind::polygon) {
            continue;
        }
        for (auto part = column.featureOffsets[row]; part < column.featureOffsets[row + 1];
             ++part) {
            for (auto ring = column.partOffsets[part]; ring < column.partOffsets[part + 1];
                 ++ring) {
                parts.addRing(column.ring(ring));
            }
            parts.endPart();
            parts.endFeature(GeometryKind::polygon);
        }
    }
    return parts;
}

/// Areas in single parts, found by place; read by all threads.
struct Mask {
    explicit Mask(const GeometryColumn& areas) : parts(singleParts(areas)), tree(parts) {}

    GeometryColumn parts;
    BoxTree tree;
};

/// Masks rows, one after another, on one thread.
class RowMasker {
public:
    RowMasker(const GeometryColumn& rows, const Mask& mask, MaskSide side,
              const std::stop_token& stop)
        : rows_(rows), mask_(mask), side_(side), session_(stop), parts_(session_, mask.parts) {}

    /// True where something is left. Throws Failure and Cancelled.
    bool append(std::int64_t row, GeometryColumn& target) {
        const GeometryKind kind = rows_.kinds[static_cast<std::size_t>(row)];
        if (kind == GeometryKind::none) {
            return false;
        }
        mask_.tree.findItemsIn(rows_.boundsOf(row), near_);
        if (near_.empty()) {
            return side_ == MaskSide::outside && copy(row, target);
        }
        const geos::Pointer geometry = geos::toGeos(session_, rows_, row);
        const Place place = placeOf(geometry.get());
        if (place != Place::across) {
            return (place == Place::inside) == (side_ == MaskSide::inside) && copy(row, target);
        }
        const geos::Pointer areas = cuttingAreas();
        const auto handle = session_.handle();
        const geos::Pointer kept = session_.own(
            side_ == MaskSide::inside
                ? GEOSIntersectionPrec_r(handle, geometry.get(), areas.get(), kPrecisionMetres)
                : GEOSDifferencePrec_r(handle, geometry.get(), areas.get(), kPrecisionMetres));
        const std::size_t first = target.points.size();
        const bool isAnyLeft = geos::appendRow(session_, kept.get(), kind, target);
        snapPoints(target, first);
        return isAnyLeft;
    }

private:
    enum class Place { inside, outside, across };

    bool copy(std::int64_t row, GeometryColumn& target) const {
        target.appendRow(rows_, row);
        return true;
    }

    /// Leaves in `near_` the parts that the geometry touches.
    Place placeOf(const GEOSGeometry* geometry) {
        std::size_t kept = 0;
        for (const std::int64_t part : near_) {
            const GEOSPreparedGeometry* prepared = parts_.prepared(part);
            if (!session_.check(GEOSPreparedIntersects_r(session_.handle(), prepared, geometry))) {
                continue;
            }
            if (session_.check(GEOSPreparedCovers_r(session_.handle(), prepared, geometry))) {
                return Place::inside;
            }
            near_[kept++] = part;
        }
        near_.resize(kept);
        return near_.empty() ? Place::outside : Place::across;
    }

    /// The parts in `near_` as one area.
    geos::Pointer cuttingAreas() {
        const auto handle = session_.handle();
        if (near_.size() == 1) {
            return session_.own(GEOSGeom_clone_r(handle, parts_.geometry(near_.front())));
        }
        std::vector<geos::Pointer> copies;
        for (const std::int64_t part : near_) {
            copies.push_back(session_.own(GEOSGeom_clone_r(handle, parts_.geometry(part))));
        }
        std::vector<GEOSGeometry*> released;
        for (geos::Pointer& one : copies) {
            released.push_back(one.release());
        }
        const geos::Pointer all = session_.own(GEOSGeom_createCollection_r(
            handle, GEOS_MULTIPOLYGON, released.data(), static_cast<unsigned>(released.size())));
        return session_.own(GEOSUnaryUnionPrec_r(handle, all.get(), kPrecisionMetres));
    }

    const GeometryColumn& rows_;
    const Mask& mask_;
    MaskSide side_;
    geos::Session session_;
    geos::RowGeometries parts_;
    std::vector<std::int64_t> near_;
};

struct MaskOutcome {
    GeometryColumn geometries;
    std::vector<std::int64_t> rows;
    std::vector<std::int64_t> failed;
};

MaskOutcome maskEach(const GeometryColumn& column, const std::vector<std::int64_t>& wanted,
                     const Mask& mask, MaskSide side, const Progress& progress) {
    const auto count = static_cast<std::int64_t>(wanted.size());
    const std::int64_t perTask = rowsPerTask(count);
    const std::int64_t tasks = (count + perTask - 1) / perTask;
    std::vector<MaskOutcome> ofTask(static_cast<std::size_t>(tasks));
    parallelFor(tasks, progress.stopToken(), [&](std::int64_t task) {
        RowMasker masker(column, mask, side, progress.stopToken());
        MaskOutcome& outcome = ofTask[static_cast<std::size_t>(task)];
        const auto end = std::min((task + 1) * perTask, count);
        for (auto index = task * perTask; index < end; ++index) {
            progress.checkpoint();
            const std::int64_t row = wanted[static_cast<std::size_t>(index)];
            try {
                if (masker.append(row, outcome.geometries)) {
                    outcome.rows.push_back(row);
                }
            } catch (const geos::Failure&) {
                outcome.failed.push_back(row);
            }
        }
        progress.advance(tasks);
    });
    MaskOutcome whole;
    for (const MaskOutcome& some : ofTask) {
        whole.geometries.appendAll(some.geometries);
        whole.rows.insert(whole.rows.end(), some.rows.begin(), some.rows.end());
        whole.failed.insert(whole.failed.end(), some.failed.begin(), some.failed.end());
    }
    return whole;
}

std::vector<std::int64_t> allRows(const GeometryColumn& column) {
    std::vector<std::int64_t> rows(column.kinds.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        rows[row] = static_cast<std::int64_t>(row);
    }
    return rows;
}

/// Two outcomes, each in order of rows, as one.
MaskedRows merged(const MaskOutcome& first, const MaskOutcome& second) {
    MaskedRows result;
    std::size_t one = 0;
    std::size_t two = 0;
    while (one < first.rows.size() || two < second.rows.size()) {
        const bool isFirst = two == second.rows.size() ||
                             (one < first.rows.size() && first.rows[one] < second.rows[two]);
        const MaskOutcome& from = isFirst ? first : second;
        const std::size_t index = isFirst ? one++ : two++;
        result.geometries.appendRow(from.geometries, static_cast<std::int64_t>(index));
        result.rows.push_back(from.rows[index]);
    }
    return result;
}

}  // namespace

MaskedRows maskRows(const SharedGeometries& rows, const SharedGeometries& areas, MaskSide side,
                    const Progress& progress) {
    MaskOutcome outcome = maskEach(*rows, allRows(*rows), Mask(*areas), side, progress);
    if (outcome.failed.empty()) {
        return {std::move(outcome.geometries), std::move(outcome.rows), {}};
    }
    const auto soundRows = repairGeometries(rows, progress.stopToken()).geometries;
    const auto soundAreas = repairGeometries(areas, progress.stopToken()).geometries;
    const MaskOutcome again =
        maskEach(*soundRows, outcome.failed, Mask(*soundAreas), side, progress.part(1.0, 1.0, {}));
    MaskedRows result = merged(outcome, again);
    for (const std::int64_t row : again.failed) {
        const Bounds box = rows->boundsOf(row);
        result.failed.push_back({row, {(box.xmin + box.xmax) / 2.0, (box.ymin + box.ymax) / 2.0}});
    }
    return result;
}

}  // namespace lommer::core
