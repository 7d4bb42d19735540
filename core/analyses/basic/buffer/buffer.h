#pragma once

#include "core/engine/analysis.h"

#include <memory>

namespace lommer::core {

/// `buffer`: the zone within a distance of each row, or of all together.
/// See the method card.
std::unique_ptr<const Analysis> makeBuffer();

}  // namespace lommer::core
