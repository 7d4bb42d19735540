#pragma once

#include "core/engine/analysis.h"

#include <memory>

namespace lommer::core {

/// `intersect`: the parts that a row of `first` and a row of `second` have in common, with the
/// columns of both. See the method card.
std::unique_ptr<const Analysis> makeIntersect();

}  // namespace lommer::core
