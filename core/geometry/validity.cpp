#include "core/geometry/validity.h"

#include "core/engine/parallel.h"
#include "core/geometry/convex.h"
#include "core/geometry/geos.h"
#include "core/geometry/simple_ring.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace lommer::core {
namespace {

constexpr std::int64_t kRowsPerTask = 256;

bool isFinite(Point point) noexcept {
    return std::isfinite(point.x) && std::isfinite(point.y);
}

Point firstFinite(const GeometryColumn& column, std::int64_t row) {
    const auto feature = static_cast<std::size_t>(row);
    const auto first = column.partOffsets[column.featureOffsets[feature]];
    const auto end = column.partOffsets[column.featureOffsets[feature + 1]];
    for (auto point = column.ringOffsets[first]; point < column.ringOffsets[end]; ++point) {
        if (isFinite(column.points[point])) {
            return column.points[point];
        }
    }
    return {};
}

bool hasTwoPlaces(PointSpan points) {
    return std::any_of(points.begin(), points.end(),
                       [&](Point point) { return !(point == points.front()); });
}

/// What is wrong with one ring, line or point on its own, apart from where it runs.
std::optional<GeometryFault> faultOfRing(PointSpan points, GeometryKind kind) {
    if (!std::all_of(points.begin(), points.end(), isFinite)) {
        return GeometryFault::notFinite;
    }
    if (points.empty() || (kind == GeometryKind::line && !hasTwoPlaces(points))) {
        return GeometryFault::tooFewPoints;
    }
    if (kind == GeometryKind::polygon) {
        if (!(points.front() == points.back())) {
            return GeometryFault::ringNotClosed;
        }
        if (points.size() < 4) {
            return GeometryFault::tooFewPoints;
        }
    }
    return std::nullopt;
}

/// One ring that surely does not meet itself: most areas, and a tenth of the time of GEOS.
bool isOneSimpleRing(const GeometryColumn& column, std::int64_t row) {
    const PointSpan ring = column.onlyRingOf(row);
    return !ring.empty() && (isConvexRing(ring) || isSurelySimpleRing(ring));
}

GeometryFault faultOfReason(std::string_view reason) {
    constexpr std::array<std::pair<std::string_view, GeometryFault>, 8> reasons{{
        {"Self-intersection", GeometryFault::selfIntersection},
        {"Ring Self-intersection", GeometryFault::selfIntersection},
        {"Hole lies outside shell", GeometryFault::holeOutside},
        {"Holes are nested", GeometryFault::holeOutside},
        {"Nested shells", GeometryFault::partsOverlap},
        {"Duplicate Rings", GeometryFault::partsOverlap},
        {"Interior is disconnected", GeometryFault::interiorDivided},
        {"Too few points in geometry component", GeometryFault::tooFewPoints},
    }};
    const auto* const found = std::find_if(reasons.begin(), reasons.end(),
                                           [&](const auto& one) { return one.first == reason; });
    return found == reasons.end() ? GeometryFault::other : found->second;
}

std::optional<InvalidGeometry> faultByGeos(const geos::Session& session,
                                           const GeometryColumn& column, std::int64_t row) {
    const geos::Pointer geometry = geos::toGeos(session, column, row);
    if (session.check(GEOSisValid_r(session.handle(), geometry.get()))) {
        return std::nullopt;
    }
    InvalidGeometry invalid{row, GeometryFault::other, firstFinite(column, row)};
    char* reason = nullptr;
    GEOSGeometry* place = nullptr;
    session.check(GEOSisValidDetail_r(session.handle(), geometry.get(), 0, &reason, &place));
    if (reason != nullptr) {
        invalid.fault = faultOfReason(reason);
        GEOSFree_r(session.handle(), reason);
    }
    if (place != nullptr) {
        const geos::Pointer owned = session.own(place);
        GEOSGeomGetX_r(session.handle(), place, &invalid.place.x);
        GEOSGeomGetY_r(session.handle(), place, &invalid.place.y);
    }
    return invalid;
}

std::optional<InvalidGeometry> faultOfRow(const geos::Session& session,
                                          const GeometryColumn& column, std::int64_t row) {
    const auto feature = static_cast<std::size_t>(row);
    const GeometryKind kind = column.kinds[feature];
    for (auto part = column.featureOffsets[feature]; part < column.featureOffsets[feature + 1];
         ++part) {
        if (column.partOffsets[part] == column.partOffsets[part + 1]) {
            return InvalidGeometry{row, GeometryFault::tooFewPoints, firstFinite(column, row)};
        }
        for (auto ring = column.partOffsets[part]; ring < column.partOffsets[part + 1]; ++ring) {
            if (const auto fault = faultOfRing(column.ring(ring), kind)) {
                return InvalidGeometry{row, *fault, firstFinite(column, row)};
            }
        }
    }
    if (kind != GeometryKind::polygon || isOneSimpleRing(column, row)) {
        return std::nullopt;
    }
    return faultByGeos(session, column, row);
}

/// The ring with its finite points, closed; empty where nothing of its kind can be made of it.
std::vector<Point> soundRing(PointSpan points, GeometryKind kind) {
    std::vector<Point> kept;
    std::copy_if(points.begin(), points.end(), std::back_inserter(kept), isFinite);
    if (kind == GeometryKind::polygon && !kept.empty() && !(kept.front() == kept.back())) {
        kept.push_back(kept.front());
    }
    const bool isUsable = kind == GeometryKind::point  ? !kept.empty()
                          : kind == GeometryKind::line ? !kept.empty() && hasTwoPlaces(kept)
                                                       : kept.size() >= 4;
    return isUsable ? kept : std::vector<Point>{};
}

/// One row whose rings are sound each on their own; of kind `none` where nothing is left.
GeometryColumn withSoundRings(const GeometryColumn& column, std::int64_t row) {
    GeometryColumn sound;
    const auto feature = static_cast<std::size_t>(row);
    const GeometryKind kind = column.kinds[feature];
    for (auto part = column.featureOffsets[feature]; part < column.featureOffsets[feature + 1];
         ++part) {
        const auto first = column.partOffsets[part];
        for (auto ring = first; ring < column.partOffsets[part + 1]; ++ring) {
            const std::vector<Point> points = soundRing(column.ring(ring), kind);
            if (points.empty() && ring == first) {
                break;  // holes mean nothing without the outer ring
            }
            if (!points.empty()) {
                sound.addRing(points);
            }
        }
        if (sound.ringOffsets.size() - 1 > sound.partOffsets.back()) {
            sound.endPart();
        }
    }
    sound.endFeature(sound.partOffsets.size() > 1 ? kind : GeometryKind::none);
    return sound;
}

geos::Pointer madeValid(const geos::Session& session, const GEOSGeometry* geometry) {
    const auto handle = session.handle();
    GEOSMakeValidParams* parameters = GEOSMakeValidParams_create_r(handle);
    GEOSMakeValidParams_setMethod_r(handle, parameters, GEOS_MAKE_VALID_STRUCTURE);
    GEOSMakeValidParams_setKeepCollapsed_r(handle, parameters, 0);
    GEOSGeometry* valid = GEOSMakeValidWithParams_r(handle, geometry, parameters);
    GEOSMakeValidParams_destroy_r(handle, parameters);
    return session.own(valid);
}

GeometryColumn repairedRow(const geos::Session& session, const GeometryColumn& column,
                           std::int64_t row) {
    GeometryColumn sound = withSoundRings(column, row);
    try {
        if (!faultOfRow(session, sound, 0)) {
            return sound;
        }
        const geos::Pointer broken = geos::toGeos(session, sound, 0);
        GeometryColumn repaired;
        if (geos::appendRow(session, madeValid(session, broken.get()).get(), sound.kinds.front(),
                            repaired)) {
            return repaired;
        }
    } catch (const geos::Failure&) {
        // falls through: what even GEOS cannot repair counts as emptied, by name
    }
    GeometryColumn nothing;
    nothing.endFeature(GeometryKind::none);
    return nothing;
}

}  // namespace

