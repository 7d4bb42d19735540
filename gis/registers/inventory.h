#pragma once

#include "gis/registers/layer.h"
#include "gis/registers/mapping_files.h"

#include <stop_token>

namespace lommer::gis {

/// All layers under `path`: a file, a folder (not deeper than four levels), a zip, a FileGDB
/// folder. Tiles of one raster in a folder (same cell size, aligned, same band type, no overlap,
/// names that differ only in parts with a digit) are one layer. Files that are no data are passed
/// over, also hidden ones and unfinished results. Files that should be data but cannot be read are
/// an Error for a single file and a remark (`left-out-…`) for a folder or zip.
/// Sorted by path. A table that holds several subjects is there once for each; one that a mapping
/// knows is there as its subject.
/// Throws Error file-missing, file-unreadable, file-incomplete, and for a single raster
/// crs-missing, crs-unknown, raster-rotated; Cancelled between two files.
std::vector<LayerDescription> inspect(const std::filesystem::path& path, core::RemarkList& remarks,
                                      const Mappings& mappings = {},
                                      const std::stop_token& stop = {});

}  // namespace lommer::gis
