#pragma once

#include "core/sample/plan_context.h"

namespace lommer::core {

/// Lays out one strip in the part of the plan that it cuts: its bands, cut where other streets come
/// out and where it crosses water, its trees, its relief and its piece of the network on foot.
void layOutStrip(PlanContext& context, const PlanPart& part, const Strip& strip);

}  // namespace lommer::core
