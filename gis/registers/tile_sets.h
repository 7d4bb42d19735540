#pragma once

#include "gis/raster_io/raster_header.h"

#include <filesystem>
#include <vector>

namespace lommer::gis {

/// Puts files together that are tiles of one raster: in the same folder, with the same system, type
/// and cell size, cells on cells, overlapping by less than a tenth of a tile, and with names that
/// are equal but for parts with a digit in them (M_25GN1, M_25GN2). Order of `files` is kept.
std::vector<std::vector<std::filesystem::path>> tileSetsOf(const std::vector<RasterHeader>& files);

}  // namespace lommer::gis
