#include "gis/raster_io/tile_codec.h"

#include "core/base/assert.h"
#include "gis/platform/identity.h"
#include "gis/raster_io/storage.h"

#include <zstd.h>

#include <cmath>
#include <cstring>
#include <limits>
#include <memory>

namespace lommer::gis {
namespace {

constexpr float kHole = std::numeric_limits<float>::quiet_NaN();
constexpr auto kTileCells = static_cast<std::size_t>(kTileSide * kTileSide);

// Branch-free, so that the compiler makes vectors of it: adding and taking away 2^23 steps leaves
// no room for a fraction of a step. Above 2^23 steps a float has no such fraction anyway.
float rounded(float value, float limit) noexcept {
    const float magnitude = std::abs(value);
    const float whole = (magnitude + limit) - limit;
    return std::copysign(magnitude < limit ? whole : magnitude, value);
}

// Bytes of a row, the most significant of all values first, each as difference from the byte before
// (Adobe Photoshop TIFF Technical Note 3).
void predictFloatRow(const float* from, std::uint8_t* to) noexcept {
    constexpr auto count = static_cast<std::size_t>(kTileSide);
    std::array<std::uint32_t, count> bits;
    std::array<std::uint8_t, 4 * count> planes;
    std::memcpy(bits.data(), from, sizeof(bits));
    for (std::size_t i = 0; i < count; ++i) {
        planes[i] = static_cast<std::uint8_t>(bits[i] >> 24);
    }
    for (std::size_t i = 0; i < count; ++i) {
        planes[count + i] = static_cast<std::uint8_t>(bits[i] >> 16);
    }
    for (std::size_t i = 0; i < count; ++i) {
        planes[2 * count + i] = static_cast<std::uint8_t>(bits[i] >> 8);
    }
    for (std::size_t i = 0; i < count; ++i) {
        planes[3 * count + i] = static_cast<std::uint8_t>(bits[i]);
    }
    to[0] = planes[0];
    for (std::size_t i = 1; i < planes.size(); ++i) {
        to[i] = static_cast<std::uint8_t>(planes[i] - planes[i - 1]);
    }
}

template <class Stored>
void predictRow(const Stored* from, std::uint8_t* to) noexcept {
    if constexpr (std::numeric_limits<Stored>::is_integer) {
        std::array<Stored, static_cast<std::size_t>(kTileSide)> differences;
        differences[0] = from[0];
        for (std::size_t i = 1; i < differences.size(); ++i) {
            // Unsigned: wraps around, as the reader's sum does.
            using Unsigned = std::make_unsigned_t<Stored>;
            differences[i] = static_cast<Stored>(static_cast<Unsigned>(
                static_cast<Unsigned>(from[i]) - static_cast<Unsigned>(from[i - 1])));
        }
        std::memcpy(to, differences.data(), sizeof(differences));
    } else {
        predictFloatRow(from, to);
    }
}

template <class Stored>
void store(const float* from, std::int64_t count, Stored* to) {
    if constexpr (std::numeric_limits<Stored>::is_integer) {
        constexpr auto hole = std::numeric_limits<Stored>::max();
        constexpr auto lowest = static_cast<double>(std::numeric_limits<Stored>::min());
        bool isFitting = true;
        for (std::int64_t i = 0; i < count; ++i) {
            const double value = std::nearbyint(static_cast<double>(from[i]));
            const bool isHole = std::isnan(from[i]);
            const bool isInside = value >= lowest && value < static_cast<double>(hole);
            isFitting = isFitting && (isHole || isInside);
            to[i] = isInside ? static_cast<Stored>(value) : hole;
        }
        LOMMER_ASSERT(isFitting);
    } else {
        std::memcpy(to, from, static_cast<std::size_t>(count) * sizeof(float));
    }
}

}  // namespace

void copyRounded(core::RasterView<const float> from, core::RasterView<float> to,
                 std::optional<int> exponent) {
    const float limit = exponent ? std::ldexp(1.0F, *exponent + 23) : 0.0F;
    for (std::int64_t row = 0; row < from.rows(); ++row) {
        const float* source = from.row(row);
        float* target = to.row(row);
        for (std::int64_t column = 0; column < from.columns(); ++column) {
            const float value = rounded(source[column], limit) + 0.0F;
            target[column] = value == value ? value : kHole;
        }
    }
}

namespace {

void halveContinuousRow(const float* north, const float* south, float* to, std::int64_t count) {
    for (std::int64_t i = 0; i < count; ++i) {
        const float a = north[2 * i];
        const float b = north[2 * i + 1];
        const float c = south[2 * i];
        const float d = south[2 * i + 1];
        const float sum = ((a == a ? a : 0.0F) + (b == b ? b : 0.0F)) +
                          ((c == c ? c : 0.0F) + (d == d ? d : 0.0F));
        const float known = ((a == a ? 1.0F : 0.0F) + (b == b ? 1.0F : 0.0F)) +
                            ((c == c ? 1.0F : 0.0F) + (d == d ? 1.0F : 0.0F));
        const float mean = sum / known;  // 0 / 0 where all are holes
        to[i] = mean == mean ? mean : kHole;
    }
}

float mostFrequent(float a, float b, float c, float d) noexcept {
    if (a == b || a == c || a == d) {
        return a;
    }
    if (b == c || b == d) {
        return b;
    }
    if (c == d) {
        return c;
    }
    for (const float value : {a, b, c, d}) {
        if (value == value) {
            return value;
        }
    }
    return kHole;
}

void halveClassRow(const float* north, const float* south, float* to, std::int64_t count) {
    for (std::int64_t i = 0; i < count; ++i) {
        to[i] = mostFrequent(north[2 * i], north[2 * i + 1], south[2 * i], south[2 * i + 1]);
    }
}

}  // namespace

void halve(core::RasterView<const float> from, core::RasterView<float> to, bool isContinuous) {
    LOMMER_ASSERT(to.columns() * 2 <= from.columns() && to.rows() * 2 <= from.rows());
    for (std::int64_t row = 0; row < to.rows(); ++row) {
        const float* north = from.row(2 * row);
        const float* south = from.row(2 * row + 1);
        if (isContinuous) {
            halveContinuousRow(north, south, to.row(row), to.columns());
        } else {
            halveClassRow(north, south, to.row(row), to.columns());
        }
    }
}

namespace {

/// Not cleared, and in one piece of memory: each first touch of a small page costs.
class Workshop {
public:
    float* cells() noexcept { return memory_.view().row(0); }
    /// As stored, for a digest or under its predictor.
    std::byte* stored() noexcept { return bytesAt(1); }
    std::byte* compressed() noexcept { return bytesAt(2); }
    static std::size_t compressedBytes() noexcept { return ZSTD_compressBound(kTileBytes); }
    ZSTD_CCtx* zstd() noexcept { return zstd_.get(); }

private:
    static constexpr std::size_t kTileBytes = kTileCells * sizeof(float);

