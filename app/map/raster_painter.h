#pragma once

#include "app/map/map_renderer.h"

namespace lommer::app {

/// Draws the cells of a raster layer that the view shows, at the detail that it can show.
void paintRaster(QPainter& painter, const MapLayer& layer, const RenderRequest& request,
                 const std::stop_token& stop);

/// How many cells go into one pixel of the picture, at least 1.
std::int64_t reductionFor(double cellSize, double metresPerDevicePixel);

}  // namespace lommer::app
