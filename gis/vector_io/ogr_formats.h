#pragma once

#include "core/vector/table.h"
#include "gis/vector_io/ogr_handles.h"

#include <cpl_string.h>

#include <filesystem>
#include <string>
#include <vector>

namespace lommer::gis {

/// What differs between the formats that GDAL writes.
struct OgrFormat {
    const char* driver = "GPKG";
    bool isGeoPackage = false;
    bool isShapefile = false;
    /// One type of geometry for the whole layer, known before the first row.
    bool hasOneType = false;
};

struct OgrFieldType {
    OGRFieldType type = OFTString;
    OGRFieldSubType subType = OFSTNone;
};

/// By the ending of the name (.gpkg .shp .geojson .fgb; asserted).
OgrFormat formatFor(const std::filesystem::path& path);
CPLStringList layerOptions(const OgrFormat& format, const core::Table& first,
                           const std::string& description);
OGRwkbGeometryType layerTypeFor(const OgrFormat& format, const core::Table& first);
OgrFieldType fieldTypeFor(const OgrFormat& format, core::ColumnType type);
/// Sets a date or a moment (UTC).
void setMoment(const OgrFormat& format, const core::Column& column, std::int64_t row, int field,
               OGRFeatureH feature);
/// The files that a written layer consists of and that exist, sorted.
std::vector<std::filesystem::path> membersOf(const std::filesystem::path& path,
                                             const OgrFormat& format);

}  // namespace lommer::gis
