#include "gis/vector_io/cell_layers.h"

#include "gis/platform/file_error.h"
#include "gis/vector_io/csv_records.h"
#include "gis/vector_io/ogr_handles.h"
#include "gis/vector_io/sheets.h"

#include <algorithm>
#include <cctype>

namespace lommer::gis {
namespace {

LayerDescription describe(const std::filesystem::path& path, const std::string& name,
                          const CsvLayout& layout) {
    LayerDescription description;
    description.name = name;
    description.location = {{path}, ""};
    description.kind = core::DataKind::table;
    description.format = "CSV";
    description.crs = layout.crs;
    description.remarks = layout.remarks;
    core::TableInfo& table = description.table;
    table.name = description.name;
    for (const CsvColumn& column : layout.columns) {
        table.columns.push_back(column.info);
    }
    table.rowCount = layout.rowCount;
    table.hasGeometry = layout.places != CsvPlaces::none;
    table.kinds = layout.kinds;
    table.bounds = layout.bounds;
    return description;
}

CellLayer textLayer(const std::filesystem::path& path, const std::stop_token& stop) {
    CellLayer layer;
    layer.cells = delimitedFile(path);
    layer.layout = csvLayoutOf(*layer.cells, stop);
    layer.description = describe(path, gdalPath(path.stem()), layer.layout);
    return layer;
}

/// XLSX, ODS or XLS.
std::string formatOf(const std::filesystem::path& path) {
    std::string format = lowerEnding(path).substr(1);
    std::transform(format.begin(), format.end(), format.begin(),
                   [](char c) { return static_cast<char>(std::toupper(c)); });
    return format;
}

}  // namespace

bool hasCellLayers(const std::filesystem::path& path) {
    return isCsvName(path) || isWorkbookName(path);
}

std::vector<CellLayer> cellLayersOf(const std::filesystem::path& path,
                                    const std::optional<std::string>& only,
                                    const std::stop_token& stop) {
    std::vector<CellLayer> layers;
    if (!isWorkbookName(path)) {
        layers.push_back(textLayer(path, stop));
        return layers;
    }
    for (Sheet& sheet : readSheets(path, only, stop)) {
        CellLayer layer;
        layer.layout = csvLayoutOf(*sheet.cells, stop);
        layer.description = describe(path, sheet.name, layer.layout);
        layer.description.location.layer = sheet.name;
        layer.description.format = formatOf(path);
        auto& remarks = layer.description.remarks;
        remarks.insert(remarks.begin(), sheet.remarks.begin(), sheet.remarks.end());
        layer.cells = std::move(sheet.cells);
        layers.push_back(std::move(layer));
    }
    return layers;
}

}  // namespace lommer::gis
