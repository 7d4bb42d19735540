#include "gis/vector_io/vector_dataset.h"

#include "core/base/error.h"
#include "gis/platform/file_error.h"
#include "gis/vector_io/gml_template.h"

#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lommer::gis {
namespace {

using core::ErrorCode;

struct VsiCloser {
    void operator()(VSILFILE* file) const noexcept { VSIFCloseL(file); }
};

/// `count` bytes from `offset`; fewer where the file ends.
std::string bytesAt(const std::filesystem::path& path, vsi_l_offset offset, std::size_t count) {
    const std::unique_ptr<VSILFILE, VsiCloser> file(VSIFOpenL(gdalPath(path).c_str(), "rb"));
    std::string bytes(count, '\0');
    if (file == nullptr || VSIFSeekL(file.get(), offset, SEEK_SET) != 0) {
        return {};
    }
    bytes.resize(VSIFReadL(bytes.data(), 1, count, file.get()));
    return bytes;
}

std::uint32_t bigEndian(std::string_view bytes, std::size_t offset, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t index = 0; index < count; ++index) {
        value = value << 8U | static_cast<unsigned char>(bytes[offset + index]);
    }
    return value;
}

[[noreturn]] void throwIncomplete(const std::filesystem::path& path, const std::string& why) {
    throw core::Error(ErrorCode::fileIncomplete, {{"file", shownName(path)}}, why);
}

/// SQLite writes its number of pages in the header (SQLite file format, 1.3): a copy that broke off
/// is shorter. The number counts only where the writer kept it (bytes 24 and 92 agree).
void requireWholeDatabase(const std::filesystem::path& path, std::string_view header,
                          std::int64_t bytes) {
    constexpr std::size_t kHeaderBytes = 100;
    if (header.size() < kHeaderBytes) {
        throwIncomplete(path, "the database header is cut off");
    }
    const std::uint32_t stated = bigEndian(header, 16, 2);
    const std::int64_t pageBytes = stated == 1 ? 65536 : stated;
    const std::int64_t pages = bigEndian(header, 28, 4);
    const bool isKept = bigEndian(header, 24, 4) == bigEndian(header, 92, 4);
    if (isKept && pages * pageBytes > bytes) {
        throwIncomplete(
            path, std::to_string(bytes) + " of " + std::to_string(pages * pageBytes) + " bytes");
    }
}

/// A shapefile is at least .shp and .shx; the header tells the length in 16-bit words.
void requireWholeShapefile(const std::filesystem::path& path, std::int64_t bytes) {
    constexpr std::size_t kHeaderBytes = 100;
    const std::string header = bytesAt(path, 0, kHeaderBytes);
    constexpr std::uint32_t kMagic = 9994;
    if (header.size() >= 4 && bigEndian(header, 0, 4) != kMagic) {
        throw core::Error(ErrorCode::fileUnreadable, {{"file", shownName(path)}},
                          "not a shapefile");
    }
    if (header.size() < kHeaderBytes || std::int64_t{2} * bigEndian(header, 24, 4) > bytes) {
        throwIncomplete(path, "the .shp file is cut off");
    }
    for (const char* ending : {".shx", ".SHX"}) {
        auto index = path;
        index.replace_extension(ending);
        VSIStatBufL status{};
        if (VSIStatL(gdalPath(index).c_str(), &status) == 0) {
            return;
        }
    }
    throwIncomplete(path, "the .shx file is not there");
}

/// The last byte of a text that is no white space; 0 where the end is nothing else.
char lastSign(const std::filesystem::path& path, std::int64_t bytes) {
    constexpr std::int64_t kTail = 512;
    const std::int64_t start = std::max<std::int64_t>(0, bytes - kTail);
    const std::string tail =
        bytesAt(path, static_cast<vsi_l_offset>(start), static_cast<std::size_t>(bytes - start));
    const auto last = tail.find_last_not_of(" \t\r\n");
    return last == std::string::npos ? '\0' : tail[last];
}

/// A JSON text ends with the bracket that its start opened.
void requireWholeJson(const std::filesystem::path& path, std::int64_t bytes) {
    constexpr std::size_t kHead = 512;
    const std::string head = bytesAt(path, 0, kHead);
    const auto first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first != std::string::npos && head[first] == '{' && lastSign(path, bytes) != '}') {
        throwIncomplete(path, "the text ends before the last bracket");
    }
}

/// XML ends with the bracket of its last tag.
void requireWholeXml(const std::filesystem::path& path, std::int64_t bytes) {
    if (lastSign(path, bytes) != '>') {
        throwIncomplete(path, "the text ends before the last tag");
    }
}

