#pragma once

#include "core/vector/geometry_column.h"

#include <vector>

namespace lommer::core {

enum class ConvexClip {
    found,     // `ring` is the common part
    nothing,   // no common part with an area
    uncertain  // rounding to the grid spoils the outcome; overlay in the general way
};

/// The common part of two convex rings (`isConvexRing`) on the precision grid, counter-clockwise.
/// Sutherland and Hodgman (1974), Communications of the ACM 17(1). Cost: product of the numbers of
/// points.
ConvexClip clipConvex(PointSpan subject, PointSpan clip, std::vector<Point>& ring);

}  // namespace lommer::core
