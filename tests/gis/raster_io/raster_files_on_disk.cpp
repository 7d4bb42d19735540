#include "tests/gis/raster_io/raster_files_on_disk.h"

#include <gtest/gtest.h>

namespace lommer::test {

namespace {

void setMask(GDALRasterBand& band, const RasterSpecification& specification) {
    if (!specification.isMasked) {
        return;
    }
    CPLSetThreadLocalConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES");
    EXPECT_EQ(band.CreateMaskBand(GMF_PER_DATASET), CE_None);
    std::vector<GByte> line(static_cast<std::size_t>(specification.columns));
    for (int row = 0; row < specification.rows; ++row) {
        for (int column = 0; column < specification.columns; ++column) {
            line[static_cast<std::size_t>(column)] = specification.isMasked(row, column) ? 0 : 255;
        }
        EXPECT_EQ(
            band.GetMaskBand()->RasterIO(GF_Write, 0, row, specification.columns, 1, line.data(),
                                         specification.columns, 1, GDT_Byte, 0, 0, nullptr),
            CE_None);
    }
    CPLSetThreadLocalConfigOption("GDAL_TIFF_INTERNAL_MASK", nullptr);
}

}  // namespace

std::filesystem::path writeRaster(const std::filesystem::path& path,
                                  const RasterSpecification& specification,
                                  const std::function<double(int row, int column)>& valueOf) {
    CPLStringList options;
    for (const auto& option : specification.creationOptions) {
        options.AddString(option.c_str());
    }
    auto* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    const GDALDatasetUniquePtr file(driver->Create(path.string().c_str(), specification.columns,
                                                   specification.rows, 1, specification.type,
                                                   options.List()));
    EXPECT_NE(file, nullptr);
    auto geotransform = specification.geotransform;
    file->SetGeoTransform(geotransform.data());
    if (!specification.crs.empty()) {
        OGRSpatialReference system;
        system.SetFromUserInput(specification.crs.c_str());
        file->SetSpatialRef(&system);
    }
    auto& band = *file->GetRasterBand(1);
    if (specification.noData) {
        band.SetNoDataValue(*specification.noData);
    }
    if (specification.scale != 1.0 || specification.offset != 0.0) {
        band.SetScale(specification.scale);
        band.SetOffset(specification.offset);
    }
    std::vector<double> line(static_cast<std::size_t>(specification.columns));
    for (int row = 0; row < specification.rows; ++row) {
        for (int column = 0; column < specification.columns; ++column) {
            line[static_cast<std::size_t>(column)] = valueOf(row, column);
        }
        EXPECT_EQ(band.RasterIO(GF_Write, 0, row, specification.columns, 1, line.data(),
                                specification.columns, 1, GDT_Float64, 0, 0, nullptr),
                  CE_None);
    }
    setMask(band, specification);
    return path;
}

}  // namespace lommer::test
