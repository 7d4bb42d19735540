#pragma once

#include "core/raster/raster_view.h"
#include "gis/raster_io/tiff_layout.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lommer::gis {

/// Copies values, each rounded to the nearest multiple of 2^exponent (halves to even) where an
/// exponent is given. Every hole becomes the same NaN, every zero +0: equal values have equal bits.
void copyRounded(core::RasterView<const float> from, core::RasterView<float> to,
                 std::optional<int> exponent);

/// Halves a tile: `to` gets ceil(size / 2) of `from`'s cells. Continuous values: mean of the two by
/// two cells that are no holes. Classes: the value that occurs most, the north-western of equals.
void halve(core::RasterView<const float> from, core::RasterView<float> to, bool isContinuous);

/// Turns tiles of cells into what stands in the file: predictor (3 for float, 2 for integers) and
/// ZSTD level 1. All objects of a thread work in the same buffers, which the thread keeps.
class TileCodec {
public:
    explicit TileCodec(core::StorageType storage) noexcept : storage_(storage) {}

    /// A tile of kTileSide x kTileSide of the thread, for the caller to fill before `encode`.
    static core::RasterView<float> tile();

    /// SHA-256 (hex) of the `columns` x `rows` cells at the top left of `tile`, as stored.
    std::string digest(core::RasterView<const float> tile, std::int64_t columns,
                       std::int64_t rows) const;
    /// The compressed tile; valid until the thread's next call. Values that do not fit the storage
    /// are a bug of the analysis (asserted).
    std::span<const std::byte> encode(core::RasterView<const float> tile) const;

private:
    core::StorageType storage_;
};

}  // namespace lommer::gis
