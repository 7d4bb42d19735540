#include "gis/platform/session.h"

#include "gis/platform/file_error.h"
#include "gis/platform/page_advice.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <gdal.h>
#include <ogr_srs_api.h>
#include <proj.h>

#include <algorithm>

namespace lommer::gis {
namespace {

// The folders that PROJ searches by itself, so that ours can be put before them.
std::vector<std::string> systemGridFolders() {
    std::vector<std::string> folders;
    char** paths = OSRGetPROJSearchPaths();
    for (char** path = paths; path != nullptr && *path != nullptr; ++path) {
        folders.emplace_back(*path);
    }
    CSLDestroy(paths);
    if (folders.empty()) {
        // Separated by ':' or, on Windows, by ';'.
        const char separator = std::filesystem::path::preferred_separator == '/' ? ':' : ';';
        const std::string all = proj_info().searchpath == nullptr ? "" : proj_info().searchpath;
        for (std::size_t from = 0; from < all.size();) {
            const auto to = std::min(all.find(separator, from), all.size());
            folders.push_back(all.substr(from, to - from));
            from = to + 1;
        }
    }
    return folders;
}

void setGridFolders(const std::vector<std::filesystem::path>& first) {
    if (first.empty()) {
        return;
    }
    std::vector<std::string> folders;
    folders.reserve(first.size());
    for (const auto& folder : first) {
        folders.push_back(utf8(folder));
    }
    for (auto& folder : systemGridFolders()) {
        folders.push_back(std::move(folder));
    }
    std::vector<const char*> list;
    list.reserve(folders.size() + 1);
    for (const auto& folder : folders) {
        list.push_back(folder.c_str());
    }
    list.push_back(nullptr);
    OSRSetPROJSearchPaths(list.data());
}

}  // namespace

Session::Session(const Options& options) {
    // Each thread keeps its own last message (CPLGetLastErrorMsg), which becomes the details of an
    // Error; nothing is printed.
    CPLSetErrorHandler(CPLQuietErrorHandler);
    CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");
    // Look for .tfw, .ovr and .msk by name: listing a folder of a thousand tiles a thousand times
    // takes minutes on a network share.
    CPLSetConfigOption("GDAL_DISABLE_READDIR_ON_OPEN", "TRUE");
    // Dutch registers write positions of two numbers, and some forget to say so.
    CPLSetConfigOption("GML_SRS_DIMENSION_IF_MISSING", "2");
    OSRSetPROJEnableNetwork(0);
    setGridFolders(options.gridFolders);
    GDALSetCacheMax64(options.cacheBytes);
    GDALAllRegister();
    core::setPageAdvice(advisePages);
}

Session::~Session() {
    CPLSetErrorHandler(nullptr);
}

std::vector<std::string> Session::libraryVersions() {
    return {std::string("GDAL ") + GDALVersionInfo("RELEASE_NAME"),
            std::string("PROJ ") + proj_info().version};
}

}  // namespace lommer::gis
