#pragma once

#include "core/vector/geometry_column.h"

#include <optional>

namespace lommer::core {

/// Where the name of an area can stand: inside it, as far from its edge as can be (the middle of
/// the largest circle that fits, to 1/50 of the area's side; Garcia-Castellanos and Lombardo
/// (2007), Scottish Geographical Journal 123). A point on the row where GEOS cannot make that out
/// of it; nothing where a row is no polygon, or bounds no area.
std::optional<Point> labelPoint(const GeometryColumn& geometries, std::int64_t row);

}  // namespace lommer::core
