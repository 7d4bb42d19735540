#pragma once

#include "app/style/classification.h"
#include "app/style/layer_style.h"
#include "core/vector/table.h"

#include <cstdint>
#include <span>

namespace lommer::app {

/// A plain style in one colour; the `index`-th layer gets the `index`-th colour of a row of quiet
/// colours that can be told apart.
LayerStyle plainStyle(int index);

/// Classes over a numeric column; plain where the column has no numbers or all are equal.
LayerStyle classifiedStyle(const core::Column& column, int classCount, ClassMethod method);

/// A ramp from the 2nd to the 98th percentile of a sample of cells. Without values or with equal
/// ones a ramp of width 1.
LayerStyle rasterStyle(std::span<const double> sample);

/// All values that are there, in row order.
std::vector<double> numbersOf(const core::Column& column);

}  // namespace lommer::app
