#pragma once

#include "gis/vector_io/table_files.h"

namespace lommer::gis {

/// Writes .gpkg, .shp, .geojson and .fgb. Removes the file when it goes out of scope unfinished.
///
/// GeoPackage: one transaction, spatial index, fixed time stamp, so that equal tables give equal
/// bytes. Shapefile: one kind of geometry (else Error geometry-failed), names of 10 and texts of
/// 254 bytes, times of day as text; the format has no more.
std::unique_ptr<FileTableSink> makeOgrTableSink(const std::filesystem::path& path,
                                                const std::string& layerName,
                                                const std::stop_token& stop,
                                                const std::string& description);

/// Writes .csv: comma, dot, UTF-8, texts quoted, geometries as WKT in a last column "wkt".
std::unique_ptr<FileTableSink> makeCsvTableSink(const std::filesystem::path& path,
                                                const std::stop_token& stop);

}  // namespace lommer::gis
