#include "gis/raster_io/raster_files.h"

#include "core/base/error.h"
#include "core/engine/parallel.h"
#include "gis/raster_io/geotiff_sink.h"
#include "tests/gis/raster_io/raster_files_on_disk.h"
#include "tests/gis/raster_io/raster_values.h"
#include "tests/support/memory_raster.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>

namespace lommer::gis {
namespace {

using core::CellIndex;
using core::CellWindow;
using core::ErrorCode;
using test::hasRemark;
using test::oneRow;
using test::RasterSpecification;
using test::TemporaryFolder;
using test::valuesIn;
using test::writeRaster;

constexpr double kHole = std::numeric_limits<double>::quiet_NaN();

// All values of a file; NaN as `hole`, so that they can be compared.
std::vector<float> readAll(const std::filesystem::path& path, core::RemarkList& remarks,
                           float hole = -1.0F) {
    const auto opened = openRaster({{path}, ""}, remarks);
    auto values = valuesIn(*opened.source, opened.source->grid().window());
    for (float& value : values) {
        value = std::isnan(value) ? hole : value;
    }
    return values;
}

ErrorCode codeOf(const std::function<void()>& action) {
    try {
        action();
    } catch (const core::Error& error) {
        return error.code();
    }
    return ErrorCode::programFault;
}

TEST(RasterFiles, DeclaredNoDataIsAHoleInEveryType) {
    const TemporaryFolder folder;
    for (const auto type :
         {GDT_Byte, GDT_Int16, GDT_UInt16, GDT_Int32, GDT_UInt32, GDT_Float32, GDT_Float64}) {
        core::RemarkList remarks;
        const auto path =
            writeRaster(folder / "a.tif", {.columns = 3, .rows = 1, .type = type, .noData = 7.0},
                        oneRow({6.0, 7.0, 8.0}));
        EXPECT_EQ(readAll(path, remarks), (std::vector<float>{6.0F, -1.0F, 8.0F}));
        EXPECT_TRUE(remarks.take().empty());
    }
}

TEST(RasterFiles, NotANumberIsAHoleWithAndWithoutBeingDeclared) {
    const TemporaryFolder folder;
    for (const auto noData : {std::optional<double>{}, std::optional{kHole}, std::optional{-9.0}}) {
        core::RemarkList remarks;
        const auto path = writeRaster(folder / "a.tif", {.columns = 3, .rows = 1, .noData = noData},
                                      oneRow({6.0, kHole, 8.0}));
        EXPECT_EQ(readAll(path, remarks), (std::vector<float>{6.0F, -1.0F, 8.0F}));
        EXPECT_TRUE(remarks.take().empty());
    }
}

TEST(RasterFiles, HugeValuesAreHolesAndAreRemarkedOnlyWhereNothingSaidSo) {
    const TemporaryFolder folder;
    const auto values = oneRow({3.4028234663852886e38, -3.4e38, 5.0, 2.9e38});
    const std::vector<float> expected{-1.0F, -1.0F, 5.0F, 2.9e38F};
    for (const auto type : {GDT_Float32, GDT_Float64}) {
        core::RemarkList undeclared;
        const auto a =
            writeRaster(folder / "a.tif", {.columns = 4, .rows = 1, .type = type}, values);
        EXPECT_EQ(readAll(a, undeclared), expected);
        EXPECT_TRUE(hasRemark(undeclared, "nodata-assumed"));
        core::RemarkList declared;
        const auto b = writeRaster(
            folder / "b.tif", {.columns = 4, .rows = 1, .type = type, .noData = -3.4e38}, values);
        EXPECT_EQ(readAll(b, declared), expected);
        EXPECT_TRUE(declared.take().empty());
    }
}

// 2147483647 and 2147483640 are the same float: the comparison must come before the rounding.
TEST(RasterFiles, NoDataOfLongIntegersIsComparedExactly) {
    const TemporaryFolder folder;
    core::RemarkList remarks;
    const auto path = writeRaster(
        folder / "a.tif", {.columns = 2, .rows = 1, .type = GDT_Int32, .noData = 2147483647.0},
        oneRow({2147483647.0, 2147483640.0}));
    EXPECT_EQ(readAll(path, remarks), (std::vector<float>{-1.0F, 2147483648.0F}));
}

TEST(RasterFiles, ScaleAndOffsetComeAfterNoData) {
    const TemporaryFolder folder;
    core::RemarkList remarks;
    const auto path = writeRaster(folder / "a.tif",
                                  {.columns = 3,
                                   .rows = 1,
                                   .type = GDT_Int16,
                                   .noData = 100.0,
                                   .scale = 0.5,
                                   .offset = -10.0},
                                  oneRow({100.0, 0.0, 25.0}));
    EXPECT_EQ(readAll(path, remarks), (std::vector<float>{-1.0F, -10.0F, 2.5F}));
}

TEST(RasterFiles, MaskedCellsAreHoles) {
    const TemporaryFolder folder;
    core::RemarkList remarks;
    const auto path = writeRaster(folder / "a.tif",
                                  {.columns = 4,
                                   .rows = 1,
                                   .type = GDT_Byte,
                                   .isMasked = [](int, int column) { return column == 2; }},
                                  oneRow({1.0, 2.0, 3.0, 4.0}));
    EXPECT_EQ(readAll(path, remarks), (std::vector<float>{1.0F, 2.0F, -1.0F, 4.0F}));
}

TEST(RasterFiles, CellsThatTheAlphaBandHidesAreHoles) {
    const TemporaryFolder folder;
    const auto path = folder / "a.tif";
    {
        CPLStringList options;
        options.SetNameValue("ALPHA", "YES");
        const GDALDatasetUniquePtr file(GetGDALDriverManager()->GetDriverByName("GTiff")->Create(
            path.string().c_str(), 3, 1, 2, GDT_Byte, options.List()));
        double geotransform[] = {85000.0, 1.0, 0.0, 447000.0, 0.0, -1.0};
        file->SetGeoTransform(geotransform);
        OGRSpatialReference system;
        system.importFromEPSG(28992);
        file->SetSpatialRef(&system);
        GByte values[] = {1, 2, 3};
        GByte alpha[] = {255, 0, 1};
        ASSERT_EQ(file->GetRasterBand(1)->RasterIO(GF_Write, 0, 0, 3, 1, values, 3, 1, GDT_Byte, 0,
                                                   0, nullptr),
                  CE_None);
        ASSERT_EQ(file->GetRasterBand(2)->RasterIO(GF_Write, 0, 0, 3, 1, alpha, 3, 1, GDT_Byte, 0,
                                                   0, nullptr),
                  CE_None);
    }
    core::RemarkList remarks;
    EXPECT_EQ(readAll(path, remarks), (std::vector<float>{1.0F, -1.0F, 3.0F}));
}

TEST(RasterFiles, WindowMayStickOutAndIsAHoleThere) {
    const TemporaryFolder folder;
    core::RemarkList remarks;
    const auto path = writeRaster(folder / "a.tif", {.columns = 3, .rows = 2},
                                  [](int row, int column) { return 10.0 * row + column; });
    const auto opened = openRaster({{path}, ""}, remarks);
    const auto values = valuesIn(*opened.source, {-1, -1, 5, 4});
    std::vector<float> known;
    std::copy_if(values.begin(), values.end(), std::back_inserter(known),
                 [](float value) { return !std::isnan(value); });
    EXPECT_EQ(known, (std::vector<float>{0.0F, 1.0F, 2.0F, 10.0F, 11.0F, 12.0F}));
    EXPECT_EQ(values[6], 0.0F);  // one cell in from the north-west corner
}

TEST(RasterFiles, RowsFromSouthToNorthAreTurnedRound) {
    const TemporaryFolder folder;
    core::RemarkList remarks;
    const auto path = writeRaster(
        folder / "a.tif",
        {.columns = 2, .rows = 900, .geotransform = {85000.0, 1.0, 0.0, 446000.0, 0.0, 1.0}},
        [](int row, int) { return row; });
    const auto opened = openRaster({{path}, ""}, remarks);
    EXPECT_EQ(opened.source->grid(), core::Grid(85000.0, 446900.0, 1.0, 2, 900));
    EXPECT_EQ(valuesIn(*opened.source, {0, 0, 1, 1}), std::vector<float>{899.0F});
    EXPECT_EQ(valuesIn(*opened.source, {1, 898, 1, 2}), (std::vector<float>{1.0F, 0.0F}));
}

TEST(RasterFiles, RotatedIsRefused) {
    const TemporaryFolder folder;
    const auto path =
        writeRaster(folder / "a.tif", {.geotransform = {85000.0, 1.0, 0.1, 447000.0, -0.1, -1.0}},
                    [](int, int) { return 1.0; });
    EXPECT_EQ(codeOf([&] { describeRaster({{path}, ""}); }), ErrorCode::rasterRotated);
}

TEST(RasterFiles, WithoutSystemItIsCrsMissing) {
    const TemporaryFolder folder;
    const auto path = writeRaster(folder / "a.tif", {.crs = ""}, [](int, int) { return 1.0; });
    EXPECT_EQ(codeOf([&] { describeRaster({{path}, ""}); }), ErrorCode::crsMissing);
    core::RemarkList remarks;
    EXPECT_EQ(codeOf([&] { openRaster({{path}, ""}, remarks); }), ErrorCode::crsMissing);
}

TEST(RasterFiles, WhatIsNotThereIsFileMissing) {
    const TemporaryFolder folder;
    EXPECT_EQ(codeOf([&] { describeRaster({{folder / "none.tif"}, ""}); }), ErrorCode::fileMissing);
}

TEST(RasterFiles, TextNamedTifIsFileUnreadable) {
    const TemporaryFolder folder;
    std::ofstream(folder / "a.tif") << "hoogte;1,5\n";
    EXPECT_EQ(codeOf([&] { describeRaster({{folder / "a.tif"}, ""}); }), ErrorCode::fileUnreadable);
}

// Cut short at every tenth of its length: seen at opening, or at the latest when cells are read.
TEST(RasterFiles, ACutShortTiffIsFileIncompleteWhereverItWasCut) {
    const TemporaryFolder folder;
    for (const bool isTiled : {false, true}) {
        const auto whole = writeRaster(
            folder / "a.tif",
            {.columns = 300,
             .rows = 200,
             .creationOptions = {"COMPRESS=DEFLATE", isTiled ? "TILED=YES" : "TILED=NO"}},
            [](int row, int column) { return (row * 131 + column * 17) % 211; });
        const auto bytes = std::filesystem::file_size(whole);
        for (std::uintmax_t tenth = 1; tenth < 10; ++tenth) {
            const auto cut = folder / "cut.tif";
            std::filesystem::copy_file(whole, cut,
                                       std::filesystem::copy_options::overwrite_existing);
            std::filesystem::resize_file(cut, bytes * tenth / 10);
            core::RemarkList remarks;
            EXPECT_EQ(codeOf([&] { readAll(cut, remarks); }), ErrorCode::fileIncomplete) << tenth;
        }
    }
}

TEST(RasterFiles, AFileThatChangedAfterOpeningIsFileChangedAndAGoneOneFileMissing) {
    const TemporaryFolder folder;
    core::RemarkList remarks;
    const auto path = writeRaster(folder / "a.tif", {}, [](int, int) { return 1.0; });
    const auto opened = openRaster({{path}, ""}, remarks);
    const auto before = std::filesystem::last_write_time(path);
    std::filesystem::last_write_time(path, before + std::chrono::seconds(3));
    EXPECT_EQ(codeOf([&] { valuesIn(*opened.source, {0, 0, 1, 1}); }), ErrorCode::fileChanged);
    std::filesystem::last_write_time(path, before);
    std::filesystem::rename(path, folder / "b.tif");
    EXPECT_EQ(codeOf([&] { valuesIn(*opened.source, {0, 0, 1, 1}); }), ErrorCode::fileMissing);
}

TEST(RasterFiles, OpeningAndReadingLeavesTheFolderAsItWas) {
    const TemporaryFolder folder;
    const auto path = writeRaster(folder / "a.tif", {}, [](int, int) { return 1.0; });
    const auto before = std::filesystem::last_write_time(path);
    core::RemarkList remarks;
    readAll(path, remarks);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
    EXPECT_EQ(std::filesystem::last_write_time(path), before);
}

// On a plane any bilinear value between centres is the plane's own.
TEST(RasterFiles, OblongCellsAreResampledToSquareOnesWithARemark) {
    const TemporaryFolder folder;
    core::RemarkList remarks;
    const auto path = writeRaster(
        folder / "a.tif",
        {.columns = 20, .rows = 10, .geotransform = {85000.0, 1.0, 0.0, 447000.0, 0.0, -2.0}},
        [](int row, int column) { return 3.0 * (column + 0.5) + 5.0 * 2.0 * (row + 0.5); });
    const auto opened = openRaster({{path}, ""}, remarks);
    EXPECT_EQ(opened.source->grid(), core::Grid(85000.0, 447000.0, 1.0, 20, 20));
    EXPECT_TRUE(hasRemark(remarks, "raster-resampled"));
    const auto values = valuesIn(*opened.source, {3, 4, 2, 2});
    EXPECT_FLOAT_EQ(values[0], static_cast<float>(3.0 * 3.5 + 5.0 * 4.5));
    EXPECT_FLOAT_EQ(values[3], static_cast<float>(3.0 * 4.5 + 5.0 * 5.5));
}

TEST(RasterFiles, ManyThreadsReadWhatOneReads) {
    const TemporaryFolder folder;
    const auto path = writeRaster(
        folder / "a.tif",
        {.columns = 1500, .rows = 1100, .creationOptions = {"TILED=YES", "COMPRESS=DEFLATE"}},
        [](int row, int column) { return row * 7.0 + column * 3.0; });
    core::RemarkList remarks;
    const auto opened = openRaster({{path}, ""}, remarks);
    const core::ThreadLimit limit(5);
    std::vector<int> wrong(60, 0);
    core::parallelFor(60, {}, [&](std::int64_t index) {
        const CellWindow window{(index * 173) % 1200, (index * 97) % 800, 300, 300};
        const auto values = valuesIn(*opened.source, window);
        for (std::int64_t row = 0; row < 300; ++row) {
            for (std::int64_t column = 0; column < 300; ++column) {
                const auto expected = static_cast<float>((window.row + row) * 7) +
                                      static_cast<float>((window.column + column) * 3);
                wrong[static_cast<std::size_t>(index)] +=
                    values[static_cast<std::size_t>(row * 300 + column)] != expected ? 1 : 0;
            }
        }
    });
    EXPECT_EQ(wrong, std::vector<int>(60, 0));
}

TEST(RasterFiles, AReducedLookIsNearTheMiddleOfEachSquare) {
    const TemporaryFolder folder;
    const core::Grid grid = test::gridOf(2100, 1300, 0.5);
    const test::MemoryRaster plane(grid, [](CellIndex cell) {
        return static_cast<float>(cell.column) + 2.0F * static_cast<float>(cell.row);
    });
    const auto sink = GeoTiffSink::create(folder / "a.tif", grid, {});
    sink->write(grid.window(), {plane.values().data(), 2100, 1300, 2100});
    sink->finish();
    core::RemarkList remarks;
    const auto opened = openRaster({{folder / "a.tif"}, ""}, remarks);
    const CellWindow window{-30, 50, 2200, 1200};
    for (const std::int64_t factor : {1, 2, 3, 5, 10, 100}) {
        const auto columns = core::reducedCount(window.columns, factor);
        const auto rows = core::reducedCount(window.rows, factor);
        core::RasterBuffer<float> fast(columns, rows);
        core::RasterBuffer<float> plain(columns, rows);
        opened.source->readReduced(window, factor, fast.view());
        plane.readReduced(window, factor, plain.view());
        for (std::int64_t row = 0; row < rows - 1; ++row) {
            for (std::int64_t column = 0; column < columns - 1; ++column) {
                const float expected = plain.view()(row, column);
                const float actual = fast.view()(row, column);
                ASSERT_EQ(std::isnan(actual), std::isnan(expected))
                    << factor << ' ' << row << ' ' << column;
                if (!std::isnan(expected)) {
                    ASSERT_NEAR(actual, expected, 3.0 * static_cast<double>(factor));
                }
            }
        }
    }
}

TEST(RasterFiles, RealHeightsOfDelftHaveTheirHolesOnTheWater) {
    const std::filesystem::path path =
        std::filesystem::path(LOMMER_REAL_DATA) / "delft_elevation/ahn3_dsm50cm_bk_small.tif";
    if (!std::filesystem::exists(path)) {
        GTEST_SKIP() << "no real data here";
    }
    core::RemarkList remarks;
    const auto opened = openRaster({{path}, ""}, remarks);
    EXPECT_EQ(opened.source->grid(), core::Grid(85046.5, 447101.0, 0.5, 891, 859));
    const auto values = valuesIn(*opened.source, opened.source->grid().window());
    const auto holes =
        std::count_if(values.begin(), values.end(), [](float value) { return std::isnan(value); });
    EXPECT_NEAR(static_cast<double>(holes) / static_cast<double>(values.size()), 0.03, 0.01);
    for (const float value : values) {
        EXPECT_FALSE(value < -4.0F || value > 53.0F);
    }
}

}  // namespace
}  // namespace lommer::gis
