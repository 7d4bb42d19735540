// Every format that is read, written on the fly by GDAL; and what geometries may be like.

#include "core/base/error.h"
#include "gis/vector_io/table_files.h"
#include "tests/gis/vector_io/folder_state.h"
#include "tests/gis/vector_io/layers_on_disk.h"
#include "tests/support/memory_table.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <cmath>

namespace lommer::gis {
namespace {

namespace fs = std::filesystem;
using core::GeometryKind;

const std::string kSquare =
    "POLYGON((155000 463000,155010 463000,155010 463010,155000 463010,155000 463000))";
const std::string kHole =
    "POLYGON((155100 463000,155120 463000,155120 463020,155100 463020,155100 463000),"
    "(155105 463005,155105 463010,155110 463010,155110 463005,155105 463005))";
const std::string kTwo =
    "MULTIPOLYGON(((155200 463000,155210 463000,155210 463010,155200 463000)),"
    "((155220 463000,155230 463000,155230 463010,155220 463000)))";

struct Format {
    const char* name;
    const char* file;
    test::LayerSpecification specification;
};

std::ostream& operator<<(std::ostream& stream, const Format& format) {
    return stream << format.name;
}

class EveryFormat : public testing::TestWithParam<Format> {
protected:
    test::TemporaryFolder folder_;
};

TEST_P(EveryFormat, GivesColumnsAndPlaces) {
    const fs::path path = folder_.path() / GetParam().file;
    auto specification = GetParam().specification;
    specification.geometries = {kSquare, kHole, kTwo};
    if (!test::writeLayer(path, specification)) {
        GTEST_SKIP() << "skipped: this GDAL cannot write " << GetParam().name;
    }
    const auto before = test::stateOfFolder(folder_.path());
    core::RemarkList remarks;
    const auto opened = openTable({{path}, ""}, remarks);
    EXPECT_TRUE(opened.description.crs.isRdNew);
    EXPECT_EQ(opened.operation.name, "none");
    EXPECT_EQ(opened.description.table.rowCount, 3);
    const core::Table table = opened.source->read({}, {});
    EXPECT_EQ(test::numbersOf(table, "nr"), (std::vector<double>{1, 2, 3}));
    EXPECT_EQ(test::textsOf(table, "naam")[2],
              "rij \xC3\xA9"
              "3");
    EXPECT_TRUE(std::isnan(test::numbersOf(table, "hoogte")[1]));
    EXPECT_EQ(test::numbersOf(table, "hoogte")[2], 0.75);
    const core::GeometryColumn& places = table.geometries();
    EXPECT_EQ(places.kinds, (std::vector<GeometryKind>(3, GeometryKind::polygon)));
    EXPECT_EQ(places.boundsOf(0), (core::Bounds{155000, 463000, 155010, 463010}));
    EXPECT_EQ(places.partOffsets.back(), 5u);  // a square, a square and its hole, two triangles
    EXPECT_TRUE(remarks.take().empty());
    core::TableQuery query;
    query.bounds = core::Bounds{155150, 462000, 155300, 464000};
    query.columns = std::vector<std::string>{"nr"};
    EXPECT_EQ(test::numbersOf(opened.source->read(query, {}), "nr"), (std::vector<double>{3}));
    EXPECT_EQ(test::stateOfFolder(folder_.path()), before);
}

INSTANTIATE_TEST_SUITE_P(
    Files, EveryFormat,
    testing::Values(
        Format{"GeoPackage", "a.gpkg", {.driver = "GPKG"}},
        Format{"Shapefile",
               "a.shp",
               {.driver = "ESRI Shapefile", .layerOptions = {"SHPT=POLYGON", "ENCODING=UTF-8"}}},
        Format{"GeoJson", "a.geojson", {.driver = "GeoJSON"}},
        Format{
            "FlatGeobuf", "a.fgb", {.driver = "FlatGeobuf", .layerOptions = {"SPATIAL_INDEX=NO"}}},
        Format{
            "SpatiaLite", "a.sqlite", {.driver = "SQLite", .datasetOptions = {"SPATIALITE=YES"}}},
        Format{"FileGdb", "a.gdb", {.driver = "OpenFileGDB", .isPolygonLayer = true}}),
    [](const auto& format) { return std::string(format.param.name); });

class Geometries : public testing::Test {
protected:
    core::Table read(const test::LayerSpecification& specification,
                     const std::string& file = "a.gpkg") {
        path_ = folder_.path() / file;
        EXPECT_TRUE(test::writeLayer(path_, specification));
        core::RemarkList remarks;
        const auto opened = openTable({{path_}, ""}, remarks);
        operation_ = opened.operation;
        core::Table table = opened.source->read({}, {});
        remarks_ = remarks.take();
        return table;
    }
    bool hasRemark(const char* code) const {
        return std::any_of(remarks_.begin(), remarks_.end(),
                           [code](const core::Remark& one) { return one.code == code; });
    }

