#pragma once

#include "core/engine/analysis.h"

#include <memory>

namespace lommer::core {

/// `erase`: the part of each row of `features` that lies outside the areas, with its columns as
/// they are. See the method card.
std::unique_ptr<const Analysis> makeErase();

}  // namespace lommer::core
