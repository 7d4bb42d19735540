#pragma once

#include "core/engine/analysis.h"

#include <memory>
#include <vector>

namespace lommer::core {

/// `sky-view-factor`: the share of the sky that can be seen from each cell of a surface.
std::unique_ptr<const Analysis> makeSkyViewFactor();

/// `standard` and `accurate`, also for analyses that look at the sky on their way.
std::vector<Definition> skyViewDefinitions();

}  // namespace lommer::core
