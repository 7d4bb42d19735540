#pragma once

#include "core/base/bounds.h"

#include <string>
#include <vector>

namespace lommer::gis {

/// One sheet of the AHN: 5 km wide, 6.25 km high.
struct AhnSheet {
    /// Of the topographic map 1:25,000 with its halves: `25GN1`.
    std::string name;
    core::Bounds bounds;
};

/// The sheets that hold a part of `bounds` (RD), from south to north and from west to east. Known
/// between x 20 and 300 km and y 425 and 525 km; others have no name and are left out.
std::vector<AhnSheet> ahnSheets(const core::Bounds& bounds);

}  // namespace lommer::gis
