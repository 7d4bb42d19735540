#include "gis/platform/gdal_error.h"

#include <cpl_error.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace lommer::gis {
namespace {

bool isDiskFull(int systemError, const std::string& message) {
#ifdef EDQUOT
    if (systemError == EDQUOT) {
        return true;
    }
#endif
    // Libraries between us and the system keep the text of errno better than its number.
    return systemError == ENOSPC || message.find("No space left") != std::string::npos ||
           message.find("disk is full") != std::string::npos;
}

}  // namespace

core::Error errorFromGdal(core::ErrorCode code, core::Arguments arguments) {
    return core::Error(code, std::move(arguments), CPLGetLastErrorMsg());
}

core::Error writeError(const std::filesystem::path& path, int systemError) {
    const std::string message = CPLGetLastErrorMsg();
    std::string details = path.string();
    if (!message.empty()) {
        details += ": " + message;
    } else if (systemError != 0) {
        details += ": " + std::string(std::strerror(systemError));
    }
    const auto code = isDiskFull(systemError, message) ? core::ErrorCode::diskFull
                                                       : core::ErrorCode::folderReadOnly;
    return core::Error(
        code, {{"folder", path.parent_path().string()}, {"file", path.filename().string()}},
        std::move(details));
}

}  // namespace lommer::gis
