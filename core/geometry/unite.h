#pragma once

#include "core/engine/progress.h"
#include "core/geometry/overlay.h"

#include <cstdint>
#include <string>
#include <vector>

namespace lommer::core {

/// The union of the polygons of each group, one row per group; a group without polygons gets a row
/// without geometry. Points come to lie on the precision grid if those of `rows` do.
///
/// Neighbours are united first, in blocks of fixed size, then the blocks: all processors work, and
/// the outcome does not depend on their number. Rows that GEOS refuses are repaired and tried
/// again. Throws Error geometry-failed {layer, x, y} where that does not help, and Cancelled.
GeometryColumn uniteGroups(const SharedGeometries& rows,
                           const std::vector<std::vector<std::int64_t>>& groups,
                           const std::string& layer, const Progress& progress);

}  // namespace lommer::core
