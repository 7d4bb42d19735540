#include "gis/registers/data_files.h"

#include "core/base/error.h"
#include "gis/platform/file_error.h"
#include "gis/platform/gdal_error.h"
#include "gis/registers/knmi_hours.h"
#include "gis/registers/statline_json.h"
#include "gis/vector_io/ogr_handles.h"
#include "gis/vector_io/vector_dataset.h"

#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace lommer::gis {
namespace {

namespace fs = std::filesystem;

constexpr int kDeepestLevel = 4;

constexpr std::array<std::string_view, 8> kRasters{".tif", ".tiff", ".asc", ".vrt",
                                                   ".img", ".jp2",  ".bil", ".flt"};
constexpr std::array<std::string_view, 18> kTables{
    ".gpkg",     ".shp",     ".geojson", ".fgb",        ".sqlite", ".csv",
    ".tsv",      ".xlsx",    ".xlsm",    ".spatialite", ".gdb",    ".geojsonl",
    ".topojson", ".sqlite3", ".gml",     ".citygml",    ".ods",    ".xls"};
constexpr std::array<std::string_view, 9> kOtherFormats{".dxf", ".dwg", ".kml", ".kmz",    ".laz",
                                                        ".las", ".tab", ".mif", ".parquet"};

template <std::size_t Count>
bool contains(const std::array<std::string_view, Count>& endings, const std::string& ending) {
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

struct VsiCloser {
    void operator()(VSILFILE* file) const noexcept { VSIFCloseL(file); }
};

std::string firstBytes(const fs::path& path, std::size_t count) {
    const std::unique_ptr<VSILFILE, VsiCloser> file(VSIFOpenL(gdalPath(path).c_str(), "rb"));
    std::string bytes(count, '\0');
    bytes.resize(file == nullptr ? 0 : VSIFReadL(bytes.data(), 1, count, file.get()));
    return bytes;
}

bool isThere(const fs::path& path) {
    VSIStatBufL status{};
    return VSIStatExL(gdalPath(path).c_str(), &status, VSI_STAT_EXISTS_FLAG) == 0;
}

// Many programs write .json; only some of it is about places.
bool isGeoJson(const fs::path& path) {
    constexpr std::size_t kHead = 4096;
    const std::string head = firstBytes(path, kHead);
    return head.find("\"FeatureCollection\"") != std::string::npos ||
           head.find("\"Feature\"") != std::string::npos ||
           head.find("\"Topology\"") != std::string::npos;
}

bool isDatabase(const fs::path& path) {
    return firstBytes(path, 16).starts_with("SQLite format 3");
}

// A .dbf belongs to the shapefile beside it; alone it is a table.
bool isLoneDbf(const fs::path& path) {
    return !isThere(fs::path(path).replace_extension(".shp")) &&
           !isThere(fs::path(path).replace_extension(".SHP"));
}

/// Also the file that a spreadsheet program puts beside a workbook while it is open there.
bool isHidden(const fs::path& name) {
    return utf8(name).starts_with('.') || utf8(name).starts_with("~$");
}

bool isFileGdb(const fs::path& path) {
    return lowerEnding(path) == ".gdb";
}

void addZip(const fs::path& zip, int level, FoundFiles& found);
void addFolder(const fs::path& folder, int level, FoundFiles& found);

/// One entry of a folder: what cannot be opened does not spoil the rest.
void addEntry(const fs::path& path, bool isFolder, int level, FoundFiles& found) {
    const FileKind kind = isFolder ? FileKind::noData : kindOfFile(path);
    try {
        if (isFolder && level < kDeepestLevel) {
            addFolder(path, level + 1, found);
        } else if (kind == FileKind::zip) {
            addZip(path, 1, found);
        } else if (kind != FileKind::noData) {
            found.files.push_back({path, kind});
        }
    } catch (const core::Error& error) {
        found.failures.push_back({path, error});
    }
}

void addFolder(const fs::path& folder, int level, FoundFiles& found) {
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    if (error) {
        throwReadError(error, folder);
    }
    for (; entry != fs::directory_iterator(); entry.increment(error)) {
        const fs::path path = entry->path();
        if (!isHidden(path.filename())) {
            addEntry(path, entry->is_directory(error) && !isFileGdb(path), level, found);
        }
    }
    if (error) {
        throwReadError(error, folder);
    }
}

struct DirCloser {
    void operator()(VSIDIR* dir) const noexcept { VSICloseDir(dir); }
};

/// The path of a zip as GDAL looks into it; a zip in a zip has one as well.
std::string rootOf(const fs::path& zip) {
    const bool isMember = utf8(zip).starts_with("/vsi");
    return "/vsizip/{" + gdalPath(isMember ? zip : fs::absolute(zip)) + "}";
}

/// The FileGDB folder that a member of a zip lies in; nothing outside one.
std::optional<fs::path> geodatabaseOf(const fs::path& member) {
    const auto gdb = std::find_if(member.begin(), member.end(), isFileGdb);
    if (gdb == member.end()) {
        return std::nullopt;
    }
    fs::path whole;
    for (auto part = member.begin(); part != std::next(gdb); ++part) {
        whole /= *part;
    }
    return whole;
}

/// A zip in a zip, as the BAG is delivered; what is deeper counts as a format that is not read.
void addInnerZip(const fs::path& zip, int level, FoundFiles& found) {
    if (level > 1) {
        found.files.push_back({zip, FileKind::otherFormat});
        return;
    }
    try {
        addZip(zip, level + 1, found);
    } catch (const core::Error& error) {
        found.failures.push_back({zip, error});
    }
}

void addZip(const fs::path& zip, int level, FoundFiles& found) {
    const std::string root = rootOf(zip);
    GdalErrors errors;
    const std::unique_ptr<VSIDIR, DirCloser> dir(VSIOpenDir(root.c_str(), kDeepestLevel, nullptr));
    if (dir == nullptr) {
        throw core::Error(core::ErrorCode::fileIncomplete, {{"file", shownName(zip)}},
                          errors.text());
    }
    std::set<std::string> geodatabases;
    while (const VSIDIREntry* entry = VSIGetNextDirEntry(dir.get())) {
        const fs::path member = pathFromUtf8(entry->pszName);
        const bool isInHidden = std::any_of(member.begin(), member.end(), isHidden);
        if (isInHidden || member.begin()->string() == "__MACOSX") {
            continue;
        }
        const fs::path path = pathFromUtf8(root + "/" + gdalPath(member));
        if (const auto gdb = geodatabaseOf(member)) {
            geodatabases.insert(root + "/" + gdalPath(*gdb));
        } else if (VSI_ISDIR(entry->nMode)) {
            continue;
        } else if (isBagExtract(path)) {
            // Its parts are one layer, which GDAL puts together.
            found.files.push_back({pathFromUtf8(root), FileKind::table});
            return;
        } else if (kindOfFile(path) == FileKind::zip) {
            addInnerZip(path, level, found);
        } else if (kindOfFile(path) != FileKind::noData) {
            found.files.push_back({path, kindOfFile(path)});
        }
    }
    for (const std::string& path : geodatabases) {
        found.files.push_back({pathFromUtf8(path), FileKind::table});
    }
}

}  // namespace

std::vector<std::string_view> dataEndings() {
    std::vector<std::string_view> endings(kRasters.begin(), kRasters.end());
    endings.insert(endings.end(), kTables.begin(), kTables.end());
    endings.emplace_back(".dbf");
    return endings;
}

FileKind kindOfFile(const fs::path& path) {
    const std::string ending = lowerEnding(path);
    if (contains(kRasters, ending)) {
        return FileKind::raster;
    }
    if (contains(kTables, ending) ||
        (ending == ".json" && (isGeoJson(path) || isStatLineJson(path))) ||
        (ending == ".db" && isDatabase(path)) || isBagExtract(path) ||
        (ending == ".txt" && isKnmiHours(path)) || (ending == ".dbf" && isLoneDbf(path))) {
        return FileKind::table;
    }
    if (ending == ".zip") {
        return FileKind::zip;
    }
    return contains(kOtherFormats, ending) ? FileKind::otherFormat : FileKind::noData;
}

FoundFiles dataFilesUnder(const fs::path& path) {
    FoundFiles found;
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) {
        addFolder(path, 1, found);
    } else {
        addZip(path, 1, found);
    }
    std::sort(found.files.begin(), found.files.end(),
              [](const DataFile& a, const DataFile& b) { return a.path < b.path; });
    return found;
}

}  // namespace lommer::gis
