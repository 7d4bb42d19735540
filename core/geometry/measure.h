#pragma once

#include "core/vector/geometry_column.h"

#include <cstdint>

namespace lommer::core {

/// Area of a row in square metres, holes taken off; 0 for points and lines.
double areaOf(const GeometryColumn& geometries, std::int64_t row) noexcept;

/// Length of a row in metres: of its lines; of polygons their outline with holes; 0 for points.
double lengthOf(const GeometryColumn& geometries, std::int64_t row) noexcept;

/// True where a point lies in a polygon of one or more parts. Of polygons that share an edge with
/// the same end points exactly one holds a point on it, whatever the direction of their rings, so
/// that counts over areas that fit together add up.
bool holdsPoint(const GeometryColumn& polygons, std::int64_t row, Point point) noexcept;

}  // namespace lommer::core
