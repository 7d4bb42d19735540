#pragma once

#include "core/base/remark.h"
#include "core/disclosure/released.h"
#include "core/vector/table_source.h"
#include "gis/raster_io/geotiff_sink.h"
#include "gis/registers/layer.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>

namespace lommer::gis {

/// What the layers of a vector or table file are, without reading their rows.
/// Throws Error file-missing, file-unreadable, file-incomplete. A missing CRS is not an error here:
/// it is when a layer with geometry is opened.
std::vector<LayerDescription> describeTables(const std::filesystem::path& path);

/// Opens a layer: GeoPackage, Shapefile, GeoJSON, FlatGeobuf, SpatiaLite, FileGDB, CSV, and sheets
/// of workbooks. Reading brings coordinates to RD, linearises curves, drops Z and M, repairs
/// invalid polygons (core/geometry) and adds what it did to `remarks`, which must outlive the
/// source. CSV: separator, decimal sign, thousands sign and encoding are found out; codes stay
/// text. Throws Error as above, layer-unknown, crs-missing, transformation-too-coarse. A CSV or
/// workbook is gone through as a whole here: `stop` ends that with Cancelled. `prescribed`: the
/// system of a layer that states none.
OpenedLayer<core::TableSource> openTable(const LayerLocation& location, core::RemarkList& remarks,
                                         const std::stop_token& stop = {},
                                         const std::optional<CrsInfo>& prescribed = {});

/// Writes one layer in RD New, of rows that passed the privacy check.
class FileTableSink {
public:
    virtual ~FileTableSink() = default;

    /// By the ending of `path`: .gpkg .shp .geojson .fgb .csv. `layerName` is that of the file.
    /// `stop` makes `append` and `finish` throw Cancelled. Only .gpkg keeps the `description`.
    static std::unique_ptr<FileTableSink> create(const std::filesystem::path& path,
                                                 const std::string& layerName,
                                                 const std::stop_token& stop = {},
                                                 const std::string& description = {});
    /// As core::TableSink.
    virtual void append(const core::Released<core::Table>& batch) = 0;
    virtual WrittenFile finish() = 0;
};

}  // namespace lommer::gis
