#pragma once

#include "core/engine/analysis.h"

#include <memory>

namespace lommer::core {

/// `dissolve`: polygons with the same value united, with their number and a total.
/// See the method card.
std::unique_ptr<const Analysis> makeDissolve();

}  // namespace lommer::core
