#include "gis/registers/inventory.h"

#include "core/base/error.h"
#include "gis/platform/file_error.h"
#include "gis/raster_io/raster_files.h"
#include "gis/raster_io/raster_header.h"
#include "gis/registers/data_files.h"
#include "gis/registers/register_files.h"
#include "gis/registers/register_tables.h"
#include "gis/registers/tile_sets.h"
#include "gis/vector_io/ogr_handles.h"

#include <gdal.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <string>

namespace lommer::gis {
namespace {

namespace fs = std::filesystem;
using core::Error;
using core::ErrorCode;

/// What is said of a file in a folder that cannot be used; other errors concern the whole run.
void remarkOrRethrow(const Error& error, const fs::path& path, core::RemarkList& remarks) {
    const auto add = [&](const char* code) {
        remarks.add({code, {{"file", utf8(path.filename())}}});
    };
    switch (error.code()) {
        case ErrorCode::fileUnreadable:
        case ErrorCode::fileMissing:
        case ErrorCode::folderReadOnly:  // no permission
            return add("left-out-unreadable");
        case ErrorCode::fileIncomplete:
            return add("left-out-incomplete");
        case ErrorCode::crsMissing:
        case ErrorCode::crsUnknown:
        case ErrorCode::transformationTooCoarse:
            return add("left-out-without-crs");
        case ErrorCode::rasterRotated:
            return add("left-out-rotated");
        default:
            throw error;
    }
}

/// The part of the names that tiles have in common, or the folder's name.
std::string nameOfSet(const std::vector<fs::path>& files) {
    std::string common = utf8(files.front().stem());
    for (const fs::path& file : files) {
        const std::string stem = utf8(file.stem());
        const auto end = std::mismatch(common.begin(), common.end(), stem.begin(), stem.end());
        common.erase(end.first, common.end());
    }
    // Not half a sheet number: back to the last whole part.
    const auto separator = common.find_last_of("_-. ");
    common.erase(separator == std::string::npos ? 0 : separator);
    return common.empty() ? utf8(files.front().parent_path().filename()) : common;
}

LayerDescription describeTiles(const std::vector<fs::path>& files) {
    LayerDescription description = describeRaster({files});
    if (files.size() > 1) {
        description.name = nameOfSet(files);
    }
    return description;
}

void checkStop(const std::stop_token& stop) {
    if (stop.stop_requested()) {
        throw core::Cancelled{};
    }
}

void addRasters(const std::vector<DataFile>& files, std::vector<LayerDescription>& layers,
                core::RemarkList& remarks, const std::stop_token& stop) {
    std::vector<RasterHeader> headers;
    for (const DataFile& file : files) {
        checkStop(stop);
        if (file.kind != FileKind::raster) {
            continue;
        }
        try {
            headers.push_back(readHeader(file.path));
        } catch (const Error& error) {
            remarkOrRethrow(error, file.path, remarks);
        }
    }
    for (const auto& set : tileSetsOf(headers)) {
        try {
            layers.push_back(describeTiles(set));
        } catch (const Error& error) {
            remarkOrRethrow(error, set.front(), remarks);
        }
    }
}

/// One remark for all of a format: a delivery may hold hundreds.
void remarkOtherFormats(const std::vector<DataFile>& files, core::RemarkList& remarks) {
    std::map<std::string, std::int64_t> counts;
    for (const DataFile& file : files) {
        if (file.kind == FileKind::otherFormat) {
            ++counts[lowerEnding(file.path)];
        }
    }
    for (const auto& [ending, count] : counts) {
        remarks.add({"left-out-format", {{"format", ending}, {"count", count}}});
    }
}

void addTables(const std::vector<DataFile>& files, std::vector<LayerDescription>& layers,
               core::RemarkList& remarks, const std::stop_token& stop) {
    for (const DataFile& file : files) {
        checkStop(stop);
        if (file.kind != FileKind::table) {
            continue;
        }
        try {
            auto found = describeRegisterFile(file.path);
            std::move(found.begin(), found.end(), std::back_inserter(layers));
        } catch (const Error& error) {
            remarkOrRethrow(error, file.path, remarks);
        }
    }
}

/// A file whose name says nothing: what GDAL makes of its content.
bool looksLikeRaster(const fs::path& path) {
    GdalErrors silent;
    return GDALIdentifyDriverEx(gdalPath(path).c_str(), GDAL_OF_RASTER, nullptr, nullptr) !=
           nullptr;
}

std::vector<LayerDescription> inspectFile(const fs::path& path) {
    const FileKind kind = kindOfFile(path);
    if (kind == FileKind::raster || (kind != FileKind::table && looksLikeRaster(path))) {
        return {describeRaster({{path}})};
    }
    return describeRegisterFile(path);
}

bool isFolder(const fs::path& path) {
    std::error_code ignored;
    return fs::is_directory(path, ignored) && kindOfFile(path) != FileKind::table;
}

}  // namespace

std::vector<LayerDescription> inspect(const fs::path& path, core::RemarkList& remarks,
                                      const Mappings& mappings, const std::stop_token& stop) {
    std::error_code ignored;
    const bool isVirtual = utf8(path).starts_with("/vsi");
    if (!isVirtual && !fs::exists(path, ignored)) {
        throw Error(ErrorCode::fileMissing, {{"file", utf8(path.filename())}}, utf8(path));
    }
    if (!isFolder(path) && kindOfFile(path) != FileKind::zip) {
        return withSubjects(inspectFile(path), mappings);
    }
    const FoundFiles found = dataFilesUnder(path);
    for (const FoundFiles::Failure& failure : found.failures) {
        remarkOrRethrow(failure.error, failure.path, remarks);
    }
    std::vector<LayerDescription> layers;
    addRasters(found.files, layers, remarks, stop);
    addTables(found.files, layers, remarks, stop);
    remarkOtherFormats(found.files, remarks);
    std::stable_sort(layers.begin(), layers.end(),
                     [](const LayerDescription& a, const LayerDescription& b) {
                         return a.location.files.front() < b.location.files.front();
                     });
    return withSubjects(layers, mappings);
}

}  // namespace lommer::gis
