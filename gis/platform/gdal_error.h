#pragma once

#include "core/base/error.h"

#include <filesystem>
#include <string>

namespace lommer::gis {

/// What GDAL said last on this thread; empty after CPLErrorReset().
std::string lastGdalMessage();

/// Reading `path` failed: an Error of this code that names the file and `extra`, with GDAL's last
/// message as details.
core::Error gdalReadError(core::ErrorCode code, const std::filesystem::path& path,
                          core::Arguments extra = {});

/// Writing `path` failed: disk-full where GDAL's last message says so, else folder-read-only.
core::Error gdalWriteError(const std::filesystem::path& path);

}  // namespace lommer::gis
