#pragma once

#include "core/engine/analysis.h"

#include <memory>

namespace lommer::core {

/// `clip`: the part of each row of `features` that lies inside the areas, with its columns as they
/// are. See the method card.
std::unique_ptr<const Analysis> makeClip();

}  // namespace lommer::core
