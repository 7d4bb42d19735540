#pragma once

#include "core/engine/analysis.h"

namespace lommer::core {

/// Says where two maps differ in more than the day or the variant, as far as their runs tell:
/// `other-quantities`, `other-methods` (definition or version), `other-settings` {count: how
/// many}. Nothing where one of the two is no result.
void remarkOnUnlikeOrigins(const BoundInput& later, const BoundInput& earlier, RemarkList& remarks);

}  // namespace lommer::core
