#pragma once

#include "core/vector/geometry_column.h"

#include <initializer_list>
#include <memory>
#include <vector>

namespace lommer::test {

using Ring = std::vector<core::Point>;
/// An outer ring and its holes.
using Rings = std::vector<Ring>;

/// Adds one polygon of one part. Rings are taken as they are: close them yourself.
void addPolygon(core::GeometryColumn& column, const Rings& rings);
void addMultiPolygon(core::GeometryColumn& column, const std::vector<Rings>& parts);
void addLine(core::GeometryColumn& column, const Ring& points);
void addPoint(core::GeometryColumn& column, core::Point point);
void addNothing(core::GeometryColumn& column);

/// A closed ring around the rectangle, counter-clockwise from its south-west corner.
Ring rectangle(double xmin, double ymin, double xmax, double ymax);

}  // namespace lommer::test
