#pragma once

#include "core/sample/plan_context.h"

namespace lommer::core {

/// Lays out a part of the country: a field, a wood, heath, or a farm with the fields around it.
void layOutField(PlanContext& context, const PlanPart& part);

}  // namespace lommer::core
