#include "gis/vector_io/ogr_formats.h"

#include "core/base/assert.h"
#include "core/base/letter_case.h"
#include "gis/platform/file_error.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>

namespace lommer::gis {
namespace {

using core::ColumnType;
using core::GeometryKind;

/// `wanted`, with underscores behind it until no column has that name.
std::string freeName(std::string wanted, const core::Table& table) {
    const auto isTaken = [&table](const std::string& name) {
        return std::any_of(table.columns().begin(), table.columns().end(), [&](const auto& column) {
            return core::lowered(column->info().name) == name;
        });
    };
    while (isTaken(wanted)) {
        wanted += '_';
    }
    return wanted;
}

}  // namespace

OgrFormat formatFor(const std::filesystem::path& path) {
    const std::string ending = lowerEnding(path);
    if (ending == ".gpkg") {
        return {"GPKG", true, false, false};
    }
    if (ending == ".shp") {
        return {"ESRI Shapefile", false, true, true};
    }
    if (ending == ".geojson") {
        return {"GeoJSON", false, false, false};
    }
    LOMMER_ASSERT(ending == ".fgb");
    return {"FlatGeobuf", false, false, false};
}

CPLStringList layerOptions(const OgrFormat& format, const core::Table& first,
                           const std::string& description) {
    CPLStringList options;
    if (format.isGeoPackage) {
        options.SetNameValue("FID", freeName("fid", first).c_str());
        options.SetNameValue("GEOMETRY_NAME", freeName("geom", first).c_str());
        // Made by the sink itself: GDAL would make it at the end, and then hears no stop.
        options.SetNameValue("SPATIAL_INDEX", "NO");
        if (!description.empty()) {
            options.SetNameValue("DESCRIPTION", description.c_str());
        }
    } else if (format.isShapefile) {
        options.SetNameValue("ENCODING", "UTF-8");
    }
    return options;
}

OGRwkbGeometryType layerTypeFor(const OgrFormat& format, const core::Table& first) {
    if (!first.hasGeometry()) {
        return wkbNone;
    }
    if (!format.hasOneType) {
        return wkbUnknown;
    }
    const core::GeometryColumn& geometries = first.geometries();
    for (std::size_t row = 0; row < geometries.kinds.size(); ++row) {
        switch (geometries.kinds[row]) {
            case GeometryKind::point:
                return geometries.featureOffsets[row + 1] - geometries.featureOffsets[row] == 1
                           ? wkbPoint
                           : wkbMultiPoint;
            case GeometryKind::line:
                return wkbMultiLineString;
            case GeometryKind::polygon:
                return wkbMultiPolygon;
            case GeometryKind::none:
                break;
        }
    }
    return wkbPolygon;
}

OgrFieldType fieldTypeFor(const OgrFormat& format, ColumnType type) {
    switch (type) {
        case ColumnType::integer:
            return {OFTInteger64, OFSTNone};
        case ColumnType::real:
            return {OFTReal, OFSTNone};
        case ColumnType::boolean:
            return format.isShapefile ? OgrFieldType{OFTInteger, OFSTNone}
                                      : OgrFieldType{OFTInteger, OFSTBoolean};
        case ColumnType::date:
            return {OFTDate, OFSTNone};
        case ColumnType::dateTime:
            return {format.isShapefile ? OFTString : OFTDateTime, OFSTNone};
        case ColumnType::text:
            break;
    }
    return {OFTString, OFSTNone};
}

void setMoment(const OgrFormat& format, const core::Column& column, std::int64_t row, int field,
               OGRFeatureH feature) {
    const bool isDate = column.info().type == ColumnType::date;
    if (format.isShapefile && !isDate) {
        OGR_F_SetFieldString(feature, field, column.displayAt(row).c_str());
        return;
    }
    using Milliseconds = std::chrono::sys_time<std::chrono::milliseconds>;
    constexpr std::int64_t kPerDay = 86'400'000;
    const Milliseconds moment{
        std::chrono::milliseconds{column.integerAt(row) * (isDate ? kPerDay : 1)}};
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date{day};
    const auto rest = (moment - day).count();
    constexpr int kUtc = 100;
    OGR_F_SetFieldDateTimeEx(feature, field, static_cast<int>(date.year()),
                             static_cast<int>(static_cast<unsigned>(date.month())),
                             static_cast<int>(static_cast<unsigned>(date.day())),
                             static_cast<int>(rest / 3'600'000),
                             static_cast<int>(rest / 60'000 % 60),
                             static_cast<float>(rest % 60'000) / 1000.0F, isDate ? 0 : kUtc);
}

std::vector<std::filesystem::path> membersOf(const std::filesystem::path& path,
                                             const OgrFormat& format) {
    std::vector<std::filesystem::path> members;
    if (!format.isShapefile) {
        members.push_back(path);
    } else {
        for (const char* ending : {".cpg", ".dbf", ".prj", ".shp", ".shx"}) {
            members.push_back(std::filesystem::path(path).replace_extension(ending));
        }
    }
    std::erase_if(members, [](const auto& member) { return !std::filesystem::exists(member); });
    return members;
}

}  // namespace lommer::gis
