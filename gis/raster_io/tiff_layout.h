#pragma once

#include "core/raster/grid.h"
#include "core/raster/raster_sink.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace lommer::gis {

/// Side of the square tiles of every raster that we write.
inline constexpr std::int64_t kTileSide = 512;

/// The image itself (level 0) or an overview with half the cells of the level before.
struct TiffLevel {
    std::int64_t columns = 0;
    std::int64_t rows = 0;
    /// Of each tile, row by row, where it lies in the file.
    std::vector<std::uint64_t> tileOffsets;
    std::vector<std::uint64_t> tileByteCounts;

    std::int64_t tilesAcross() const noexcept { return (columns + kTileSide - 1) / kTileSide; }
    std::int64_t tilesDown() const noexcept { return (rows + kTileSide - 1) / kTileSide; }
    /// The cells of a tile that lie in the image.
    core::CellWindow tileWindow(std::int64_t tileRow, std::int64_t tileColumn) const noexcept;
};

/// The head of a GeoTIFF (or BigTIFF) in RD New with one band: all directories come before the
/// tiles, so that a reader gets them with its first request. TIFF 6.0, OGC 19-008r4 (GeoTIFF 1.1),
/// and for holes and description the tags 42113 and 42112 of GDAL.
class TiffLayout {
public:
    TiffLayout(const core::Grid& grid, core::StorageType storage, std::string description);

    const std::vector<TiffLevel>& levels() const noexcept { return levels_; }
    std::vector<TiffLevel>& levels() noexcept { return levels_; }
    /// BigTIFF where the cells, uncompressed, take more than 2 GB.
    bool isBig() const noexcept { return isBig_; }
    /// Bytes of the head; tiles start here. Does not depend on what is in the offset arrays.
    std::uint64_t headBytes() const { return encode().size(); }
    std::vector<std::byte> encode() const;

private:
    core::Grid grid_;
    core::StorageType storage_;
    std::string description_;
    bool isBig_;
    std::vector<TiffLevel> levels_;
};

}  // namespace lommer::gis
