#pragma once

#include "core/base/remark.h"
#include "core/engine/declaration.h"
#include "core/raster/grid.h"
#include "core/subjects/data_repair.h"
#include "core/vector/table_source.h"
#include "gis/crs/crs_info.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lommer::gis {

struct ColumnMapping;

/// Where one layer of data lies: a file (or a folder or set of tiles that together are one raster)
/// and, in a file with several, the layer's name.
struct LayerLocation {
    /// Sorted. More than one only for raster tiles that form one mosaic.
    std::vector<std::filesystem::path> files;
    /// Empty for rasters and for files with one layer.
    std::string layer = {};
    /// Of a table: the rows and columns of one subject (core/subjects) that it holds. Empty: all
    /// current rows, with the columns as they are in the file.
    std::string subject = {};
    /// Of a table: what is put right in its rows on the way in.
    std::vector<core::DataRepair> repairs = {};
    /// How its columns become the subject's, where a person assigned them; null: as registers do.
    std::shared_ptr<const ColumnMapping> mapping = {};
};

/// What was found at a location, without reading all of it.
struct LayerDescription {
    LayerLocation location;
    core::DataKind kind = core::DataKind::table;
    /// Name without path: the layer's, or the file's.
    std::string name;
    CrsInfo crs;
    /// GDAL's short driver name: GTiff, GPKG, CSV.
    std::string format;
    /// Of a raster: its grid in RD as the engine will see it; nothing for a table.
    std::optional<core::Grid> grid = {};
    /// Of a table.
    core::TableInfo table = {};
    /// Subject id (core/subjects) or empty where it is not recognised.
    std::string subject = {};
    /// The register that it comes from, as LayerPattern::source names it (`bgt`; `ahn`, `knmi`;
    /// `sample` for made-up data, which say so themselves); empty where that is not known.
    std::string registerId = {};
    std::string referenceDate = {};
    std::vector<core::Remark> remarks = {};
};

/// An opened layer and what was done to it on the way in.
template <class Source>
struct OpenedLayer {
    std::shared_ptr<const Source> source;
    LayerDescription description;
    CoordinateOperation operation;
    /// Repairs and other remarks: resampled, curves linearised, polygons repaired. Table repairs
    /// are known only after reading; the source adds them to the RemarkList given at opening.
};

}  // namespace lommer::gis
