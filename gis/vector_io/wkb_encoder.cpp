#include "gis/vector_io/wkb_encoder.h"

#include <bit>

namespace lommer::gis {
namespace {

using core::GeometryColumn;
using core::GeometryKind;
using Bytes = std::vector<std::uint8_t>;

void addCount(Bytes& wkb, std::uint32_t count) {
    for (unsigned shift = 0; shift < 32; shift += 8) {
        wkb.push_back(static_cast<std::uint8_t>(count >> shift & 0xFFU));
    }
}

void addReal(Bytes& wkb, double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    for (unsigned shift = 0; shift < 64; shift += 8) {
        wkb.push_back(static_cast<std::uint8_t>(bits >> shift & 0xFFU));
    }
}

void addHeader(Bytes& wkb, std::uint32_t type) {
    wkb.push_back(1);
    addCount(wkb, type);
}

void addPoints(Bytes& wkb, core::PointSpan points) {
    for (const core::Point& point : points) {
        addReal(wkb, point.x);
        addReal(wkb, point.y);
    }
}

/// Part `part` as a simple geometry of type `type`: 1 point, 2 line, 3 polygon.
void addPart(Bytes& wkb, const GeometryColumn& geometries, std::uint32_t part, std::uint32_t type) {
    addHeader(wkb, type);
    const auto first = geometries.partOffsets[part];
    const auto end = geometries.partOffsets[part + 1];
    if (type == 3) {
        addCount(wkb, end - first);
    }
    for (auto ring = first; ring < end; ++ring) {
        const core::PointSpan points = geometries.ring(ring);
        if (type != 1) {
            addCount(wkb, static_cast<std::uint32_t>(points.size()));
        }
        addPoints(wkb, points);
    }
}

}  // namespace

void encodeWkb(const GeometryColumn& geometries, std::int64_t row, Bytes& wkb) {
    wkb.clear();
    const auto feature = static_cast<std::size_t>(row);
    const GeometryKind kind = geometries.kinds[feature];
    if (kind == GeometryKind::none) {
        return;
    }
    const auto type = static_cast<std::uint32_t>(kind);
    const auto first = geometries.featureOffsets[feature];
    const auto end = geometries.featureOffsets[feature + 1];
    if (kind != GeometryKind::point || end - first != 1) {
        addHeader(wkb, type + 3);
        addCount(wkb, end - first);
    }
    for (auto part = first; part < end; ++part) {
        addPart(wkb, geometries, part, type);
    }
}

}  // namespace lommer::gis
