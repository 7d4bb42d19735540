#include "gis/vector_io/table_files.h"

#include "core/base/error.h"
#include "gis/crs/transformer.h"
#include "gis/registers/made_up.h"
#include "gis/vector_io/cell_layers.h"
#include "gis/vector_io/csv_table_source.h"
#include "gis/vector_io/ogr_table_sink.h"
#include "gis/vector_io/ogr_table_source.h"

#include <algorithm>

namespace lommer::gis {
namespace {

using core::ErrorCode;

/// Bounding box as the file states it, in the layer's own coordinates.
core::Bounds ownBounds(OGRLayerH layer) {
    OGREnvelope envelope;
    if (OGR_L_GetExtent(layer, &envelope, TRUE) != OGRERR_NONE) {
        return {};
    }
    return {envelope.MinX, envelope.MinY, envelope.MaxX, envelope.MaxY};
}

/// The box in RD around a box in other coordinates; empty where the way is not known.
core::Bounds boundsInRd(const core::Bounds& own, const Transformer& toRd) {
    constexpr int kSteps = 16;
    core::Bounds result;
    for (int step = 0; step <= kSteps && !own.isEmpty(); ++step) {
        const double x = own.xmin + own.width() * step / kSteps;
        const double y = own.ymin + own.height() * step / kSteps;
        core::Point outline[] = {{x, own.ymin}, {x, own.ymax}, {own.xmin, y}, {own.xmax, y}};
        try {
            toRd.transform(outline);
        } catch (const core::Error&) {
            return {};
        }
        for (const core::Point& point : outline) {
            result.include(point);
        }
    }
    return result;
}

/// Says RD, yet all coordinates would fit on the globe as degrees: no place in RD is there.
bool looksLikeDegrees(const core::Bounds& bounds) {
    return !bounds.isEmpty() && bounds.xmin >= -180.0 && bounds.xmax <= 180.0 &&
           bounds.ymin >= -90.0 && bounds.ymax <= 90.0;
}

LayerDescription describeLayer(const std::filesystem::path& path, OGRLayerH layer,
                               const std::string& driver, bool isOnly) {
    LayerDescription description;
    description.name = OGR_L_GetName(layer);
    description.location = {{path}, isOnly ? "" : description.name};
    description.kind = core::DataKind::table;
    description.format = driver;
    if (const char* text = GDALGetMetadataItem(layer, "DESCRIPTION", nullptr)) {
        description.registerId = registerOfDescription(text);
    }
    core::TableInfo& table = description.table;
    table.name = description.name;
    std::vector<std::string> leftOut;
    for (const LayerField& field : fieldsOf(layer, leftOut)) {
        table.columns.push_back(field.info);
    }
    for (const std::string& name : leftOut) {
        description.remarks.push_back(
            {"column-left-out", {{"layer", description.name}, {"column", name}}});
    }
    table.rowCount = OGR_L_GetFeatureCount(layer, TRUE);
    table.hasGeometry = hasGeometry(layer);
    if (!table.hasGeometry) {
        return description;
    }
    table.kinds = kindsOf(layer, table.rowCount);
    table.bounds = ownBounds(layer);
    if (const auto crs = crsOf(layer)) {
        description.crs = *crs;
    } else if (table.kinds.empty() && table.bounds.isEmpty() && table.rowCount > 0) {
        table.hasGeometry = false;  // a driver that promises places, and no row has one
    }
    if (description.crs.isRdNew && looksLikeDegrees(table.bounds)) {
        description.remarks.push_back({"crs-doubtful", {{"layer", description.name}}});
    }
    return description;
}

[[noreturn]] void throwUnknown(const LayerLocation& location, const std::string& allowed) {
    throw core::Error(ErrorCode::layerUnknown,
                      {{"layer", location.layer},
                       {"file", shownName(location.files.front())},
                       {"allowed", allowed}},
                      gdalPath(location.files.front()));
}

/// The layers of a file, or only the one at `wanted`: looking at one may mean reading it.
std::vector<LayerDescription> describeLayers(const std::filesystem::path& path,
                                             const std::optional<LayerLocation>& wanted) {
    const DatasetHandle dataset = openVectorDataset(path);
    GdalErrors errors;
    const std::string driver = GDALGetDriverShortName(GDALGetDatasetDriver(dataset.get()));
    const int count = GDALDatasetGetLayerCount(dataset.get());
    std::vector<LayerDescription> layers;
    std::string names;
    for (int index = 0; index < count; ++index) {
        OGRLayerH layer = GDALDatasetGetLayer(dataset.get(), index);
        const std::string name = OGR_L_GetName(layer);
        names += (names.empty() ? "" : ", ") + name;
        const bool isWanted =
            !wanted || name == wanted->layer || (wanted->layer.empty() && count == 1);
        if (!isWanted) {
            continue;
        }
        layers.push_back(describeLayer(path, layer, driver, count == 1));
        if (hasPendingChanges(path)) {
            layers.back().remarks.push_back({"file-being-edited", {{"file", shownName(path)}}});
        }
    }
    const bool isHollow = count == 0 && driver == "FlatGeobuf";  // nothing but its first bytes
    if (errors.hasFailed() || isHollow) {
        throw core::Error(ErrorCode::fileIncomplete, {{"file", shownName(path)}}, errors.text());
    }
    if (wanted && layers.empty()) {
        throwUnknown(*wanted, names);
    }
    return layers;
}

/// Before the transformer is known, `table.bounds` are in the layer's own coordinates.
std::shared_ptr<const Transformer> bringBoundsToRd(LayerDescription& description) {
    auto toRd =
        std::make_shared<const Transformer>(description.crs, rdNew(), description.table.bounds);
    description.table.bounds = boundsInRd(description.table.bounds, *toRd);
    return toRd;
}

bool needsTransformation(const LayerDescription& description) {
    return description.table.hasGeometry && !description.crs.isRdNew &&
           !description.crs.wkt.empty();
}

std::vector<LayerDescription> describeCells(const std::filesystem::path& path) {
    std::vector<LayerDescription> layers;
    for (CellLayer& layer : cellLayersOf(path, std::nullopt, {})) {
        layers.push_back(std::move(layer.description));
    }
    return layers;
}

/// The sheet of that name, or the only one there is.
CellLayer openCells(const LayerLocation& location, const std::stop_token& stop) {
    const std::filesystem::path& path = location.files.front();
    auto layers = cellLayersOf(
        path, location.layer.empty() ? std::nullopt : std::optional(location.layer), stop);
    const bool isIt = layers.size() == 1 &&
                      (location.layer.empty() || layers.front().description.name == location.layer);
    if (!isIt) {
        std::string names;
        for (const LayerDescription& layer : describeCells(path)) {
            names += (names.empty() ? "" : ", ") + layer.name;
        }
        throwUnknown(location, names);
    }
    return std::move(layers.front());
}

}  // namespace

std::vector<LayerDescription> describeTables(const std::filesystem::path& path) {
    std::vector<LayerDescription> layers =
        hasCellLayers(path) ? describeCells(path) : describeLayers(path, {});
    for (LayerDescription& layer : layers) {
        if (!needsTransformation(layer)) {
            continue;
        }
        try {
            bringBoundsToRd(layer);
        } catch (const core::Error&) {
            // Opening it will say that it cannot be brought to RD; describing it need not fail.
            layer.table.bounds = {};
        }
    }
    return layers;
}

OpenedLayer<core::TableSource> openTable(const LayerLocation& location, core::RemarkList& remarks,
                                         const std::stop_token& stop,
                                         const std::optional<CrsInfo>& prescribed) {
    const std::filesystem::path& path = location.files.front();
    OpenedLayer<core::TableSource> opened;
    std::optional<CellLayer> cells;
    if (hasCellLayers(path)) {
        cells = openCells(location, stop);
        opened.description = cells->description;
    } else {
        opened.description = describeLayers(path, location).front();
    }
    LayerDescription& description = opened.description;
    if (prescribed && description.crs.wkt.empty()) {
        description.crs = *prescribed;
    }
    if (description.table.hasGeometry && description.crs.wkt.empty()) {
        throw core::Error(ErrorCode::crsMissing,
                          {{"file", shownName(path)}, {"layer", description.name}});
    }
    std::shared_ptr<const Transformer> toRd;
    std::shared_ptr<const Transformer> fromRd;
    if (needsTransformation(description)) {
        toRd = bringBoundsToRd(description);
        fromRd = std::make_shared<const Transformer>(rdNew(), description.crs, core::Bounds{});
        opened.operation = toRd->operation();
        remarks.add({"table-transformed",
                     {{"layer", description.name},
                      {"operation", opened.operation.name},
                      {"accuracy", opened.operation.accuracyMetres}}});
    }
    for (const core::Remark& remark : description.remarks) {
        remarks.add(remark);
    }
    if (cells) {
        opened.source = std::make_shared<const CsvTableSource>(
            path, std::move(cells->cells), description.table, std::move(cells->layout),
            std::move(toRd), remarks);
    } else {
        opened.source =
            std::make_shared<const OgrTableSource>(path, description.table, description.format,
                                                   std::move(toRd), std::move(fromRd), remarks);
    }
    return opened;
}

std::unique_ptr<FileTableSink> FileTableSink::create(const std::filesystem::path& path,
                                                     const std::string& layerName,
                                                     const std::stop_token& stop,
                                                     const std::string& description) {
    return path.extension() == ".csv" ? makeCsvTableSink(path, stop)
                                      : makeOgrTableSink(path, layerName, stop, description);
}

}  // namespace lommer::gis
