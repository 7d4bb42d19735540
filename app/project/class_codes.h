#pragma once

#include "app/style/layer_style.h"
#include "core/engine/run_record.h"

#include <vector>

namespace lommer::app {

/// A result whose cells are the codes of classes, as a style file describes it (`StyleCodes`): a
/// class for each code that the settings of the run gave out, rising, with the values that it
/// stands for where the settings say them. Empty where the cells are not codes only, or where there
/// are too many codes to tell apart.
std::vector<StyleClass> classesOfCodes(const core::RunRecord& record, const LayerStyle& style);

}  // namespace lommer::app
