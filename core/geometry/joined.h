#pragma once

#include "core/vector/geometry_column.h"

#include <stop_token>
#include <vector>

namespace lommer::core {

/// All rows of `parts`, one part after another. Memory is taken once, and each part is given back
/// as soon as it has been copied. Throws Error memory-too-small as `appendAll`, and Cancelled.
GeometryColumn joined(std::vector<GeometryColumn> parts, const std::stop_token& stop);

}  // namespace lommer::core
