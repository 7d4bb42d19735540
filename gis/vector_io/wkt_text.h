#pragma once

#include "core/vector/geometry_column.h"

#include <string>

namespace lommer::gis {

/// Row `row` as well-known text with the shortest digits that give the same numbers back, lines and
/// polygons as multi-geometries; empty where the row has no geometry.
std::string wktOf(const core::GeometryColumn& geometries, std::int64_t row);

}  // namespace lommer::gis
