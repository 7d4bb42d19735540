#pragma once

#include "core/vector/geometry_column.h"

namespace lommer::core {

/// Twice the signed area of a closed ring; positive where it runs counter-clockwise. Computed
/// from its first point, so that no digits are lost to large coordinates.
double twiceSignedArea(PointSpan ring) noexcept;

/// True where a closed ring (first point = last) bounds a convex area and turns once. Points in
/// line are allowed, equal neighbours, spikes and rings without area are not.
bool isConvexRing(PointSpan ring) noexcept;

}  // namespace lommer::core
