#pragma once

#include "core/engine/declaration.h"

namespace lommer::core {

/// Roles, settings and outputs of `heat-stress`.
AnalysisDeclaration declareHeatStress();

}  // namespace lommer::core
