#pragma once

#include "core/engine/analysis.h"

#include <memory>

namespace lommer::core {

/// `sky-view-factor`: the share of the sky that can be seen from each cell of a surface.
std::unique_ptr<const Analysis> makeSkyViewFactor();

}  // namespace lommer::core
