#include "core/geometry/geos.h"

#include "core/base/error.h"

#include <utility>

namespace lommer::core::geos {
namespace {

static_assert(sizeof(Point) == 2 * sizeof(double), "GEOS copies points as pairs of doubles");

// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): of one thread
thread_local const std::stop_token* watched = nullptr;

// GEOS 3.11 has one callback for the process and one flag that any thread may consume. Throwing
// from the callback is the only way to stop the operation of this thread alone; the C functions
// catch whatever passes through them and return null.
void throwWhereStopped() {
    if (watched != nullptr && watched->stop_requested()) {
        throw Cancelled{};
    }
}

void registerOnce() {
    [[maybe_unused]] static const auto previous =
        GEOS_interruptRegisterCallback(&throwWhereStopped);
}

void keepMessage(const char* message, void* target) {
    *static_cast<std::string*>(target) = message;
}

Pointer ringToGeos(const Session& session, PointSpan points, bool isLine) {
    GEOSCoordSequence* sequence = GEOSCoordSeq_copyFromBuffer_r(
        session.handle(), &points.data()->x, static_cast<unsigned>(points.size()), 0, 0);
    if (sequence == nullptr) {
        return session.own(nullptr);
    }
    return session.own(isLine ? GEOSGeom_createLineString_r(session.handle(), sequence)
                              : GEOSGeom_createLinearRing_r(session.handle(), sequence));
}

Pointer polygonToGeos(const Session& session, const GeometryColumn& column, std::uint32_t part) {
    const auto first = column.partOffsets[part];
    const auto end = column.partOffsets[part + 1];
    Pointer shell = ringToGeos(session, column.ring(first), false);
    std::vector<Pointer> holes;
    for (auto ring = first + 1; ring < end; ++ring) {
        holes.push_back(ringToGeos(session, column.ring(ring), false));
    }
    std::vector<GEOSGeometry*> released;
    released.reserve(holes.size());
    for (Pointer& hole : holes) {
        released.push_back(hole.release());
    }
    return session.own(GEOSGeom_createPolygon_r(session.handle(), shell.release(), released.data(),
                                                static_cast<unsigned>(released.size())));
}

Pointer partToGeos(const Session& session, const GeometryColumn& column, GeometryKind kind,
                   std::uint32_t part) {
    if (kind == GeometryKind::polygon) {
        return polygonToGeos(session, column, part);
    }
    const PointSpan points = column.ring(column.partOffsets[part]);
    if (kind == GeometryKind::line) {
        return ringToGeos(session, points, true);
    }
    return session.own(
        GEOSGeom_createPointFromXY_r(session.handle(), points.front().x, points.front().y));
}

int collectionType(GeometryKind kind) {
    switch (kind) {
        case GeometryKind::point:
            return GEOS_MULTIPOINT;
        case GeometryKind::line:
            return GEOS_MULTILINESTRING;
        case GeometryKind::polygon:
            return GEOS_MULTIPOLYGON;
        case GeometryKind::none:
            break;
    }
    return GEOS_GEOMETRYCOLLECTION;
}

GeometryKind kindOf(int type) {
    switch (type) {
        case GEOS_POINT:
            return GeometryKind::point;
        case GEOS_LINESTRING:
        case GEOS_LINEARRING:
            return GeometryKind::line;
        case GEOS_POLYGON:
            return GeometryKind::polygon;
        default:
            return GeometryKind::none;
    }
}

void appendRing(const Session& session, const GEOSGeometry* ring, GeometryColumn& target) {
    const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(session.handle(), ring);
    unsigned size = 0;
    if (sequence == nullptr || GEOSCoordSeq_getSize_r(session.handle(), sequence, &size) == 0) {
        throw Failure("no coordinates");
    }
    std::vector<Point> points(size);
    GEOSCoordSeq_copyToBuffer_r(session.handle(), sequence, &points.data()->x, 0, 0);
    target.addRing(points);
}

bool appendParts(const Session& session, const GEOSGeometry* geometry, GeometryKind kind,
                 GeometryColumn& target) {
    const auto handle = session.handle();
    if (session.check(GEOSisEmpty_r(handle, geometry))) {
        return false;
    }
    const GeometryKind found = kindOf(GEOSGeomTypeId_r(handle, geometry));
    if (found == GeometryKind::none) {
        bool hasAny = false;
        const int count = GEOSGetNumGeometries_r(handle, geometry);
        for (int index = 0; index < count; ++index) {
            hasAny |=
                appendParts(session, GEOSGetGeometryN_r(handle, geometry, index), kind, target);
        }
        return hasAny;
    }
    if (found != kind) {
        return false;
    }
    if (kind == GeometryKind::polygon) {
        appendRing(session, GEOSGetExteriorRing_r(handle, geometry), target);
        const int holes = GEOSGetNumInteriorRings_r(handle, geometry);
        for (int hole = 0; hole < holes; ++hole) {
            appendRing(session, GEOSGetInteriorRingN_r(handle, geometry, hole), target);
        }
    } else {
        appendRing(session, geometry, target);
    }
    target.endPart();
    return true;
}

}  // namespace

Session::Session(const std::stop_token& stop) : stop_(&stop) {
    registerOnce();
    outer_ = std::exchange(watched, stop_);
    handle_ = GEOS_init_r();
    GEOSContext_setErrorMessageHandler_r(handle_, &keepMessage, &message_);
}

Session::~Session() {
    GEOS_finish_r(handle_);
    watched = outer_;
}

void Session::fail() const {
    if (stop_->stop_requested()) {
        throw Cancelled{};
    }
    throw Failure(message_);
}

Pointer Session::own(GEOSGeometry* geometry) const {
    if (geometry == nullptr) {
        fail();
    }
    return Pointer(geometry, Deleter{handle_});
}

bool Session::check(char answer) const {
    if (answer == 2) {
        fail();
    }
    return answer == 1;
}

PreparedPointer Session::prepare(const GEOSGeometry* geometry) const {
    const GEOSPreparedGeometry* prepared = GEOSPrepare_r(handle_, geometry);
    if (prepared == nullptr) {
        fail();
    }
    return PreparedPointer(prepared, PreparedDeleter{handle_});
}

Pointer toGeos(const Session& session, const GeometryColumn& column, std::int64_t row) {
    const auto feature = static_cast<std::size_t>(row);
    const auto first = column.featureOffsets[feature];
    const auto end = column.featureOffsets[feature + 1];
    const GeometryKind kind = column.kinds[feature];
    if (end == first + 1) {
        return partToGeos(session, column, kind, first);
    }
    std::vector<Pointer> parts;
    for (auto part = first; part < end; ++part) {
        parts.push_back(partToGeos(session, column, kind, part));
    }
    std::vector<GEOSGeometry*> released;
    released.reserve(parts.size());
    for (Pointer& part : parts) {
        released.push_back(part.release());
    }
    return session.own(GEOSGeom_createCollection_r(session.handle(), collectionType(kind),
                                                   released.data(),
                                                   static_cast<unsigned>(released.size())));
}

bool appendRow(const Session& session, const GEOSGeometry* geometry, GeometryKind kind,
               GeometryColumn& target) {
    if (!appendParts(session, geometry, kind, target)) {
        return false;
    }
    target.endFeature(kind);
    return true;
}

}  // namespace lommer::core::geos
