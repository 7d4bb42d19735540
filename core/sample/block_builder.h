#pragma once

#include "core/sample/plan_context.h"

namespace lommer::core {

/// Lays out a block of a village: houses along its streets with gardens, a flat, a school, a church
/// square, halls, a park.
void layOutBlock(PlanContext& context, const PlanPart& part, LandUse use);

}  // namespace lommer::core
