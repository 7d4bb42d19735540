#pragma once

#include "app/style/classification.h"
#include "app/style/layer_style.h"
#include "core/raster/raster_source.h"
#include "core/vector/table.h"

#include <cstdint>
#include <optional>

namespace lommer::app {

/// A plain style in one colour; the `index`-th layer gets the `index`-th colour of a row of quiet
/// colours that can be told apart.
LayerStyle plainStyle(int index);

/// Classes over a numeric column; plain where the column has no numbers or all are equal.
LayerStyle classifiedStyle(const core::Column& column, int classCount, ClassMethod method);

/// A ramp from the 2nd to the 98th percentile of a coarse look at the raster (up to 256 x 256
/// cells). A value that occurs alone or a raster without values gets a ramp of width 1.
LayerStyle rasterStyle(const core::RasterSource& raster);

/// All values that are there, in row order.
std::vector<double> numbersOf(const core::Column& column);

}  // namespace lommer::app
