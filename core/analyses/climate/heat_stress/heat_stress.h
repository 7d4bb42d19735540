#pragma once

#include "core/engine/analysis.h"

#include <memory>

namespace lommer::core {

/// Felt temperature (PET) on a hot day by the Dutch heat standard: the mean over hours of the
/// afternoon, cell by cell, with what makes it: sky, shade, air, wind; and figures per area.
std::unique_ptr<const Analysis> makeHeatStress();

}  // namespace lommer::core