    std::byte* bytesAt(std::int64_t tile) noexcept {
        return reinterpret_cast<std::byte*>(memory_.view().row(tile));
    }

    // Tiles, two of them for what is compressed: bytes that do not compress grow a little.
    core::RasterBuffer<float> memory_ =
        core::RasterBuffer<float>::unfilled(static_cast<std::int64_t>(kTileCells), 4);
    std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> zstd_{ZSTD_createCCtx(), ZSTD_freeCCtx};
};

Workshop& workshop() {
    thread_local Workshop own;
    return own;
}

}  // namespace

core::RasterView<float> TileCodec::tile() {
    return {workshop().cells(), kTileSide, kTileSide, kTileSide};
}

std::string TileCodec::digest(core::RasterView<const float> tile, std::int64_t columns,
                              std::int64_t rows) const {
    return withStorage(storage_, [&](auto zero) {
        using Stored = decltype(zero);
        auto* stored = reinterpret_cast<Stored*>(workshop().stored());
        for (std::int64_t row = 0; row < rows; ++row) {
            store(tile.row(row), columns, stored + row * columns);
        }
        Sha256 sha;
        sha.add(stored, static_cast<std::size_t>(columns * rows) * sizeof(Stored));
        return sha.finish();
    });
}

std::span<const std::byte> TileCodec::encode(core::RasterView<const float> tile) const {
    constexpr int kLevel = 1;
    Workshop& shop = workshop();
    LOMMER_ASSERT(shop.zstd() != nullptr);
    auto* predicted = reinterpret_cast<std::uint8_t*>(shop.stored());
    const auto bytes = withStorage(storage_, [&](auto zero) {
        using Stored = decltype(zero);
        std::array<Stored, static_cast<std::size_t>(kTileSide)> row;
        constexpr std::size_t rowBytes = sizeof(row);
        for (std::int64_t index = 0; index < kTileSide; ++index) {
            store(tile.row(index), kTileSide, row.data());
            predictRow(row.data(), predicted + static_cast<std::size_t>(index) * rowBytes);
        }
        return static_cast<std::size_t>(kTileSide) * rowBytes;
    });
    const auto size = ZSTD_compressCCtx(shop.zstd(), shop.compressed(), Workshop::compressedBytes(),
                                        shop.stored(), bytes, kLevel);
    LOMMER_ASSERT(ZSTD_isError(size) == 0);
    return {shop.compressed(), size};
}

}  // namespace lommer::gis
