// Real use: heights of the campus of Delft, for each of its buildings.

#include "core/analyses/basic/raster_calculator/raster_calculator.h"
#include "core/analyses/basic/zonal_statistics/zonal_statistics.h"
#include "gis/raster_io/raster_files.h"
#include "gis/vector_io/table_files.h"
#include "tests/support/run_analysis.h"

#include <gtest/gtest.h>

#include <cmath>

namespace lommer::gis {
namespace {

namespace fs = std::filesystem;

const fs::path kData = LOMMER_REAL_DATA;

/// Of one row: outer rings less their holes.
double areaOf(const core::GeometryColumn& geometries, std::int64_t row) {
    double area = 0.0;
    const auto feature = static_cast<std::size_t>(row);
    for (auto part = geometries.featureOffsets[feature];
         part < geometries.featureOffsets[feature + 1]; ++part) {
        for (auto ring = geometries.partOffsets[part]; ring < geometries.partOffsets[part + 1];
             ++ring) {
            const core::PointSpan points = geometries.ring(ring);
            double twice = 0.0;
            for (std::size_t index = 0; index + 1 < points.size(); ++index) {
                twice += (points[index].x - points[0].x) * (points[index + 1].y - points[0].y) -
                         (points[index + 1].x - points[0].x) * (points[index].y - points[0].y);
            }
            area += (ring == geometries.partOffsets[part] ? 0.5 : -0.5) * std::abs(twice);
        }
    }
    return area;
}

TEST(DelftFigures, OfEveryBuildingCountItsWholeSurfaceAndSitAboveTheGround) {
    const fs::path heights = kData / "delft_elevation";
    const fs::path buildings = kData / "delft_bgt" / "city4cfd_tudcampus_buildings.geojson";
    if (!fs::exists(heights) || !fs::exists(buildings)) {
        GTEST_SKIP() << "skipped: no " << heights.string();
    }
    core::RemarkList remarks;
    const auto surface = openRaster({{heights / "tud-dsm-5m.tif"}, ""}, remarks);
    const auto ground = openRaster({{heights / "tud-dtm-5m.tif"}, ""}, remarks);
    const auto zones = openTable({{buildings}, ""}, remarks);
    const auto difference =
        test::runAnalysis(
            *core::makeRasterCalculator(),
            {.inputs = {{"a", "dsm", surface.source, {}}, {"b", "dtm", ground.source, {}}},
             .settings = {{"formula", "max(a - b, 0)"}}})
            .rasters.at("result");
    const core::Table result =
        test::runAnalysis(
            *core::makeZonalStatistics(),
            {.inputs = {{"zones", "pand", {}, zones.source}, {"values", "hoogte", difference, {}}}})
            .tables.at("zones");
    ASSERT_EQ(result.rowCount(), 1529);
    std::int64_t low = 0;
    for (std::int64_t row = 0; row < result.rowCount(); ++row) {
        // All cells have a value here, so count x 25 m² is the building's surface.
        const double area = areaOf(result.geometries(), row);
        ASSERT_NEAR(result.columnNamed("count").realAt(row) * 25.0, area, 1e-6 * area + 1e-5)
            << row;
        const double mean = result.columnNamed("mean").realAt(row);
        ASSERT_GE(mean, result.columnNamed("min").realAt(row) - 1e-9);
        ASSERT_LE(mean, result.columnNamed("max").realAt(row) + 1e-9);
        low += mean < 1.0 ? 1 : 0;
    }
    // Cells of 5 m blur sheds; buildings put up after the survey lie on the ground.
    EXPECT_LT(low, 400);
}

}  // namespace
}  // namespace lommer::gis