    test::TemporaryFolder folder_;
    fs::path path_;
    CoordinateOperation operation_;
    std::vector<core::Remark> remarks_;
};

TEST_F(Geometries, LoseTheirHeightsAndMeasures) {
    const core::Table table =
        read({.geometries = {"POINT Z (155000 463000 12)", "POINT M (155001 463001 7)",
                             "POINT ZM (155002 463002 1 2)"}});
    ASSERT_EQ(table.geometries().points.size(), 3u);
    EXPECT_EQ(table.geometries().points[2], (core::Point{155002, 463002}));
}

TEST_F(Geometries, WithCurvesBecomeStraightLines) {
    // A circle of 100 m radius in two arcs.
    const core::Table table =
        read({.geometries = {
                  "CURVEPOLYGON(COMPOUNDCURVE(CIRCULARSTRING(155100 463000,155000 463100,"
                  "154900 463000),CIRCULARSTRING(154900 463000,155000 462900,155100 463000)))",
                  kSquare}});
    EXPECT_TRUE(hasRemark("curves-linearised"));
    const core::PointSpan ring = table.geometries().ring(0);
    EXPECT_GE(ring.size(), 181u);  // a point every two degrees
    for (const core::Point point : ring) {
        EXPECT_NEAR(std::hypot(point.x - 155000, point.y - 463000), 100.0, 1e-6);
    }
}

TEST_F(Geometries, OfSeveralKindsKeepTheirKind) {
    const core::Table table =
        read({.geometries = {
                  "POINT(155000 463000)", "LINESTRING(155000 463000,155001 463001)", kSquare, "",
                  "GEOMETRYCOLLECTION(POINT(155000 463000)," + kSquare + ")", "POLYGON EMPTY"}});
    EXPECT_EQ(
        table.geometries().kinds,
        (std::vector<GeometryKind>{GeometryKind::point, GeometryKind::line, GeometryKind::polygon,
                                   GeometryKind::none, GeometryKind::polygon, GeometryKind::none}));
    EXPECT_TRUE(hasRemark("collection-parts-left-out"));
}

TEST_F(Geometries, ThatCrossThemselvesAreRepairedWithARemark) {
    const core::Table table =
        read({.geometries = {"POLYGON((155000 463000,155010 463010,155010 463000,155000 463010,"
                             "155000 463000))"}});
    EXPECT_TRUE(hasRemark("geometries-repaired"));
    EXPECT_EQ(table.geometries().featureOffsets.back(), 2u);  // a bow tie becomes two triangles
}

TEST_F(Geometries, InAnotherSystemAreBroughtToRdAndTheWayIsKept) {
    const core::Table table =
        read({.crs = "EPSG:4326", .geometries = {"POINT(5.387206 52.155172)"}});
    EXPECT_NEAR(table.geometries().points[0].x, 155000.0, 2.0);
    EXPECT_NEAR(table.geometries().points[0].y, 463000.0, 2.0);
    EXPECT_NE(operation_.name, "none");
    EXPECT_GT(operation_.accuracyMetres, 0.0);
    // GeoJSON is in degrees where it says nothing.
    const core::Table json =
        read({.driver = "GeoJSON", .crs = "EPSG:4326", .geometries = {"POINT(5.387206 52.155172)"}},
             "b.geojson");
    EXPECT_EQ(json.geometries().points[0], table.geometries().points[0]);
}

TEST_F(Geometries, WithoutASystemAreRefused) {
    for (const auto& [driver, file] :
         {std::pair{"ESRI Shapefile", "a.shp"}, std::pair{"GPKG", "b.gpkg"},
          std::pair{"FlatGeobuf", "c.fgb"}}) {
        try {
            read({.driver = driver, .crs = "", .geometries = {"POINT(155000 463000)"}}, file);
            ADD_FAILURE() << file;
        } catch (const core::Error& error) {
            EXPECT_EQ(error.code(), core::ErrorCode::crsMissing) << file;
        }
    }
}

TEST_F(Geometries, InASystemOfUnknownPlaceAreRefused) {
    const std::string adrift =
        "GEOGCS[\"x\",DATUM[\"adrift\",SPHEROID[\"Everest 1830\",6377299.36,300.8017]],"
        "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]";
    try {
        read({.crs = adrift, .geometries = {"POINT(5 52)"}});
        FAIL();
    } catch (const core::Error& error) {
        EXPECT_EQ(error.code(), core::ErrorCode::transformationTooCoarse);
    }
}

}  // namespace
}  // namespace lommer::gis
