#include "core/geometry/label_point.h"

#include "core/geometry/geos.h"
#include "core/geometry/measure.h"

#include <cmath>

namespace lommer::core {
namespace {

Point firstPointOf(const geos::Session& session, const GEOSGeometry* point) {
    Point place;
    const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(session.handle(), point);
    if (sequence == nullptr ||
        GEOSCoordSeq_getXY_r(session.handle(), sequence, 0, &place.x, &place.y) != 1) {
        throw geos::Failure("it has no point");
    }
    return place;
}

Point middleOfLargestCircle(const geos::Session& session, const GEOSGeometry* area,
                            double squareMetres) {
    constexpr double kParts = 50.0;
    const geos::Pointer radius = session.own(
        GEOSMaximumInscribedCircle_r(session.handle(), area, std::sqrt(squareMetres) / kParts));
    const geos::Pointer middle =
        session.own(GEOSGeomGetStartPoint_r(session.handle(), radius.get()));
    return firstPointOf(session, middle.get());
}

}  // namespace

std::optional<Point> labelPoint(const GeometryColumn& geometries, std::int64_t row) {
    const double squareMetres = areaOf(geometries, row);
    if (!(squareMetres > 0.0)) {
        return std::nullopt;
    }
    const std::stop_token never;
    const geos::Session session(never);
    try {
        const geos::Pointer area = geos::toGeos(session, geometries, row);
        try {
            return middleOfLargestCircle(session, area.get(), squareMetres);
        } catch (const geos::Failure&) {
            const geos::Pointer inside =
                session.own(GEOSPointOnSurface_r(session.handle(), area.get()));
            return firstPointOf(session, inside.get());
        }
    } catch (const geos::Failure&) {
        return std::nullopt;
    }
}

}  // namespace lommer::core
