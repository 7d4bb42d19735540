#pragma once

#include "core/raster/raster_sink.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

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
/// BIGTIFF=IF_SAFER, overviews made from the tiles in memory while they pass: means of what is no
/// hole (float) or the most frequent class (integers). The bytes do not depend on the order or
/// threads of the writes. Tiles are compressed on the threads that call `write`. In memory are the
/// tiles begun but not yet full (one row of tiles per level, if the writes go from north to south)
/// and compressed tiles that wait for one before them.
/// An object that goes out of scope without `finish` removes its file.
class GeoTiffSink : public core::RasterSink {
public:
    struct Options {
        core::StorageType storage = core::StorageType::float32;
        std::optional<int> resolutionExponent = {};
        /// Written into the file as description of the band.
        std::string description = {};
        /// Makes `write` and `finish` throw Cancelled within some hundredths of a second.
        std::stop_token stop = {};
    };

    /// Throws Error folder-read-only, disk-full.
    static std::unique_ptr<GeoTiffSink> create(const std::filesystem::path& path,
                                               const core::Grid& grid, const Options& options);
    /// Closes the file after all cells have come (asserted). Throws Error disk-full, Cancelled.
    virtual WrittenFile finish() = 0;
};

}  // namespace lommer::gis
