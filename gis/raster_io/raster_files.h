#pragma once

#include "core/base/remark.h"
#include "core/raster/raster_source.h"
#include "gis/registers/layer.h"

#include <memory>

namespace lommer::gis {

/// What a raster location holds, from the header alone.
/// Throws Error file-missing, file-unreadable, file-incomplete, crs-missing, raster-rotated.
LayerDescription describeRaster(const LayerLocation& location);

/// Opens band 1 of one file, or several tiles as one raster. Resolves NoData (any value, NaN, per
/// file), mask and alpha bands, scale and offset; a value of |3e38| or more counts as a hole even
/// where NoData is unset, with the remark `nodata-assumed`. Non-square cells and tiles of another
/// cell size or origin are resampled (bilinear) with the remark `raster-resampled`; another CRS is
/// warped to RD with the remark `raster-transformed`. Rotated: Error raster-rotated.
/// Readers are leased from a pool for one read. A file that changes size or time after opening:
/// Error file-changed.
OpenedLayer<core::RasterSource> openRaster(const LayerLocation& location,
                                           core::RemarkList& remarks);

}  // namespace lommer::gis
