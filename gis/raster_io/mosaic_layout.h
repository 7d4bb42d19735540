#pragma once

#include "core/base/remark.h"
#include "core/raster/grid.h"
#include "gis/crs/crs_info.h"
#include "gis/raster_io/mosaic_source.h"
#include "gis/raster_io/raster_header.h"

#include <vector>

namespace lommer::gis {

/// How files come together in one grid in RD.
struct MosaicLayout {
    core::Grid grid;
    std::vector<MosaicMember> members;
    /// The system of the first file, and how its coordinates were brought to RD.
    CrsInfo crs;
    CoordinateOperation operation;
    /// raster-resampled, raster-transformed, raster-flipped
    std::vector<core::Remark> remarks;
};

/// The first file sets cell size and cell edges; the grid covers all files. Files with other cells
/// are to be resampled. Throws Error crs-missing, crs-unknown, transformation-too-coarse.
MosaicLayout layOut(const std::vector<RasterHeader>& files);

}  // namespace lommer::gis
