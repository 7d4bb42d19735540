#pragma once

#include "core/raster/raster_view.h"

#include <cpl_vsi.h>
#include <gdal_priv.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

namespace lommer::gis {

/// Undoes the floating-point predictor (Adobe Photoshop TIFF Technical Note 3) of one row: `stored`
/// has four bytes for each value of `values`.
void undoFloatPredictor(std::span<const std::uint8_t> stored, std::span<float> values);

/// The full-resolution tiles of a GeoTIFF as height models come: one band of float, ZSTD or DEFLATE
/// under the floating-point predictor. Decoded here, because libtiff sums the bytes one after
/// another through memory, which takes longer than all the rest of reading. One thread at a time.
class FloatTiles {
public:
    /// Nothing where the file is stored in another way or cannot be opened once more.
    static std::unique_ptr<FloatTiles> of(GDALDataset& dataset, const std::filesystem::path& path);

    /// Reads cells as stored. False where a tile is absent or damaged: the library knows what to
    /// make of it.
    bool read(const core::CellWindow& window, core::RasterView<float> values);

private:
    struct Closer {
        void operator()(VSILFILE* file) const { VSIFCloseL(file); }
    };
    using File = std::unique_ptr<VSILFILE, Closer>;

    FloatTiles(GDALRasterBand& band, bool isZstd, File file);
    /// The bytes of a tile under its predictor, until the thread unpacks another; empty where there
    /// are none or not as many as there should be.
    std::span<const std::uint8_t> unpack(std::int64_t row, std::int64_t column);

    GDALRasterBand& band_;
    bool isZstd_;  // else DEFLATE
    File file_;
    std::int64_t tileColumns_;
    std::int64_t tileRows_;
};

}  // namespace lommer::gis