/// A zip, as workbooks are, ends with its list of contents (ZIP specification 4.3.16).
void requireWholeZip(const std::filesystem::path& path, std::int64_t bytes) {
    constexpr std::int64_t kLongestEnd = 22 + 65'535;
    const std::int64_t start = std::max<std::int64_t>(0, bytes - kLongestEnd);
    const std::string tail =
        bytesAt(path, static_cast<vsi_l_offset>(start), static_cast<std::size_t>(bytes - start));
    if (tail.find("PK\x05\x06") == std::string::npos) {
        throwIncomplete(path, "the list of contents at the end is not there");
    }
}

struct Way {
    std::vector<const char*> drivers;  // ends with null
    std::vector<const char*> options;  // ends with null
    /// One more option, where there is one.
    std::string extra = {};
};

/// Which drivers may try, and how. By content where it says so, else by the ending of the name.
Way wayFor(const std::filesystem::path& path, const FileState& state) {
    const std::string header = bytesAt(path, 0, 100);
    const std::string ending = lowerEnding(path);
    if (header.starts_with("SQLite format 3")) {
        requireWholeDatabase(path, header, state.bytes);
        const char* driver = ending == ".gpkg" ? "GPKG" : nullptr;
        return {{driver != nullptr ? driver : "SQLite", "GPKG", nullptr},
                {"IMMUTABLE=YES", nullptr}};
    }
    if (ending == ".shp") {
        requireWholeShapefile(path, state.bytes);
        return {{"ESRI Shapefile", nullptr}, {nullptr}};
    }
    if (ending == ".dbf") {
        return {{"ESRI Shapefile", nullptr}, {nullptr}};
    }
    if (ending == ".geojson" || ending == ".json") {
        requireWholeJson(path, state.bytes);
    }
    if (ending == ".gml" || ending == ".citygml") {
        requireWholeXml(path, state.bytes);
        const std::filesystem::path given = gmlTemplateFor(path);
        return {{"GML", nullptr},
                {"WRITE_GFS=NO", nullptr},
                given.empty() ? std::string() : "GFS_TEMPLATE=" + gdalPath(given)};
    }
    if (isBagExtract(path)) {
        return {{"LVBAG", nullptr}, {nullptr}};
    }
    if (ending == ".xlsx" || ending == ".xlsm" || ending == ".ods" || ending == ".xls") {
        if (header.starts_with("PK")) {
            requireWholeZip(path, state.bytes);
        }
        return {{"XLSX", "ODS", "XLS", nullptr}, {nullptr}};
    }
    return {{"GeoJSON", "GeoJSONSeq", "TopoJSON", "FlatGeobuf", "OpenFileGDB", nullptr}, {nullptr}};
}

}  // namespace

bool isBagExtract(const std::filesystem::path& path) {
    const std::string text = gdalPath(path);
    if (text.starts_with("/vsizip/") && text.ends_with('}')) {
        return true;  // all parts of one object type, as `dataFilesUnder` found them
    }
    constexpr std::size_t kHead = 2048;
    return lowerEnding(path) == ".xml" &&
           bytesAt(path, 0, kHead).find("bagStand") != std::string::npos;
}

FileState stateOf(const std::filesystem::path& path) {
    VSIStatBufL status{};
    if (VSIStatL(gdalPath(path).c_str(), &status) != 0) {
        throw core::Error(ErrorCode::fileMissing, {{"file", shownName(path)}}, gdalPath(path));
    }
    return {static_cast<std::int64_t>(status.st_size), static_cast<std::int64_t>(status.st_mtime)};
}

DatasetHandle openVectorDataset(const std::filesystem::path& path) {
    GdalErrors errors;
    Way way = wayFor(path, stateOf(path));
    if (!way.extra.empty()) {
        way.options.insert(way.options.begin(), way.extra.c_str());
    }
    // Rows are read and filtered without the hundreds of functions that SpatiaLite adds to each
    // database that is opened, which takes about a millisecond each time.
    std::optional<ThreadSetting> plain;
    if (way.drivers.front() != nullptr && std::string_view(way.drivers.front()) == "GPKG") {
        plain.emplace("SPATIALITE_LOAD", "NO");
    }
    DatasetHandle dataset(GDALOpenEx(gdalPath(path).c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY,
                                     way.drivers.data(), way.options.data(), nullptr));
    if (dataset == nullptr) {
        throw core::Error(ErrorCode::fileUnreadable, {{"file", shownName(path)}}, errors.text());
    }
    return dataset;
}

bool hasPendingChanges(const std::filesystem::path& path) {
    VSIStatBufL status{};
    return VSIStatL((gdalPath(path) + "-wal").c_str(), &status) == 0 && status.st_size > 0;
}

}  // namespace lommer::gis
