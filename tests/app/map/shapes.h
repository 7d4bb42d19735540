#pragma once

#include "core/vector/geometry_column.h"

#include <vector>

namespace lommer::app::test {

/// A square with its south-west corner at (x, y).
inline void addSquare(core::GeometryColumn& column, double x, double y, double side) {
    const std::vector<core::Point> ring{
        {x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}};
    column.addRing(ring);
    column.endPart();
    column.endFeature(core::GeometryKind::polygon);
}

/// The same with a hole in the middle half.
inline void addSquareWithHole(core::GeometryColumn& column, double x, double y, double side) {
    const std::vector<core::Point> outer{
        {x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}};
    const double q = side / 4.0;
    const std::vector<core::Point> inner{{x + q, y + q},
                                         {x + q, y + 3.0 * q},
                                         {x + 3.0 * q, y + 3.0 * q},
                                         {x + 3.0 * q, y + q},
                                         {x + q, y + q}};
    column.addRing(outer);
    column.addRing(inner);
    column.endPart();
    column.endFeature(core::GeometryKind::polygon);
}

inline void addLine(core::GeometryColumn& column, const std::vector<core::Point>& points) {
    column.addRing(points);
    column.endPart();
    column.endFeature(core::GeometryKind::line);
}

inline void addPoint(core::GeometryColumn& column, double x, double y) {
    const std::vector<core::Point> points{{x, y}};
    column.addRing(points);
    column.endPart();
    column.endFeature(core::GeometryKind::point);
}

}  // namespace lommer::app::test
