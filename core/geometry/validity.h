#pragma once

#include "core/base/remark.h"
#include "core/vector/geometry_column.h"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace lommer::core {

/// What is wrong with a geometry (OGC Simple Features 6.1.11 for polygons).
enum class GeometryFault : std::uint8_t {
    notFinite,         // NaN or infinite coordinate
    tooFewPoints,      // a line of one point, a ring of fewer than three different places
    ringNotClosed,     // first point is not the last
    selfIntersection,  // a boundary crosses itself or another of the same feature
    holeOutside,       // a hole outside its outer ring, or inside another hole
    partsOverlap,      // a part inside another part, or the same ring twice
    interiorDivided,   // holes cut the inside in two
    other,
};

std::string_view toText(GeometryFault fault) noexcept;

/// The first fault found in one row.
struct InvalidGeometry {
    std::int64_t row = 0;
    GeometryFault fault = GeometryFault::other;
    /// Where; the row's first finite point where the place itself is not known.
    Point place;
};

/// Every row whose geometry is not sound, in order of rows. Polygons are checked in full; points
/// and lines for finite coordinates and enough points (a line may cross itself). All processors are
/// used. Throws Cancelled.
std::vector<InvalidGeometry> findInvalid(const GeometryColumn& geometries,
                                         const std::stop_token& stop);

struct RepairResult {
    /// The column that went in where nothing was wrong; otherwise a repaired copy.
    std::shared_ptr<const GeometryColumn> geometries;
    /// What was found, in order of rows; all of these were repaired or, as named next, emptied.
    std::vector<InvalidGeometry> found;
    /// Rows of which nothing of their kind was left; they have no geometry now.
    std::vector<std::int64_t> emptied;
    std::int64_t rowCount = 0;
};

/// Repairs what `findInvalid` finds. Points that are not finite and rings without area are left
/// out, rings are closed, and then GEOS's "structure" method makes polygons valid: overlapping
/// parts are united and holes outside are dropped, as someone who drew them would expect (the older
/// "linework" method turns an overlap into a hole). Only polygon parts are kept of a polygon. Sound
/// rows keep their bits. Throws Cancelled.
RepairResult repairGeometries(std::shared_ptr<const GeometryColumn> geometries,
                              const std::stop_token& stop);

/// The remarks `geometries-repaired` {layer, count, total, reason} for each kind of fault
/// at its first place, and `geometries-emptied` {layer, count, total}; none where all was sound.
std::vector<Remark> repairRemarks(const RepairResult& result, const std::string& layer);

}  // namespace lommer::core
