#pragma once

#include "gis/registers/layer.h"

namespace lommer::gis {

/// All layers under `path`: a file, a folder (not deeper than four levels), a zip, a FileGDB
/// folder. Tiles of one raster in a folder (same cell size, aligned, same band type, names that
/// differ) are one layer. Files that are no data are passed over; those that should be data but
/// cannot be read are an Error for a single file and a remark for a folder.
/// Throws Error file-missing, file-unreadable, file-incomplete.
std::vector<LayerDescription> inspect(const std::filesystem::path& path);

}  // namespace lommer::gis
