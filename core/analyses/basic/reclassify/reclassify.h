#pragma once

#include "core/engine/analysis.h"

#include <memory>

namespace lommer::core {

/// `reclassify`: turns the values of a map into classes, by rules, by bounds or in classes of equal
/// width.
std::unique_ptr<const Analysis> makeReclassify();

}  // namespace lommer::core
