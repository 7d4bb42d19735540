#pragma once

#include "core/raster/grid.h"
#include "tests/support/temporary_folder.h"

#include <gdal_priv.h>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace lommer::test {

/// How `writeRaster` makes its file.
struct RasterSpecification {
    int columns = 20;
    int rows = 10;
    GDALDataType type = GDT_Float32;
    /// left, cell width, rotation, top, rotation, -cell height
    std::vector<double> geotransform = {85000.0, 1.0, 0.0, 447000.0, 0.0, -1.0};
    /// "EPSG:28992"; empty = no system.
    std::string crs = "EPSG:28992";
    std::optional<double> noData = {};
    double scale = 1.0;
    double offset = 0.0;
    std::vector<std::string> creationOptions = {};
    /// 0 where the cell is a hole, by an internal mask band.
    std::function<bool(int row, int column)> isMasked = {};
};

/// Writes a GeoTIFF with GDAL itself, the stored value of each cell from `valueOf`.
std::filesystem::path writeRaster(const std::filesystem::path& path,
                                  const RasterSpecification& specification,
                                  const std::function<double(int row, int column)>& valueOf);

}  // namespace lommer::test
