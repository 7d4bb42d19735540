#pragma once

#include "core/engine/analysis.h"

#include <memory>

namespace lommer::core {

/// `zonal-statistics`: count, sum, mean, minimum, maximum and standard deviation of a raster inside
/// each polygon, every cell weighted with the exact part of it that lies inside; on request the
/// median and other quantiles by area. Zones may overlap. See the method card.
std::unique_ptr<const Analysis> makeZonalStatistics();

}  // namespace lommer::core
