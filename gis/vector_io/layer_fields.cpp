#include "gis/vector_io/layer_fields.h"

#include "core/base/letter_case.h"
#include "gis/crs/transformer.h"

#include <cpl_conv.h>
#include <ogr_srs_api.h>

#include <algorithm>
#include <set>

namespace lommer::gis {
namespace {

using core::ColumnType;
using core::GeometryKind;

ColumnType typeOf(OGRFieldDefnH field) {
    switch (OGR_Fld_GetType(field)) {
        case OFTInteger:
        case OFTInteger64:
            return OGR_Fld_GetSubType(field) == OFSTBoolean ? ColumnType::boolean
                                                            : ColumnType::integer;
        case OFTReal:
            return ColumnType::real;
        case OFTDate:
            return ColumnType::date;
        case OFTDateTime:
            return ColumnType::dateTime;
        default:
            return ColumnType::text;
    }
}

bool isPlain(OGRFieldType type) {
    return type == OFTInteger || type == OFTInteger64 || type == OFTReal || type == OFTDate ||
           type == OFTDateTime || type == OFTString;
}

/// `name`, or `name_2`, `name_3` … where it is taken.
std::string uniqueName(const std::string& name, std::set<std::string>& taken) {
    std::string unique = name;
    for (int number = 2; !taken.insert(unique).second; ++number) {
        unique = name + '_' + std::to_string(number);
    }
    return unique;
}

std::optional<GeometryKind> kindOf(OGRwkbGeometryType type) {
    const OGRwkbGeometryType flat = OGR_GT_Flatten(type);
    if (flat == wkbPoint || flat == wkbMultiPoint) {
        return GeometryKind::point;
    }
    if (OGR_GT_IsSubClassOf(flat, wkbCurve) != 0 || OGR_GT_IsSubClassOf(flat, wkbMultiCurve) != 0) {
        return GeometryKind::line;
    }
    if (OGR_GT_IsSubClassOf(flat, wkbSurface) != 0 ||
        OGR_GT_IsSubClassOf(flat, wkbMultiSurface) != 0) {
        return GeometryKind::polygon;
    }
    return std::nullopt;
}

struct CplDeleter {
    void operator()(void* memory) const noexcept { CPLFree(memory); }
};

/// Looks at all rows of a layer whose definition names no kind.
std::vector<GeometryKind> kindsByLooking(OGRLayerH layer) {
    int count = 0;
    const std::unique_ptr<OGRGeometryTypeCounter, CplDeleter> counters(
        OGR_L_GetGeometryTypes(layer, 0, OGR_GGT_COUNT_NOT_NEEDED, &count, nullptr, nullptr));
    std::set<GeometryKind> kinds;
    for (int index = 0; counters != nullptr && index < count; ++index) {
        const OGRwkbGeometryType type = counters.get()[index].eGeomType;
        const auto kind = kindOf(type);
        if (kind) {
            kinds.insert(*kind);
        } else if (type != wkbNone) {
            return {};
        }
    }
    return {kinds.begin(), kinds.end()};
}

}  // namespace

std::vector<LayerField> fieldsOf(OGRLayerH layer, std::vector<std::string>& leftOut) {
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
    std::vector<LayerField> fields;
    std::set<std::string> taken;
    for (int index = 0; index < OGR_FD_GetFieldCount(definition); ++index) {
        OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, index);
        const std::string name = OGR_Fld_GetNameRef(field);
        const OGRFieldType type = OGR_Fld_GetType(field);
        if (type == OFTBinary) {
            leftOut.push_back(name);
            continue;
        }
        LayerField read;
        read.info.name = uniqueName(name, taken);
        read.info.type = typeOf(field);
        read.index = index;
        read.fileName = name;
        read.isPlain = isPlain(type);
        fields.push_back(std::move(read));
    }
    return fields;
}

bool hasGeometry(OGRLayerH layer) {
    return OGR_L_GetGeomType(layer) != wkbNone;
}

std::vector<GeometryKind> kindsOf(OGRLayerH layer, std::int64_t rowCount) {
    const OGRwkbGeometryType type = OGR_L_GetGeomType(layer);
    if (type == wkbNone) {
        return {};
    }
    if (const auto kind = kindOf(type)) {
        return {*kind};
    }
    constexpr std::int64_t kQuicklyLookedAt = 200'000;
    return rowCount >= 0 && rowCount <= kQuicklyLookedAt ? kindsByLooking(layer)
                                                         : std::vector<GeometryKind>{};
}

std::optional<CrsInfo> crsOf(OGRLayerH layer) {
    OGRSpatialReferenceH reference = OGR_L_GetSpatialRef(layer);
    if (reference == nullptr) {
        return std::nullopt;
    }
    // A GeoPackage says "undefined" with srs_id -1 and 0; GDAL makes these systems of them.
    const char* name = OSRGetName(reference);
    const std::string lower = core::lowered(name == nullptr ? "" : name);
    if (lower.starts_with("undefined") || lower.starts_with("unknown")) {
        return std::nullopt;
    }
    char* text = nullptr;
    const char* const options[] = {"FORMAT=WKT2_2019", nullptr};
    const OGRErr outcome = OSRExportToWktEx(reference, &text, options);
    const std::unique_ptr<char, CplDeleter> wkt(text);
    if (outcome != OGRERR_NONE || wkt == nullptr || *wkt == '\0') {
        return std::nullopt;
    }
    return parseCrs(wkt.get());
}

}  // namespace lommer::gis
