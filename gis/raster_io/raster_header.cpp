#include "gis/raster_io/raster_header.h"

#include "gis/platform/file_error.h"
#include "gis/platform/gdal_error.h"

#include <cpl_string.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>

namespace lommer::gis {
namespace {

using core::Error;
using core::ErrorCode;

constexpr std::int64_t kBlockSide = 512;
constexpr std::int64_t kBlockCells = kBlockSide * kBlockSide;
// A file may be one single block; then pieces of it are read instead.
constexpr std::int64_t kLargestBlockCells = 16 * kBlockCells;

bool isVirtual(const std::filesystem::path& path) {
    return utf8(path).rfind("/vsi", 0) == 0;
}

bool startsAsTiff(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::array<char, 4> head{};
    file.read(head.data(), head.size());
    const std::string_view text(head.data(), head.size());
    using namespace std::string_view_literals;
    return file &&
           (text == "II*\0"sv || text == "MM\0*"sv || text == "II+\0"sv || text == "MM\0+"sv);
}

RasterLevel levelOf(GDALRasterBand& band) {
    int blockColumns = 0;
    int blockRows = 0;
    band.GetBlockSize(&blockColumns, &blockRows);
    RasterLevel level{band.GetXSize(), band.GetYSize(), blockColumns, blockRows};
    if (level.blockColumns * level.blockRows > kLargestBlockCells) {
        level.blockColumns = level.blockColumns >= level.columns ? level.columns : kBlockSide;
        level.blockRows = std::max<std::int64_t>(1, kBlockCells / level.blockColumns);
        return level;
    }
    if (level.blockColumns < level.columns) {
        level.blockColumns *= std::max<std::int64_t>(1, kBlockSide / level.blockColumns);
    }
    level.blockRows *= std::max<std::int64_t>(
        1, kBlockCells / std::max<std::int64_t>(1, level.blockColumns * level.blockRows));
    return level;
}

// Where the last tile ends tells whether the file was cut short, without reading a cell.
void throwIfCutShort(GDALRasterBand& band, const RasterHeader& header) {
    int blockColumns = 0;
    int blockRows = 0;
    band.GetBlockSize(&blockColumns, &blockRows);
    const int column = (band.GetXSize() - 1) / blockColumns;
    const int row = (band.GetYSize() - 1) / blockRows;
    const auto item = [&](const char* name) -> std::int64_t {
        const char* text = band.GetMetadataItem(CPLSPrintf("%s_%d_%d", name, column, row), "TIFF");
        return text == nullptr ? 0 : std::stoll(text);
    };
    const auto end = item("BLOCK_OFFSET") + item("BLOCK_SIZE");
    if (end > header.stamp.bytes) {
        throw Error(ErrorCode::fileIncomplete,
                    {{"file", utf8(header.path.filename())},
                     {"bytes", header.stamp.bytes},
                     {"expected", end}},
                    utf8(header.path));
    }
}

void readPlace(GDALDataset& file, RasterHeader& header) {
    std::array<double, 6> place{};
    const core::Arguments arguments{{"file", utf8(header.path.filename())}};
    if (file.GetGeoTransform(place.data()) != CE_None) {
        // Only loose control points: their cells lie askew as a rule.
        throw Error(file.GetGCPCount() > 0 ? ErrorCode::rasterRotated : ErrorCode::crsMissing,
                    arguments, utf8(header.path));
    }
    const auto rows = static_cast<double>(file.GetRasterYSize());
    const auto columns = static_cast<double>(file.GetRasterXSize());
    constexpr double kLargestShearCells = 1e-3;
    const bool isSheared = std::abs(place[2]) * rows > kLargestShearCells * std::abs(place[1]) ||
                           std::abs(place[4]) * columns > kLargestShearCells * std::abs(place[5]);
    if (isSheared || place[1] <= 0.0 || place[5] == 0.0) {
        throw Error(ErrorCode::rasterRotated, arguments, utf8(header.path));
    }
    header.isSouthUp = place[5] > 0.0;
    header.left = place[0];
    header.top = header.isSouthUp ? place[3] + place[5] * rows : place[3];
    header.cellWidth = place[1];
    header.cellHeight = std::abs(place[5]);
}

void readBand(GDALRasterBand& band, RasterHeader& header) {
    header.type = band.GetRasterDataType();
    int hasNoData = FALSE;
    const double noData = band.GetNoDataValue(&hasNoData);
    if (hasNoData != FALSE) {
        header.noData = noData;
    }
    header.scale = band.GetScale();
    header.offset = band.GetOffset();
    const int mask = band.GetMaskFlags();
    header.hasMask = (mask & (GMF_ALL_VALID | GMF_NODATA)) == 0;
    header.description = band.GetDescription();
    header.isClasses = band.GetColorTable() != nullptr || band.GetCategoryNames() != nullptr;
    header.levels.push_back(levelOf(band));
    for (int index = 0; index < band.GetOverviewCount(); ++index) {
        auto* overview = band.GetOverview(index);
        if (overview != nullptr && overview->GetXSize() < header.levels.back().columns) {
            header.levels.push_back(levelOf(*overview));
        } else {
            break;  // an overview out of order: levels must stay the overviews' numbers
        }
    }
}

}  // namespace

core::Bounds RasterHeader::bounds() const noexcept {
    return {left, top - static_cast<double>(levels[0].rows) * cellHeight,
            left + static_cast<double>(levels[0].columns) * cellWidth, top};
}

bool RasterHeader::isSquare() const noexcept {
    const auto cells = static_cast<double>(std::max(levels[0].columns, levels[0].rows));
    // Together over the whole raster less than a thousandth of a cell: decimal cell sizes.
    return std::abs(cellWidth - cellHeight) * cells <= 1e-3 * cellWidth;
}

GDALDatasetUniquePtr openDataset(const std::filesystem::path& path) {
    CPLErrorReset();
    GDALDatasetUniquePtr file(
        GDALDataset::Open(utf8(path).c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY));
    if (file != nullptr && file->GetRasterCount() > 0) {
        return file;
    }
    const auto error = gdalReadError(
        startsAsTiff(path) ? ErrorCode::fileIncomplete : ErrorCode::fileUnreadable, path);
    stampOf(path);  // throws file-missing where that is the reason
    throw Error(error);
}

RasterStamp stampOf(const std::filesystem::path& path) {
    if (isVirtual(path)) {
        VSIStatBufL status;
        if (VSIStatL(utf8(path).c_str(), &status) != 0) {
            throw Error(ErrorCode::fileMissing, {{"file", utf8(path.filename())}}, utf8(path));
        }
        return {static_cast<std::int64_t>(status.st_size),
                static_cast<std::int64_t>(status.st_mtime)};
    }
    std::error_code error;
    const auto modified = std::filesystem::last_write_time(path, error);
    if (error) {
        throwReadError(error, path);
    }
    // A folder can be one raster too (ESRI grid): its time says enough.
    const auto bytes = std::filesystem::file_size(path, error);
    return {error ? 0 : static_cast<std::int64_t>(bytes),
            static_cast<std::int64_t>(modified.time_since_epoch().count())};
}

RasterHeader readHeader(const std::filesystem::path& path) {
    RasterHeader header;
    header.path = path;
    header.stamp = stampOf(path);
    const auto file = openDataset(path);
    header.driver = file->GetDriver()->GetDescription();
    readPlace(*file, header);
    auto& band = *file->GetRasterBand(1);
    readBand(band, header);
    if (header.driver == "GTiff") {
        throwIfCutShort(band, header);
    }
    if (GDALDataTypeIsComplex(header.type) != FALSE) {
        throw Error(ErrorCode::fileUnreadable,
                    {{"file", utf8(path.filename())}, {"reason", std::string("complex-numbers")}},
                    utf8(path));
    }
    if (const auto* crs = file->GetSpatialRef(); crs != nullptr && !crs->IsLocal()) {
        char* text = nullptr;
        const char* const options[] = {"FORMAT=WKT2_2019", nullptr};
        if (crs->exportToWkt(&text, options) == OGRERR_NONE) {
            header.crs = text;
        }
        CPLFree(text);
    }
    return header;
}

}  // namespace lommer::gis
