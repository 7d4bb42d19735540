// Rasters in other systems than RD, and in RD by another name.

#include "core/base/error.h"
#include "gis/crs/transformer.h"
#include "gis/raster_io/raster_files.h"
#include "tests/gis/raster_io/raster_files_on_disk.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>

namespace lommer::gis {
namespace {

using core::ErrorCode;
using test::TemporaryFolder;
using test::writeRaster;

/// A plane in RD.
double heightAt(core::Point rd) {
    return 0.02 * (rd.x - 155000.0) + 0.05 * (rd.y - 463000.0);
}

/// A file in another system whose cells have the height of their centre.
std::filesystem::path writePlane(const std::filesystem::path& path, const std::string& crs,
                                 const std::vector<double>& geotransform) {
    const Transformer toRd(parseCrs(crs), rdNew(), {});
    return writeRaster(path, {.columns = 120, .rows = 80, .geotransform = geotransform, .crs = crs},
                       [&](int row, int column) {
                           core::Point place{geotransform[0] + (column + 0.5) * geotransform[1],
                                             geotransform[3] + (row + 0.5) * geotransform[5]};
                           toRd.transform({&place, 1});
                           return heightAt(place);
                       });
}

core::RasterBuffer<float> cellsOf(const core::RasterSource& source) {
    core::RasterBuffer<float> cells(source.grid().columns(), source.grid().rows());
    source.read(source.grid().window(), cells.view());
    return cells;
}

ErrorCode refusalOf(const std::filesystem::path& path) {
    try {
        core::RemarkList remarks;
        openRaster({{path}, ""}, remarks);
    } catch (const core::Error& error) {
        return error.code();
    }
    return ErrorCode::programFault;
}

struct System {
    const char* crs;
    std::vector<double> geotransform;
    double expectedCellSize;
};

TEST(RasterSystems, AreBroughtToRdWithARemarkAndTheWayIsKept) {
    const System systems[] = {
        // About 1.11 m x 0.68 m in the middle of the country: a square of 0.87 m has its surface.
        {"EPSG:4326", {5.387, 0.00001, 0.0, 52.156, 0.0, -0.00001}, 0.87},
        {"EPSG:25831", {663000.0, 0.5, 0.0, 5780500.0, 0.0, -0.5}, 0.5},
        {"EPSG:3857", {599700.0, 2.0, 0.0, 6828000.0, 0.0, -2.0}, 1.2}};
    for (const System& system : systems) {
        SCOPED_TRACE(system.crs);
        const TemporaryFolder folder;
        core::RemarkList remarks;
        const auto path = writePlane(folder / "a.tif", system.crs, system.geotransform);
        const auto opened = openRaster({{path}, ""}, remarks);
        EXPECT_NEAR(opened.source->grid().cellSize(), system.expectedCellSize, 1e-9);
        EXPECT_NE(opened.operation.name, "none");
        const auto noted = remarks.take();
        ASSERT_EQ(noted.size(), 1u);
        EXPECT_EQ(noted[0].code, "raster-transformed");
        const auto cells = cellsOf(*opened.source);
        std::int64_t known = 0;
        for (std::int64_t row = 0; row < cells.rows(); ++row) {
            for (std::int64_t column = 0; column < cells.columns(); ++column) {
                const float value = cells.view()(row, column);
                if (std::isnan(value)) {
                    continue;
                }
                ++known;
                const core::Point centre = opened.source->grid().centreOf({row, column});
                // Half a cell beyond the outermost centres the outermost cells go on.
                ASSERT_NEAR(static_cast<double>(value), heightAt(centre), 0.07);
            }
        }
        // The surface stays: as many cells have a value as the file has, by their sizes.
        const double share =
            static_cast<double>(known) / static_cast<double>(cells.values().size());
        EXPECT_GT(share, 0.9);
    }
}

TEST(RasterSystems, GiveTheSameValuesWhateverIsReadAtOnce) {
    const TemporaryFolder folder;
    core::RemarkList remarks;
    const auto path =
        writePlane(folder / "a.tif", "EPSG:4326", {5.387, 0.00001, 0.0, 52.156, 0.0, -0.00001});
    const auto opened = openRaster({{path}, ""}, remarks);
    const auto whole = cellsOf(*opened.source);
    const core::CellWindow window{17, 23, 31, 9};
    core::RasterBuffer<float> part(window.columns, window.rows);
    opened.source->read(window, part.view());
    for (std::int64_t row = 0; row < window.rows; ++row) {
        for (std::int64_t column = 0; column < window.columns; ++column) {
            EXPECT_EQ(std::bit_cast<std::uint32_t>(part.view()(row, column)),
                      std::bit_cast<std::uint32_t>(
                          whole.view()(window.row + row, window.column + column)));
        }
    }
}

TEST(RasterSystems, OfSeveralTilesMayDiffer) {
    const TemporaryFolder folder;
    core::RemarkList remarks;
    const auto inRd = writeRaster(
        folder / "1.tif",
        {.columns = 200, .rows = 200, .geotransform = {155000.0, 1.0, 0.0, 463200.0, 0.0, -1.0}},
        [](int row, int column) {
            return heightAt({155000.5 + column, 463199.5 - row});
        });
    const auto inDegrees =
        writePlane(folder / "2.tif", "EPSG:4326", {5.3885, 0.00001, 0.0, 52.1565, 0.0, -0.00001});
    const auto opened = openRaster({{inRd, inDegrees}, ""}, remarks);
    EXPECT_EQ(opened.source->grid().cellSize(), 1.0);
    EXPECT_TRUE(opened.description.crs.isRdNew);
    const auto cells = cellsOf(*opened.source);
    for (std::int64_t row = 0; row < cells.rows(); ++row) {
        for (std::int64_t column = 0; column < cells.columns(); ++column) {
            const float value = cells.view()(row, column);
            ASSERT_TRUE(std::isnan(value) ||
                        std::abs(static_cast<double>(value) -
                                 heightAt(opened.source->grid().centreOf({row, column}))) < 0.07);
        }
    }
}

TEST(RasterSystems, KnowRdByAnyName) {
    const TemporaryFolder folder;
    const std::string unnamed =
        "PROJCS[\"unnamed\",GEOGCS[\"x\",DATUM[\"y\",SPHEROID[\"Bessel 1841\",6377397.155,"
        "299.1528128]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]],"
        "PROJECTION[\"Oblique_Stereographic\"],PARAMETER[\"latitude_of_origin\","
        "52.15616055555555],PARAMETER[\"central_meridian\",5.38763888888889],"
        "PARAMETER[\"scale_factor\",0.9999079],PARAMETER[\"false_easting\",155000],"
        "PARAMETER[\"false_northing\",463000],UNIT[\"metre\",1]]";
    for (const std::string& crs : {std::string("EPSG:7415"), unnamed}) {
        core::RemarkList remarks;
        const auto path = writeRaster(folder / "a.tif", {.crs = crs}, [](int, int) { return 1.0; });
        const auto opened = openRaster({{path}, ""}, remarks);
        EXPECT_TRUE(opened.description.crs.isRdNew);
        EXPECT_EQ(opened.source->grid(), core::Grid(85000.0, 447000.0, 1.0, 20, 10));
        EXPECT_TRUE(remarks.take().empty());
    }
}

TEST(RasterSystems, OutsideTheNetherlandsAreRefused) {
    const TemporaryFolder folder;
    const auto berlin =
        writeRaster(folder / "a.tif",
                    {.geotransform = {13.4, 0.0001, 0.0, 52.5, 0.0, -0.0001}, .crs = "EPSG:4326"},
                    [](int, int) { return 1.0; });
    EXPECT_EQ(refusalOf(berlin), ErrorCode::transformationTooCoarse);
}

TEST(RasterFolders, AreNoRaster) {
    const TemporaryFolder folder;
    const ErrorCode code = refusalOf(folder.path());
    EXPECT_TRUE(code == ErrorCode::fileUnreadable || code == ErrorCode::fileMissing)
        << core::toText(code);
}

}  // namespace
}  // namespace lommer::gis
