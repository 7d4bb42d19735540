#include "gis/raster_io/raster_files.h"
#include "tests/gis/raster_io/raster_files_on_disk.h"
#include "tests/gis/raster_io/raster_values.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace lommer::gis {
namespace {

using test::hasRemark;
using test::oneRow;
using test::TemporaryFolder;
using test::valuesIn;
using test::writeRaster;

TEST(RasterTiles, WithTheirOwnNoDataAreOneRasterWithHolesInTheGap) {
    const TemporaryFolder folder;
    core::RemarkList remarks;
    const auto west =
        writeRaster(folder / "1.tif", {.columns = 2, .rows = 1, .noData = 1.0}, oneRow({1.0, 2.0}));
    const auto east = writeRaster(folder / "2.tif",
                                  {.columns = 2,
                                   .rows = 1,
                                   .type = GDT_Byte,
                                   .geotransform = {85003.0, 1.0, 0.0, 446999.0, 0.0, -1.0},
                                   .noData = 2.0},
                                  oneRow({1.0, 2.0}));
    const auto opened = openRaster({{west, east}, ""}, remarks);
    EXPECT_EQ(opened.source->grid(), core::Grid(85000.0, 447000.0, 1.0, 5, 2));
    auto values = valuesIn(*opened.source, opened.source->grid().window());
    std::replace_if(
        values.begin(), values.end(), [](float v) { return std::isnan(v); }, -1.0F);
    EXPECT_EQ(values, (std::vector<float>{-1, 2, -1, -1, -1,  //
                                          -1, -1, -1, 1, -1}));
    EXPECT_TRUE(remarks.take().empty());
}

TEST(RasterTiles, WhereTheyOverlapTheFirstThatKnowsAValueHasIt) {
    const TemporaryFolder folder;
    core::RemarkList remarks;
    const auto first = writeRaster(folder / "1.tif", {.columns = 3, .rows = 1, .noData = 0.0},
                                   oneRow({1.0, 2.0, 0.0}));
    const auto second = writeRaster(
        folder / "2.tif",
        {.columns = 3, .rows = 1, .geotransform = {85001.0, 1.0, 0.0, 447000.0, 0.0, -1.0}},
        oneRow({7.0, 8.0, 9.0}));
    const auto opened = openRaster({{first, second}, ""}, remarks);
    EXPECT_EQ(valuesIn(*opened.source, opened.source->grid().window()),
              (std::vector<float>{1.0F, 2.0F, 8.0F, 9.0F}));
}

TEST(RasterTiles, ATileWithOtherCellsIsBroughtToTheCellsOfTheFirst) {
    const TemporaryFolder folder;
    core::RemarkList remarks;
    const auto height = [](double x, double y) {
        return 0.5 * (x - 85000.0) + 0.25 * (447000.0 - y);
    };
    const auto first =
        writeRaster(folder / "1.tif", {.columns = 10, .rows = 10},
                    [&](int row, int column) { return height(85000.5 + column, 446999.5 - row); });
    const auto second = writeRaster(
        folder / "2.tif",
        {.columns = 20, .rows = 20, .geotransform = {85010.0, 0.5, 0.0, 447000.0, 0.0, -0.5}},
        [&](int row, int column) {
            return height(85010.25 + 0.5 * column, 446999.75 - 0.5 * row);
        });
    const auto opened = openRaster({{first, second}, ""}, remarks);
    EXPECT_EQ(opened.source->grid(), core::Grid(85000.0, 447000.0, 1.0, 20, 10));
    EXPECT_TRUE(hasRemark(remarks, "raster-resampled"));
    const auto& grid = opened.source->grid();
    const auto values = valuesIn(*opened.source, grid.window());
    for (std::int64_t row = 0; row < 10; ++row) {
        for (std::int64_t column = 0; column < 20; ++column) {
            const auto centre = grid.centreOf({row, column});
            EXPECT_NEAR(static_cast<double>(values[static_cast<std::size_t>(row * 20 + column)]),
                        height(centre.x, centre.y), 1e-5);
        }
    }
}

}  // namespace
}  // namespace lommer::gis
