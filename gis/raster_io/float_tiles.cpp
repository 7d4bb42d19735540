#include "gis/raster_io/float_tiles.h"

#include "core/base/assert.h"
#include "gis/platform/file_error.h"

#include <cpl_conv.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

namespace lommer::gis {
namespace {

// Cells of a tile; every thread keeps buffers of such a size.
constexpr std::int64_t kLargestTile = std::int64_t{1024} * 1024;

using Bytes = std::vector<std::uint8_t, core::UnfilledAllocator<std::uint8_t>>;

/// What a thread decodes with, kept from tile to tile.
struct Workshop {
    Bytes packed;
    Bytes stored;
    std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> zstd{ZSTD_createDCtx(), ZSTD_freeDCtx};
};

Workshop& workshop() {
    thread_local Workshop own;
    return own;
}

std::string_view structureOf(GDALDataset& dataset, const char* name) {
    const char* text = dataset.GetMetadataItem(name, "IMAGE_STRUCTURE");
    return text == nullptr ? std::string_view() : std::string_view(text);
}

/// BLOCK_OFFSET or BLOCK_SIZE; 0 where the tile is not in the file.
std::uint64_t placeOf(GDALRasterBand& band, const char* what, std::int64_t row,
                      std::int64_t column) {
    std::array<char, 64> name{};
    std::snprintf(name.data(), name.size(), "%s_%d_%d", what, static_cast<int>(column),
                  static_cast<int>(row));
    const char* text = band.GetMetadataItem(name.data(), "TIFF");
    std::uint64_t place = 0;
    if (text != nullptr) {
        std::from_chars(text, text + std::strlen(text), place);
    }
    return place;
}

std::uint8_t sumOf(std::span<const std::uint8_t> bytes) noexcept {
    std::uint8_t sum = 0;
    for (const std::uint8_t byte : bytes) {
        sum = static_cast<std::uint8_t>(sum + byte);
    }
    return sum;
}

}  // namespace

void undoFloatPredictor(std::span<const std::uint8_t> stored, std::span<float> values) {
    const std::size_t count = values.size();
    LOMMER_ASSERT(stored.size() == 4 * count);
    const std::uint8_t* first = stored.data();
    const std::uint8_t* second = first + count;
    const std::uint8_t* third = second + count;
    const std::uint8_t* fourth = third + count;
    // Each byte is the difference from the one before, through all four planes; with the sums of
    // whole planes known the four go side by side.
    std::uint32_t a = 0;
    std::uint32_t b = sumOf({first, count});
    std::uint32_t c = b + sumOf({second, count});
    std::uint32_t d = c + sumOf({third, count});
    for (std::size_t i = 0; i < count; ++i) {
        a += first[i];
        b += second[i];
        c += third[i];
        d += fourth[i];
        values[i] =
            std::bit_cast<float>(a << 24U | (b & 0xFFU) << 16U | (c & 0xFFU) << 8U | (d & 0xFFU));
    }
}

std::unique_ptr<FloatTiles> FloatTiles::of(GDALDataset& dataset,
                                           const std::filesystem::path& path) {
    const std::string_view compression = structureOf(dataset, "COMPRESSION");
    const bool isZstd = compression == "ZSTD";
    GDALRasterBand& band = *dataset.GetRasterBand(1);
    if (!(isZstd || compression == "DEFLATE") || structureOf(dataset, "PREDICTOR") != "3" ||
        dataset.GetRasterCount() != 1 || band.GetRasterDataType() != GDT_Float32 ||
        band.GetMetadataItem("NBITS", "IMAGE_STRUCTURE") != nullptr) {
        return nullptr;
    }
    File file(VSIFOpenL(utf8(path).c_str(), "rb"));
    if (file == nullptr) {
        return nullptr;
    }
    std::unique_ptr<FloatTiles> tiles(new FloatTiles(band, isZstd, std::move(file)));
    return tiles->tileColumns_ * tiles->tileRows_ <= kLargestTile ? std::move(tiles) : nullptr;
}

FloatTiles::FloatTiles(GDALRasterBand& band, bool isZstd, File file)
    : band_(band), isZstd_(isZstd), file_(std::move(file)) {
    int columns = 0;
    int rows = 0;
    band.GetBlockSize(&columns, &rows);
    tileColumns_ = columns;
    tileRows_ = rows;
}

std::span<const std::uint8_t> FloatTiles::unpack(std::int64_t row, std::int64_t column) {
    Workshop& shop = workshop();
    shop.stored.resize(static_cast<std::size_t>(tileColumns_ * tileRows_) * sizeof(float));
    const std::uint64_t offset = placeOf(band_, "BLOCK_OFFSET", row, column);
    const std::uint64_t bytes = placeOf(band_, "BLOCK_SIZE", row, column);
    // Bytes that do not compress grow a little; a size far beyond is damage.
    if (offset == 0 || bytes == 0 || bytes > 2 * shop.stored.size() + 1024) {
        return {};
    }
    shop.packed.reserve(shop.stored.size());  // most tiles are smaller: one size for all
    shop.packed.resize(bytes);
    if (VSIFSeekL(file_.get(), offset, SEEK_SET) != 0 ||
        VSIFReadL(shop.packed.data(), 1, bytes, file_.get()) != bytes) {
        return {};
    }
    std::size_t unpacked = 0;
    if (isZstd_) {
        // An error is a number larger than any size.
        unpacked = ZSTD_decompressDCtx(shop.zstd.get(), shop.stored.data(), shop.stored.size(),
                                       shop.packed.data(), bytes);
    } else if (CPLZLibInflate(shop.packed.data(), bytes, shop.stored.data(), shop.stored.size(),
                              &unpacked) == nullptr) {
        return {};
    }
    return unpacked == shop.stored.size() ? std::span<const std::uint8_t>(shop.stored)
                                          : std::span<const std::uint8_t>();
}

bool FloatTiles::read(const core::CellWindow& window, core::RasterView<float> values) {
    const auto rowBytes = static_cast<std::size_t>(tileColumns_) * sizeof(float);
    std::vector<float> line(static_cast<std::size_t>(tileColumns_));
    for (auto row = window.row / tileRows_; row * tileRows_ < window.endRow(); ++row) {
        for (auto column = window.column / tileColumns_; column * tileColumns_ < window.endColumn();
             ++column) {
            const auto stored = unpack(row, column);
            if (stored.empty()) {
                return false;
            }
            const core::CellWindow tile{column * tileColumns_, row * tileRows_, tileColumns_,
                                        tileRows_};
            const auto part = core::intersection(tile, window);
            for (auto cell = part.row; cell < part.endRow(); ++cell) {
                const auto bytes =
                    stored.subspan(static_cast<std::size_t>(cell - tile.row) * rowBytes, rowBytes);
                float* to = values.row(cell - window.row) + (part.column - window.column);
                if (part.columns == tileColumns_) {
                    undoFloatPredictor(bytes, {to, line.size()});
                } else {
                    undoFloatPredictor(bytes, line);
                    std::copy_n(line.begin() + (part.column - tile.column), part.columns, to);
                }
            }
        }
    }
    return true;
}

}  // namespace lommer::gis
