#pragma once

#include "core/base/error.h"

#include <filesystem>

namespace lommer::gis {

/// What GDAL said last on this thread as an Error of the given code, its message as details.
/// Clear with CPLErrorReset() before the call whose failure is asked for.
core::Error errorFromGdal(core::ErrorCode code, core::Arguments arguments);

/// Why `path` could not be made or written: disk-full, folder-read-only (also for any other
/// reason). Looks at GDAL's last message and at `systemError`, the value of errno just after the
/// failing call.
core::Error writeError(const std::filesystem::path& path, int systemError);

}  // namespace lommer::gis
