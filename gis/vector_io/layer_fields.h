#pragma once

#include "core/vector/table_source.h"
#include "gis/crs/crs_info.h"
#include "gis/vector_io/ogr_handles.h"

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace lommer::gis {

/// One column of a layer as it is read.
struct LayerField {
    core::ColumnInfo info;
    /// Index in the layer's definition.
    int index = 0;
    /// The name in the file; `info.name` differs only where two fields have the same name.
    std::string fileName;
    /// False for times of day and lists, which become text one by one.
    bool isPlain = true;
    /// Texts where numbers belong, by the number (FID) of their row.
    using StrayTexts = std::unordered_map<std::int64_t, std::string>;
    /// Null: none are known.
    std::shared_ptr<const StrayTexts> strayTexts = {};
};

/// The columns of a layer. Binary fields are left out; their names go to `leftOut`.
std::vector<LayerField> fieldsOf(OGRLayerH layer, std::vector<std::string>& leftOut);

bool hasGeometry(OGRLayerH layer);

/// The kinds that occur, as far as the header or a look at a layer of modest size says.
std::vector<core::GeometryKind> kindsOf(OGRLayerH layer, std::int64_t rowCount);

/// The system that the layer states; nothing where it states none or "undefined".
/// Throws Error crs-unknown.
std::optional<CrsInfo> crsOf(OGRLayerH layer);

}  // namespace lommer::gis
