#pragma once

#include "core/vector/geometry_column.h"

namespace lommer::core {

/// True where a closed ring (first point = last, all finite) surely bounds one area: no two of its
/// edges share a point but neighbours their common end. False where it does not, and where rounding
/// leaves that open or the ring is long: then an exact computation has to say.
/// Source of the rounding bound: Shewchuk, Adaptive Precision Floating-Point Arithmetic and Fast
/// Robust Geometric Predicates (1997), orientation test, bound A.
bool isSurelySimpleRing(PointSpan ring);

}  // namespace lommer::core
