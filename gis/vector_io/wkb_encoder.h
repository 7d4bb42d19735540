#pragma once

#include "core/vector/geometry_column.h"

#include <cstdint>
#include <vector>

namespace lommer::gis {

/// Row `row` as little-endian WKB into `wkb` (replaced); empty where the row has no geometry. Lines
/// and polygons are always multi-geometries, so that a layer has one type; a point is one where it
/// has one part.
void encodeWkb(const core::GeometryColumn& geometries, std::int64_t row,
               std::vector<std::uint8_t>& wkb);

}  // namespace lommer::gis
