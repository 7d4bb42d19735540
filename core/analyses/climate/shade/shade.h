#pragma once

#include "core/engine/analysis.h"

#include <memory>

namespace lommer::core {

/// `shade`: which cells of a surface lie in the sun, for a direction of the sun or a moment.
std::unique_ptr<const Analysis> makeShade();

}  // namespace lommer::core
