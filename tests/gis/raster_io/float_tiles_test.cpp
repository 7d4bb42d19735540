#include "gis/raster_io/float_tiles.h"

#include "core/base/error.h"
#include "gis/raster_io/raster_files.h"
#include "gis/raster_io/raster_header.h"
#include "tests/gis/raster_io/raster_files_on_disk.h"
#include "tests/gis/raster_io/raster_values.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <fstream>
#include <limits>

namespace lommer::gis {
namespace {

using test::RasterSpecification;
using test::TemporaryFolder;
using test::writeRaster;

/// Values of every kind: slopes, noise, both zeros, numbers next to nothing, holes.
double valueAt(int row, int column) {
    switch ((row * 7 + column) % 11) {
        case 0:
            return -0.0;
        case 1:
            return std::numeric_limits<float>::quiet_NaN();
        case 2:
            return 1e-41;
        case 3:
            return -3.5e20;
        default:
            return std::sin(row * 12.9898 + column * 78.233) * 100.0 + column;
    }
}

std::vector<std::uint32_t> bitsOf(const std::vector<float>& values) {
    std::vector<std::uint32_t> bits(values.size());
    std::transform(values.begin(), values.end(), bits.begin(),
                   [](float value) { return std::bit_cast<std::uint32_t>(value); });
    return bits;
}

RasterSpecification specificationOf(std::vector<std::string> options) {
    return {.columns = 301, .rows = 173, .creationOptions = std::move(options)};
}

class FloatTilesAreReadAsTheLibraryDoes
    : public ::testing::TestWithParam<std::vector<std::string>> {};

TEST_P(FloatTilesAreReadAsTheLibraryDoes, BitForBit) {
    const TemporaryFolder folder;
    const auto path = writeRaster(folder / "heights.tif", specificationOf(GetParam()), valueAt);
    const auto dataset = openDataset(path);
    const auto tiles = FloatTiles::of(*dataset, path);
    ASSERT_NE(tiles, nullptr);
    for (const core::CellWindow& window :
         {core::CellWindow{0, 0, 301, 173}, core::CellWindow{63, 40, 130, 101},
          core::CellWindow{300, 172, 1, 1}}) {
        core::RasterBuffer<float> own(window.columns, window.rows);
        std::vector<float> library(own.values().size());
        ASSERT_EQ(dataset->GetRasterBand(1)->RasterIO(
                      GF_Read, static_cast<int>(window.column), static_cast<int>(window.row),
                      static_cast<int>(window.columns), static_cast<int>(window.rows),
                      library.data(), static_cast<int>(window.columns),
                      static_cast<int>(window.rows), GDT_Float32, 0, 0, nullptr),
                  CE_None);
        ASSERT_TRUE(tiles->read(window, own.view()));
        EXPECT_EQ(bitsOf({own.values().begin(), own.values().end()}), bitsOf(library));
    }
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, FloatTilesAreReadAsTheLibraryDoes,
    ::testing::Values(std::vector<std::string>{"COMPRESS=ZSTD", "PREDICTOR=3", "TILED=YES",
                                               "BLOCKXSIZE=64", "BLOCKYSIZE=32"},
                      std::vector<std::string>{"COMPRESS=DEFLATE", "PREDICTOR=3", "TILED=YES",
                                               "BLOCKXSIZE=128", "BLOCKYSIZE=128"},
                      std::vector<std::string>{"COMPRESS=DEFLATE", "PREDICTOR=3", "TILED=YES",
                                               "BIGTIFF=YES", "ENDIANNESS=BIG", "BLOCKXSIZE=64",
                                               "BLOCKYSIZE=64"},
                      std::vector<std::string>{"COMPRESS=ZSTD", "PREDICTOR=3", "BLOCKYSIZE=1"}));

TEST(FloatTiles, LeaveOtherFilesToTheLibrary) {
    const TemporaryFolder folder;
    int number = 0;
    const auto hasTiles = [&](const RasterSpecification& specification) {
        const auto path = writeRaster(folder / (std::to_string(++number) + ".tif"), specification,
                                      [](int, int) { return 1.0; });
        const auto dataset = openDataset(path);
        return FloatTiles::of(*dataset, path) != nullptr;
    };
    EXPECT_FALSE(hasTiles(specificationOf({})));
    EXPECT_FALSE(hasTiles(specificationOf({"COMPRESS=LZW", "PREDICTOR=3"})));
    EXPECT_FALSE(hasTiles(specificationOf({"COMPRESS=DEFLATE"})));
    RasterSpecification doubles = specificationOf({"COMPRESS=DEFLATE", "PREDICTOR=3"});
    doubles.type = GDT_Float64;
    EXPECT_FALSE(hasTiles(doubles));
    RasterSpecification whole = specificationOf({"COMPRESS=DEFLATE", "PREDICTOR=2"});
    whole.type = GDT_Int16;
    EXPECT_FALSE(hasTiles(whole));
}

TEST(FloatTiles, LeaveAbsentAndShortTilesToTheLibrary) {
    const TemporaryFolder folder;
    const auto sparse =
        writeRaster(folder / "sparse.tif",
                    {.columns = 128,
                     .rows = 64,
                     .noData = 0.0,
                     .creationOptions = {"COMPRESS=ZSTD", "PREDICTOR=3", "TILED=YES",
                                         "BLOCKXSIZE=64", "BLOCKYSIZE=64", "SPARSE_OK=TRUE"}},
                    [](int, int column) { return column < 64 ? 0.0 : 5.0; });
    const auto dataset = openDataset(sparse);
    const auto tiles = FloatTiles::of(*dataset, sparse);
    ASSERT_NE(tiles, nullptr);
    core::RasterBuffer<float> cells(64, 64);
    EXPECT_FALSE(tiles->read({0, 0, 64, 64}, cells.view()));
    EXPECT_TRUE(tiles->read({64, 0, 64, 64}, cells.view()));
    EXPECT_EQ(cells.view()(63, 63), 5.0F);
    core::RemarkList remarks;
    const auto opened = openRaster({{sparse}, ""}, remarks);
    const auto values = test::valuesIn(*opened.source, {63, 0, 2, 1});
    EXPECT_TRUE(std::isnan(values[0]));
    EXPECT_EQ(values[1], 5.0F);
}

TEST(FloatTiles, OfADamagedFileEndInAClearError) {
    const TemporaryFolder folder;
    const auto path = writeRaster(folder / "damaged.tif",
                                  specificationOf({"COMPRESS=ZSTD", "PREDICTOR=3", "TILED=YES",
                                                   "BLOCKXSIZE=128", "BLOCKYSIZE=128"}),
                                  valueAt);
    std::string name;
    {
        const auto dataset = openDataset(path);
        name = dataset->GetRasterBand(1)->GetMetadataItem("BLOCK_OFFSET_0_0", "TIFF");
    }
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(std::stoll(name));
    file << std::string(200, '!');
    file.close();
    core::RemarkList remarks;
    const auto opened = openRaster({{path}, ""}, remarks);
    try {
        test::valuesIn(*opened.source, {0, 0, 10, 10});
        FAIL();
    } catch (const core::Error& error) {
        EXPECT_EQ(error.code(), core::ErrorCode::fileIncomplete);
    }
}

}  // namespace
}  // namespace lommer::gis
