#pragma once

#include "app/style/layer_style.h"

#include <vector>

namespace lommer::app {

/// Classes of differences around zero: one without a clear difference (less than `limit`) and up to
/// three on either side of it, equally wide in whole limits, so many that the outermost begin below
/// `largest` (the size of the largest differences that count). Colours from the style's ramp, the
/// middle one in the middle. `symbol` is that of the style's unit.
/// `limit` > 0 (asserted).
std::vector<StyleClass> differenceClasses(const LayerStyle& style, double limit, double largest,
                                          const QString& symbol);

}  // namespace lommer::app
