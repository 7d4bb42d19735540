#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace lommer::gis {

/// Process-wide start-up of GDAL and PROJ: drivers, PAM off, no .gfs, no network, the share of the
/// memory budget that is GDAL's cache, search paths for correction grids, error handler.
/// One object, made first in main and living as long as anything of gis.
class Session {
public:
    struct Options {
        /// Folders with PROJ correction grids (nl_nsgi_*.tif), searched before the system's.
        std::vector<std::filesystem::path> gridFolders = {};
        std::int64_t cacheBytes = std::int64_t{64} * 1024 * 1024;
    };
    explicit Session(const Options& options);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /// "GDAL 3.6.2", "PROJ 9.1.1", for the run record.
    static std::vector<std::string> libraryVersions();
};

/// Bytes of RAM of this machine.
std::int64_t physicalMemoryBytes();

}  // namespace lommer::gis
