#pragma once

#include "core/engine/analysis.h"

#include <memory>

namespace lommer::core {

/// `raster-calculator`: combines up to four maps, a to d, with a formula.
std::unique_ptr<const Analysis> makeRasterCalculator();

}  // namespace lommer::core
