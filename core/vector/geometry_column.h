#pragma once

#include "core/base/bounds.h"

#include <cstdint>
#include <span>
#include <vector>

namespace lommer::core {

/// What one feature is. Multi-geometries are features with several parts.
enum class GeometryKind : std::uint8_t { none, point, line, polygon };

/// One ring of a polygon, one line, or the single place of a point.
using PointSpan = std::span<const Point>;

/// Geometries of all rows, columnar like GeoArrow with the levels feature > part > ring > point:
///   point    each part has one ring of one point
///   line     each part has one ring: the line
///   polygon  each part has an outer ring and its holes; rings are closed (first point = last)
/// Curves have been linearised, Z and M dropped, by whoever fills it. Offsets have one entry more
/// than there are items. Immutable once inside a Table.
struct GeometryColumn {
    std::vector<Point> points;
    std::vector<std::uint32_t> ringOffsets{0};  // ring r: points [ringOffsets[r], ringOffsets[r+1])
    std::vector<std::uint32_t> partOffsets{0};  // part p: rings [partOffsets[p], partOffsets[p+1])
    std::vector<std::uint32_t> featureOffsets{0};  // row f: parts [featureOffsets[f], …)
    std::vector<GeometryKind> kinds;               // one per row; none has no parts

    std::int64_t rowCount() const noexcept { return static_cast<std::int64_t>(kinds.size()); }
    PointSpan ring(std::uint32_t index) const noexcept {
        return {points.data() + ringOffsets[index], points.data() + ringOffsets[index + 1]};
    }
    std::uint32_t pointCountOf(std::int64_t row) const noexcept {
        const auto feature = static_cast<std::size_t>(row);
        return ringOffsets[partOffsets[featureOffsets[feature + 1]]] -
               ringOffsets[partOffsets[featureOffsets[feature]]];
    }
    /// The ring of a row that has no other; an empty span for any other row.
    PointSpan onlyRingOf(std::int64_t row) const noexcept;
    /// Bounding box of one row; empty where the row has no geometry.
    Bounds boundsOf(std::int64_t row) const noexcept;
    Bounds bounds() const noexcept;
    /// The bounding boxes of all rows.
    std::vector<Bounds> boxes() const;
    /// Bytes held, for the memory budget.
    std::int64_t byteCount() const noexcept;

    /// Appending: rings first, then `endPart`, then `endFeature`.
    void addRing(PointSpan ringPoints);
    void endPart();
    void endFeature(GeometryKind kind);
    /// A copy of one row of `other` at the end of this.
    void appendRow(const GeometryColumn& other, std::int64_t row);
    /// All rows of `other` at the end of this. Throws Error memory-too-small beyond 2^32 - 1
    /// points.
    void appendAll(const GeometryColumn& other);
};

}  // namespace lommer::core
