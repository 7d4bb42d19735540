#include "gis/vector_io/ogr_table_source.h"

#include "core/base/error.h"
#include "gis/vector_io/table_builder.h"

#include <array>
#include <cstdio>

namespace lommer::gis {
namespace {

using core::ErrorCode;

/// A rectangle in RD as one in the layer's own coordinates that surely holds it: the outline is
/// followed in steps, and a tenth is added for what bulges between. Nothing where RD does not
/// reach: then every row is looked at.
std::optional<core::Bounds> inOwnCoordinates(const core::Bounds& bounds,
                                             const Transformer* fromRd) {
    if (fromRd == nullptr || bounds.isEmpty()) {
        return bounds;
    }
    constexpr int kSteps = 16;
    std::vector<core::Point> outline;
    for (int step = 0; step <= kSteps; ++step) {
        const double fraction = static_cast<double>(step) / kSteps;
        const double x = bounds.xmin + fraction * bounds.width();
        const double y = bounds.ymin + fraction * bounds.height();
        outline.insert(outline.end(),
                       {{x, bounds.ymin}, {x, bounds.ymax}, {bounds.xmin, y}, {bounds.xmax, y}});
    }
    try {
        fromRd->transform(outline);
    } catch (const core::Error&) {
        return std::nullopt;
    }
    core::Bounds own;
    for (const core::Point& point : outline) {
        own.include(point);
    }
    return own.grownBy(0.1 * std::max(own.width(), own.height()));
}

std::string sqlNumber(double value) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.17g", value);
    return text.data();
}

/// Rows by the R-tree of a GeoPackage. OGR's own spatial filter tests the shapes themselves and
/// would drop rows of which only the bounding box touches.
std::string treeFilter(OGRLayerH layer, const core::Bounds& own) {
    const std::string tree = sqlName(std::string("rtree_") + OGR_L_GetName(layer) + '_' +
                                     OGR_L_GetGeometryColumn(layer));
    return sqlName(OGR_L_GetFIDColumn(layer)) + " IN (SELECT id FROM " + tree +
           " WHERE maxx >= " + sqlNumber(own.xmin) + " AND minx <= " + sqlNumber(own.xmax) +
           " AND maxy >= " + sqlNumber(own.ymin) + " AND miny <= " + sqlNumber(own.ymax) + ')';
}

/// Looks at the stop token between features that GDAL fetches inside one batch too.
std::unique_ptr<BatchReader> makeReader(OGRLayerH layer, const std::vector<LayerField>& fields,
                                        bool withGeometry) {
    if (OGR_L_TestCapability(layer, OLCFastGetArrowStream) != 0) {
        if (auto reader = makeArrowReader(layer, fields, withGeometry)) {
            return reader;
        }
    }
    return makeFeatureReader(layer, fields, withGeometry);
}

}  // namespace

OgrTableSource::OgrTableSource(std::filesystem::path path, core::TableInfo info, std::string driver,
                               std::shared_ptr<const Transformer> toRd,
                               std::shared_ptr<const Transformer> fromRd, core::RemarkList& remarks)
    : path_(std::move(path)),
      state_(stateOf(path_)),
      info_(std::move(info)),
      driver_(std::move(driver)),
      toRd_(std::move(toRd)),
      fromRd_(std::move(fromRd)),
      remarks_(remarks) {}

std::vector<LayerField> OgrTableSource::wantedFields(OGRLayerH layer,
                                                     const core::TableQuery& query) const {
    std::vector<std::string> leftOut;
    std::vector<LayerField> all = fieldsOf(layer, leftOut);
    if (!query.columns) {
        return all;
    }
    std::vector<LayerField> wanted;
    for (const std::string& name : *query.columns) {
        const auto found = std::find_if(all.begin(), all.end(), [&name](const LayerField& field) {
            return field.info.name == name;
        });
        if (found == all.end()) {
            throw core::Error(
                ErrorCode::columnMissing,
                {{"column", name}, {"layer", info_.name}, {"file", shownName(path_)}});
        }
        wanted.push_back(*found);
    }
    return wanted;
}

void OgrTableSource::limit(OGRLayerH layer, const std::vector<LayerField>& wanted,
                           const core::TableQuery& query) const {
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
    std::vector<const char*> ignored;
    for (int index = 0; index < OGR_FD_GetFieldCount(definition); ++index) {
        const bool isWanted = std::any_of(wanted.begin(), wanted.end(), [index](const auto& field) {
            return field.index == index;
        });
        if (!isWanted) {
            ignored.push_back(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, index)));
        }
    }
    ignored.push_back(nullptr);
    if (OGR_L_TestCapability(layer, OLCIgnoreFields) != 0) {
        OGR_L_SetIgnoredFields(layer, ignored.data());
    }
    const bool hasTree =
        driver_ == "GPKG" && OGR_L_TestCapability(layer, OLCFastSpatialFilter) != 0;
    if (query.bounds && hasTree) {
        if (const auto own = inOwnCoordinates(*query.bounds, fromRd_.get())) {
            OGR_L_SetAttributeFilter(layer, treeFilter(layer, *own).c_str());
        }
    }
}

core::Table OgrTableSource::read(const core::TableQuery& query, const std::stop_token& stop) const {
    if (stateOf(path_) != state_) {
        throw core::Error(ErrorCode::fileChanged, {{"file", shownName(path_)}});
    }
    const DatasetHandle dataset = openVectorDataset(path_);
    GdalErrors errors;
    OGRLayerH layer = GDALDatasetGetLayerByName(dataset.get(), info_.name.c_str());
    if (layer == nullptr) {
        throw core::Error(ErrorCode::fileChanged, {{"file", shownName(path_)}}, errors.text());
    }
    const std::vector<LayerField> fields = wantedFields(layer, query);
    limit(layer, fields, query);

    TableBuilder::Wish wish;
    for (const LayerField& field : fields) {
        wish.columns.push_back(field.info);
    }
    wish.withGeometry = info_.hasGeometry && (query.withGeometry || query.bounds);
    wish.toRd = toRd_.get();
    wish.bounds = info_.hasGeometry ? query.bounds : std::nullopt;
    wish.expectedRows = info_.rowCount;
    TableBuilder builder(std::move(wish));
    const auto reader = makeReader(layer, fields, builder.hasGeometry());
    const std::int64_t total = builder.addAll(*reader, stop);
    if (errors.hasFailed()) {
        throw core::Error(ErrorCode::fileIncomplete, {{"file", shownName(path_)}}, errors.text());
    }
    const bool isAll = !query.bounds || driver_ != "GPKG";  // a GeoPackage picks rows by itself
    if (isAll && info_.rowCount >= 0 && total != info_.rowCount) {
        throw core::Error(
            ErrorCode::fileIncomplete, {{"file", shownName(path_)}},
            std::to_string(total) + " of " + std::to_string(info_.rowCount) + " rows");
    }
    return builder.finish(info_.name, remarks_, stop);
}

}  // namespace lommer::gis
