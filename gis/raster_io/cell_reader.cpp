#include "gis/raster_io/cell_reader.h"

#include "core/base/assert.h"
#include "gis/platform/file_error.h"
#include "gis/platform/gdal_error.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lommer::gis {
namespace {

constexpr float kHole = std::numeric_limits<float>::quiet_NaN();
// No height, temperature or count comes near; 3.4e38, 3.402823e38 and infinity all mean "nothing".
constexpr double kHuge = 3e38;

// Types whose every value a float holds are read as float, others as double, so that NoData is
// compared before digits are lost.
bool fitsFloat(GDALDataType type) {
    return type == GDT_Byte || type == GDT_Int16 || type == GDT_UInt16 || type == GDT_Float32;
}

// Turns stored values into real ones in place of `to`; true where a huge value was found that
// NoData does not explain.
template <class Stored>
bool resolve(const Stored* from, std::int64_t count, const RasterHeader& header, float* to) {
    // NaN is equal to nothing, so it can stand for "none"; also for what a float cannot hold, as
    // every huge value is a hole anyway.
    const auto noData = header.noData && std::abs(*header.noData) < kHuge
                            ? static_cast<Stored>(*header.noData)
                            : std::numeric_limits<Stored>::quiet_NaN();
    const bool isPlain = header.scale == 1.0 && header.offset == 0.0;
    constexpr auto huge = static_cast<Stored>(kHuge);
    bool isHugeFound = false;
    for (std::int64_t i = 0; i < count; ++i) {
        const Stored value = from[i];
        // Not std::isnan: the loop is done in lanes.
        const bool isKnown = value == value;  // NOLINT(misc-redundant-expression)
        const bool isHuge = !(std::abs(value) < huge) && isKnown;
        const bool isNoData = value == noData;
        isHugeFound |= isHuge;
        to[i] = isHuge || isNoData ? kHole : static_cast<float>(value);
    }
    if (!isPlain) {
        for (std::int64_t i = 0; i < count; ++i) {
            to[i] = static_cast<float>(static_cast<double>(to[i]) * header.scale + header.offset);
        }
    }
    return isHugeFound;
}

// NoData so large that each huge value is meant, however it was rounded on the way.
bool declaresHuge(const RasterHeader& header) {
    return header.noData && std::abs(*header.noData) >= kHuge;
}

[[noreturn]] void throwReadError(const RasterHeader& header, const core::CellWindow& window) {
    // A file that was taken away or replaced during the read explains the failure better.
    if (stampOf(header.path) != header.stamp) {
        throw core::Error(core::ErrorCode::fileChanged, {{"file", utf8(header.path.filename())}},
                          utf8(header.path));
    }
    throw gdalReadError(core::ErrorCode::fileIncomplete, header.path,
                        {{"row", window.row}, {"column", window.column}});
}

template <class Stored>
void readStored(GDALRasterBand& band, const RasterHeader& header, const core::CellWindow& window,
                GDALDataType type, Stored* values) {
    CPLErrorReset();
    int blockColumns = 0;
    int blockRows = 0;
    band.GetBlockSize(&blockColumns, &blockRows);
    const bool isOneBlock = window.columns == blockColumns && window.rows == blockRows &&
                            window.column % blockColumns == 0 && window.row % blockRows == 0 &&
                            band.GetRasterDataType() == type;
    // One whole block goes past GDAL's cache: ours keeps it already.
    const auto result =
        isOneBlock
            ? band.ReadBlock(static_cast<int>(window.column / blockColumns),
                             static_cast<int>(window.row / blockRows), values)
            : band.RasterIO(GF_Read, static_cast<int>(window.column), static_cast<int>(window.row),
                            static_cast<int>(window.columns), static_cast<int>(window.rows), values,
                            static_cast<int>(window.columns), static_cast<int>(window.rows), type,
                            0, 0, nullptr);
    if (result != CE_None) {
        throwReadError(header, window);
    }
}

void applyMask(GDALRasterBand& band, const RasterHeader& header, const core::CellWindow& window,
               std::span<float> values) {
    std::vector<std::uint8_t> mask(values.size());
    readStored(*band.GetMaskBand(), header, window, GDT_Byte, mask.data());
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = mask[i] == 0 ? kHole : values[i];
    }
}

void flipRows(core::RasterView<float> values) {
    for (std::int64_t row = 0; row < values.rows() / 2; ++row) {
        std::swap_ranges(values.row(row), values.row(row) + values.columns(),
                         values.row(values.rows() - 1 - row));
    }
}

}  // namespace

CellReader::CellReader(std::vector<RasterHeader> files, core::RemarkList& remarks,
                       std::int64_t cacheBytes)
    : files_(std::move(files)), remarks_(remarks), cache_(cacheBytes), isRemarked_(files_.size()) {}

void CellReader::read(std::size_t file, std::size_t level, const core::CellWindow& window,
                      core::RasterView<float> values) const {
    const auto& shape = files_[file].levels[level];
    LOMMER_ASSERT(shape.window().contains(window));
    for (auto row = window.row / shape.blockRows; row * shape.blockRows < window.endRow(); ++row) {
        for (auto column = window.column / shape.blockColumns;
             column * shape.blockColumns < window.endColumn(); ++column) {
            const BlockCache::Key key{file, level, row, column};
            const auto block = cache_.get(key, [&] { return load(key); });
            const core::CellWindow place{column * shape.blockColumns, row * shape.blockRows,
                                         block->columns(), block->rows()};
            const auto part = core::intersection(place, window);
            for (auto line = part.row; line < part.endRow(); ++line) {
                const float* from =
                    block->view().row(line - place.row) + (part.column - place.column);
                std::copy_n(from, part.columns,
                            values.row(line - window.row) + (part.column - window.column));
            }
        }
    }
}

BlockCache::Block CellReader::load(const BlockCache::Key& key) const {
    const auto& header = files_[key.file];
    const auto& shape = header.levels[key.level];
    auto window = core::intersection(
        core::CellWindow{key.column * shape.blockColumns, key.row * shape.blockRows,
                         shape.blockColumns, shape.blockRows},
        shape.window());
    auto block = BlockCache::Block::unfilled(window.columns, window.rows);
    if (header.isSouthUp) {
        window.row = shape.rows - window.endRow();
    }
    const auto lease = handles_.lease(key.file, header);
    auto* band = lease.raster().dataset->GetRasterBand(1);
    const auto& floatTiles = lease.raster().floatTiles;
    if (key.level > 0) {
        band = band->GetOverview(static_cast<int>(key.level) - 1);
    }
    bool isHugeFound = false;
    if (fitsFloat(header.type)) {
        if (key.level > 0 || floatTiles == nullptr || !floatTiles->read(window, block.view())) {
            readStored(*band, header, window, GDT_Float32, block.values().data());
        }
        isHugeFound =
            resolve(block.values().data(), window.cellCount(), header, block.values().data());
    } else {
        std::vector<double> stored(block.values().size());
        readStored(*band, header, window, GDT_Float64, stored.data());
        isHugeFound = resolve(stored.data(), window.cellCount(), header, block.values().data());
    }
    if (header.hasMask) {
        applyMask(*band, header, window, block.values());
    }
    if (header.isSouthUp) {
        flipRows(block.view());
    }
    if (isHugeFound && !declaresHuge(header)) {
        remarkHuge(key.file);
    }
    return block;
}

void CellReader::remarkHuge(std::size_t file) const {
    if (!isRemarked_[file].exchange(true)) {
        remarks_.add({"nodata-assumed", {{"file", utf8(files_[file].path.filename())}}});
    }
}

}  // namespace lommer::gis
