#pragma once

#include "core/engine/analysis.h"

#include <memory>

namespace lommer::core {

/// `spatial-join`: the columns of rows that lie at the same place or nearest by.
/// See the method card.
std::unique_ptr<const Analysis> makeSpatialJoin();

}  // namespace lommer::core