std::string_view toText(GeometryFault fault) noexcept {
    constexpr std::array<std::string_view, 8> texts{
        "not-finite",   "too-few-points", "ring-not-closed",  "self-intersection",
        "hole-outside", "parts-overlap",  "interior-divided", "other"};
    return texts[static_cast<std::size_t>(fault)];
}

std::vector<InvalidGeometry> findInvalid(const GeometryColumn& geometries,
                                         const std::stop_token& stop) {
    const std::int64_t tasks = (geometries.rowCount() + kRowsPerTask - 1) / kRowsPerTask;
    std::vector<std::vector<InvalidGeometry>> ofTask(static_cast<std::size_t>(tasks));
    parallelFor(tasks, stop, [&](std::int64_t task) {
        const geos::Session session(stop);
        const auto end = std::min((task + 1) * kRowsPerTask, geometries.rowCount());
        for (auto row = task * kRowsPerTask; row < end; ++row) {
            try {
                if (const auto invalid = faultOfRow(session, geometries, row)) {
                    ofTask[static_cast<std::size_t>(task)].push_back(*invalid);
                }
            } catch (const geos::Failure&) {
                ofTask[static_cast<std::size_t>(task)].push_back(
                    {row, GeometryFault::other, firstFinite(geometries, row)});
            }
        }
    });
    std::vector<InvalidGeometry> all;
    for (const auto& some : ofTask) {
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

RepairResult repairGeometries(std::shared_ptr<const GeometryColumn> geometries,
                              const std::stop_token& stop) {
    RepairResult result;
    result.rowCount = geometries->rowCount();
    result.found = findInvalid(*geometries, stop);
    if (result.found.empty()) {
        result.geometries = std::move(geometries);
        return result;
    }
    std::vector<GeometryColumn> repaired(result.found.size());
    parallelFor(static_cast<std::int64_t>(repaired.size()), stop, [&](std::int64_t index) {
        const geos::Session session(stop);
        const auto at = static_cast<std::size_t>(index);
        repaired[at] = repairedRow(session, *geometries, result.found[at].row);
    });
    auto whole = std::make_shared<GeometryColumn>();
    std::size_t next = 0;
    for (std::int64_t row = 0; row < result.rowCount; ++row) {
        if (next == repaired.size() || result.found[next].row != row) {
            whole->appendRow(*geometries, row);
            continue;
        }
        whole->appendRow(repaired[next++], 0);
        if (whole->kinds.back() == GeometryKind::none) {
            result.emptied.push_back(row);
        }
    }
    result.geometries = std::move(whole);
    return result;
}

std::vector<Remark> repairRemarks(const RepairResult& result, const std::string& layer) {
    std::vector<Remark> remarks;
    for (const auto fault :
         {GeometryFault::notFinite, GeometryFault::tooFewPoints, GeometryFault::ringNotClosed,
          GeometryFault::selfIntersection, GeometryFault::holeOutside, GeometryFault::partsOverlap,
          GeometryFault::interiorDivided, GeometryFault::other}) {
        const auto isOfKind = [fault](const InvalidGeometry& one) { return one.fault == fault; };
        const auto first = std::find_if(result.found.begin(), result.found.end(), isOfKind);
        if (first != result.found.end()) {
            remarks.push_back({"geometries-repaired",
                               {{"layer", layer},
                                {"count", static_cast<std::int64_t>(
                                              std::count_if(first, result.found.end(), isOfKind))},
                                {"total", result.rowCount},
                                {"reason", std::string(toText(fault))}},
                               first->place});
        }
    }
    if (!result.emptied.empty()) {
        remarks.push_back({"geometries-emptied",
                           {{"layer", layer},
                            {"count", static_cast<std::int64_t>(result.emptied.size())},
                            {"total", result.rowCount}}});
    }
    return remarks;
}

}  // namespace lommer::core
