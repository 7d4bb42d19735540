#pragma once

#include "core/engine/analysis.h"

#include <memory>

namespace lommer::core {

/// Two maps of the same thing, later minus earlier, with what is a clear difference and what is
/// not: over the whole and for each area.
std::unique_ptr<const Analysis> makeDifference();

}  // namespace lommer::core
