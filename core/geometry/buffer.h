#pragma once

#include "core/engine/progress.h"
#include "core/geometry/overlay.h"

namespace lommer::core {

/// The zone within `distance` metres of each row, with round corners of `segments` pieces per
/// quarter circle. A negative distance takes a strip off polygons; of points and lines it leaves
/// nothing. Rows of which nothing is left are left out. Not on the precision grid. In the order of
/// rows; repair as in `maskRows`. Throws Cancelled.
MaskedRows bufferRows(const SharedGeometries& rows, double distance, int segments,
                      const Progress& progress);

}  // namespace lommer::core
