#pragma once

#include "app/layout/map_page.h"
#include "app/project/layer.h"
#include "app/text/texts.h"

namespace lommer::app {

/// The legend of one layer: its title with the unit behind it, and what its colours mean. A
/// layer in one colour has no title: the name stands beside its sign.
LegendSection legendSectionOf(const Layer& layer, const Texts& texts);

/// A page of these layers (the topmost first; all can be drawn) with their legend and sources,
/// upright or lying as `bounds` is. Title, limits and date are the caller's: they depend on the
/// run.
MapPage pageOfLayers(const std::vector<const Layer*>& layers, const core::Bounds& bounds,
                     const Texts& texts);

}  // namespace lommer::app
