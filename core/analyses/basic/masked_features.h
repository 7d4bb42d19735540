#pragma once

#include "core/engine/analysis.h"
#include "core/geometry/overlay.h"

#include <string>

namespace lommer::core {

/// What `clip` and `erase` declare: roles `features` and `areasRole`, output `features`.
AnalysisDeclaration maskingDeclaration(const std::string& id, const std::string& areasRole);

/// Writes output `features`: role `features` inside or outside the areas.
void writeMaskedFeatures(const RunContext& context, const std::string& areasRole, MaskSide side);

}  // namespace lommer::core
