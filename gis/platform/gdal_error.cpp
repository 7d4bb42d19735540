#include "gis/platform/gdal_error.h"

#include "gis/platform/file_error.h"

#include <cpl_error.h>

#include <algorithm>
#include <array>

namespace lommer::gis {

std::string lastGdalMessage() {
    return CPLGetLastErrorMsg();
}

core::Error gdalReadError(core::ErrorCode code, const std::filesystem::path& path,
                          core::Arguments extra) {
    core::Arguments arguments{{"file", utf8(path.filename())}};
    arguments.insert(arguments.end(), extra.begin(), extra.end());
    return core::Error(code, std::move(arguments), utf8(path) + ": " + lastGdalMessage());
}

core::Error gdalWriteError(const std::filesystem::path& path) {
    // Drivers keep the system's text, not its number: of ENOSPC and EDQUOT, and SQLite's own.
    constexpr std::array kFull{"No space left", "Disk quota exceeded", "disk is full", "disk full"};
    const std::string message = lastGdalMessage();
    const bool isFull = std::any_of(kFull.begin(), kFull.end(), [&](const char* text) {
        return message.find(text) != std::string::npos;
    });
    return core::Error(isFull ? core::ErrorCode::diskFull : core::ErrorCode::folderReadOnly,
                       {{"folder", utf8(path.parent_path().filename())}},
                       utf8(path) + ": " + message);
}

}  // namespace lommer::gis
