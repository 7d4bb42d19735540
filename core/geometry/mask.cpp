#include "core/geometry/overlay.h"
#include "core/geometry/precision.h"
#include "core/geometry/row_geometries.h"
#include "core/geometry/row_outcome.h"

namespace lommer::core {
namespace {

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
    Mask(const GeometryColumn& areas, const std::stop_token& stop)
        : parts(singleParts(areas)), tree(parts, stop) {}

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
            throw geos::Failure("nothing was left of it after repair");
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
        copies.reserve(near_.size());
        for (const std::int64_t part : near_) {
            copies.push_back(session_.own(GEOSGeom_clone_r(handle, parts_.geometry(part))));
        }
        std::vector<GEOSGeometry*> released;
        released.reserve(copies.size());
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

}  // namespace

MaskedRows maskRows(const SharedGeometries& rows, const SharedGeometries& areas, MaskSide side,
                    const Progress& progress) {
    const auto maskerOf = [&](const GeometryColumn& column, const Mask& mask) {
        return [&] { return RowMasker(column, mask, side, progress.stopToken()); };
    };
    const Mask mask(*areas, progress.stopToken());
    auto outcome = treatAll(rowsWithGeometry(*rows), progress, maskerOf(*rows, mask));
    if (outcome.failed.empty()) {
        return {std::move(outcome.geometries), std::move(outcome.items), {}};
    }
    const auto soundRows = repairGeometries(rows, progress.stopToken()).geometries;
    const Mask soundMask(*repairGeometries(areas, progress.stopToken()).geometries,
                         progress.stopToken());
    auto both = merged(outcome, treatAll(outcome.failed, progress.part(1.0, 1.0, {}),
                                         maskerOf(*soundRows, soundMask)));
    return {std::move(both.geometries), std::move(both.items), withPlaces(both.failed, *rows)};
}

}  // namespace lommer::core
