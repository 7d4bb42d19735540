// Real deliveries in the formats that municipalities get, against what their owners say.

#include "core/base/error.h"
#include "gis/vector_io/table_files.h"
#include "tests/gis/vector_io/folder_state.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace lommer::gis {
namespace {

namespace fs = std::filesystem;

const fs::path kData = LOMMER_REAL_DATA;

class RealFormats : public testing::Test {
protected:
    bool open(const fs::path& path, const std::string& layer = {}) {
        path_ = kData / path;
        if (!fs::exists(path_)) {
            return false;
        }
        const auto before = test::stateOfFolder(path_.parent_path());
        core::RemarkList remarks;
        const auto opened = openTable({{path_}, layer}, remarks);
        description_ = opened.description;
        operation_ = opened.operation;
        table_ = opened.source->read({}, {});
        EXPECT_EQ(test::stateOfFolder(path_.parent_path()),
                  before);  // nothing is written beside it
        return true;
    }

    fs::path path_;
    LayerDescription description_;
    CoordinateOperation operation_;
    core::Table table_;
};

TEST_F(RealFormats, SpatiaLiteOfDelftHasItsObjects) {
    struct File {
        const char* name;
        std::int64_t rows;
    };
    for (const File& file :
         {File{"bgt_begroeidterreindeel", 126}, File{"bgt_pand", 160}, File{"bgt_scheiding", 57},
          File{"bgt_waterdeel", 3}, File{"bgt_wegdeel", 151}}) {
        if (!open(fs::path("delft_bgt") / (std::string(file.name) + ".sqlite"))) {
            GTEST_SKIP() << "skipped: no " << path_.string();
        }
        EXPECT_EQ(table_.rowCount(), file.rows) << file.name;
        EXPECT_TRUE(description_.crs.isRdNew) << file.name;
        const core::Bounds bounds = table_.geometries().bounds();
        EXPECT_TRUE(bounds.xmin > 84'000 && bounds.xmax < 86'000 && bounds.ymin > 447'000);
    }
}

TEST_F(RealFormats, ShapefileOfTheTreesOfLeeuwardenHasPlacesInFriesland) {
    if (!open("leeuwarden_trees/bomen.shp")) {
        GTEST_SKIP() << "skipped: no " << path_.string();
    }
    EXPECT_EQ(table_.rowCount(), 2088);
    EXPECT_EQ(description_.table.kinds, (std::vector{core::GeometryKind::point}));
    const core::Bounds bounds = table_.geometries().bounds();
    EXPECT_TRUE(bounds.xmin > 160'000 && bounds.xmax < 200'000 && bounds.ymin > 560'000 &&
                bounds.ymax < 600'000);
}

TEST_F(RealFormats, GeoJsonOfTheMunicipalitiesIsBroughtFromDegreesToRd) {
    if (!open("cbs_nl/gemeente_gegeneraliseerd_2025.geojson")) {
        GTEST_SKIP() << "skipped: no " << path_.string();
    }
    EXPECT_EQ(table_.rowCount(), 342);
    EXPECT_EQ(description_.crs.epsg, 4326);
    EXPECT_NE(operation_.name, "none");
    EXPECT_GT(operation_.accuracyMetres, 0.0);
    // The Netherlands in RD, generalised borders.
    const core::Bounds bounds = table_.geometries().bounds();
    EXPECT_NEAR(bounds.xmin, 13'600, 2'000);
    EXPECT_NEAR(bounds.xmax, 278'000, 2'000);
    EXPECT_NEAR(bounds.ymin, 306'800, 2'000);
    EXPECT_NEAR(bounds.ymax, 619'300, 6'000);
}

TEST_F(RealFormats, GeoPackageOfOtterloHasPandenAsPolygonsAndAsPoints) {
    if (!open("otterlo_bgt/otterlo.gpkg", "bgt_pand")) {
        GTEST_SKIP() << "skipped: no " << path_.string();
    }
    const auto& kinds = table_.geometries().kinds;
    EXPECT_EQ(std::count(kinds.begin(), kinds.end(), core::GeometryKind::point), 1242);
    EXPECT_EQ(std::count(kinds.begin(), kinds.end(), core::GeometryKind::polygon), 1031);
}

}  // namespace
}  // namespace lommer::gis
