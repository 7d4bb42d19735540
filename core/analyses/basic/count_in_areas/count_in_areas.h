#pragma once

#include "core/engine/analysis.h"

#include <memory>

namespace lommer::core {

/// `count-in-areas`: how many points, metres of line and square metres lie in each area.
/// See the method card.
std::unique_ptr<const Analysis> makeCountInAreas();

}  // namespace lommer::core
