#pragma once

#include "core/raster/raster_source.h"
#include "core/vector/geometry_column.h"

namespace lommer::bench {

/// Statistics of the cells inside one ring, each weighted with its part inside.
struct QuadrantSums {
    double count = 0.0;
    double sum = 0.0;
    double minimum = 0.0;
    double maximum = 0.0;
    double deviation = 0.0;
};

/// The slow way, unlike the one of the program: the polygon is clipped to a square, the square
/// quartered until it lies wholly inside, wholly outside or is one cell; the area of what is left
/// of the polygon is the part (Sutherland & Hodgman, shoelace). Cells are added one by one.
QuadrantSums quadrantSums(core::PointSpan ring, const core::RasterSource& values);

}  // namespace lommer::bench
