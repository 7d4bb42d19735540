#pragma once

#include "core/base/error.h"
#include "core/raster/grid.h"

#include <gdal_priv.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lommer::gis {

/// Size and time of a file, to see whether it is still the one that was opened.
struct RasterStamp {
    std::int64_t bytes = 0;
    std::int64_t modified = 0;

    friend bool operator==(const RasterStamp&, const RasterStamp&) = default;
};

/// One resolution of band 1: the image itself or an overview in the file.
struct RasterLevel {
    std::int64_t columns = 0;
    std::int64_t rows = 0;
    /// The cells that are read and kept together: whole blocks of the file, about 512 x 512.
    std::int64_t blockColumns = 0;
    std::int64_t blockRows = 0;

    core::CellWindow window() const noexcept { return {0, 0, columns, rows}; }
};

/// What the header of one raster file says, as far as the cells of band 1 go.
struct RasterHeader {
    std::filesystem::path path;
    RasterStamp stamp;
    std::string driver;
    /// The image and then its overviews, each coarser than the one before.
    std::vector<RasterLevel> levels;
    /// RD or other metres or degrees: x of the left edge, y of the north edge, both cell sizes > 0.
    double left = 0.0;
    double top = 0.0;
    double cellWidth = 0.0;
    double cellHeight = 0.0;
    /// The first row in the file is the southernmost.
    bool isSouthUp = false;
    /// WKT; empty where the file has none.
    std::string crs;
    GDALDataType type = GDT_Float32;
    std::optional<double> noData;
    double scale = 1.0;
    double offset = 0.0;
    bool hasMask = false;
    /// Numbers are names of classes (a colour table or category names): no means between them.
    bool isClasses = false;
    /// Of the band; empty where it has none.
    std::string description;

    bool isSquare() const noexcept;
    /// In its own system.
    core::Bounds bounds() const noexcept;
};

/// Opens a file for reading, or throws what is wrong with it: file-missing, file-unreadable (no
/// raster), file-incomplete (a raster, but cut short).
GDALDatasetUniquePtr openDataset(const std::filesystem::path& path);

/// Size and time of `path` now. Throws Error file-missing.
RasterStamp stampOf(const std::filesystem::path& path);

/// Reads the header. Throws as `openDataset`, and raster-rotated; crs-missing where the file does
/// not say where its cells lie.
RasterHeader readHeader(const std::filesystem::path& path);

}  // namespace lommer::gis
