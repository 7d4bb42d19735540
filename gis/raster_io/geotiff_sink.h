#pragma once

#include <filesystem>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "core/raster/raster_sink.h"

namespace lommer::gis {

/// What a finished output file is, for the run record.
struct WrittenFile {
    std::filesystem::path path;
    /// SHA-256 (hex) over what the file says (grid or columns, and values in order), not over how
    /// it says it: equal for equal results.
    std::string contentHash;
    /// SHA-256 (hex) of the file's bytes.
    std::string fileHash;
    std::int64_t bytes = 0;
};

/// Writes one raster as GeoTIFF in RD New: tiled 512, ZSTD level 1, predictor 3 (float) or 2,
/// BIGTIFF=IF_SAFER, overviews made from the tiles in memory while they pass. The bytes do not
/// depend on the order or threads of the writes.
class GeoTiffSink : public core::RasterSink {
public:
    struct Options {
        core::StorageType storage = core::StorageType::float32;
        std::optional<int> resolutionExponent = {};
        /// Written into the file as description of the band.
        std::string description = {};
    };

    static std::unique_ptr<GeoTiffSink> create(const std::filesystem::path& path,
                                               const core::Grid& grid, const Options& options);
    /// Closes the file after all cells have come (asserted). Throws Error disk-full.
    virtual WrittenFile finish() = 0;
};

}  // namespace lommer::gis
