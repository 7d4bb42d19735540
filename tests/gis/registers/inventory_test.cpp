// What is found under a path that somebody points at: a file, a folder, a zip.

#include "gis/registers/inventory.h"

#include "core/base/error.h"
#include "gis/platform/file_error.h"
#include "gis/registers/register_tables.h"
#include "gis/vector_io/table_files.h"
#include "tests/gis/raster_io/raster_files_on_disk.h"
#include "tests/gis/vector_io/folder_state.h"
#include "tests/gis/vector_io/layers_on_disk.h"
#include "tests/support/memory_table.h"

#include <cpl_conv.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

namespace lommer::gis {
namespace {

namespace fs = std::filesystem;
using core::Arguments;
using core::Remark;
using Names = std::vector<std::string>;

std::string bytesOf(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// A zip with these files, under the names that they have there.
void writeZip(const fs::path& zip, const std::vector<std::pair<std::string, fs::path>>& members) {
    void* handle = CPLCreateZip(zip.string().c_str(), nullptr);
    ASSERT_NE(handle, nullptr);
    for (const auto& [name, path] : members) {
        const std::string bytes = bytesOf(path);
        ASSERT_EQ(CPLCreateFileInZip(handle, name.c_str(), nullptr), CE_None);
        ASSERT_EQ(CPLWriteFileInZip(handle, bytes.data(), static_cast<int>(bytes.size())), CE_None);
        ASSERT_EQ(CPLCloseFileInZip(handle), CE_None);
    }
    ASSERT_EQ(CPLCloseZip(handle), CE_None);
}

class Inventory : public testing::Test {
protected:
    fs::path at(const fs::path& name) const {
        fs::create_directories((folder_ / name).parent_path());
        return folder_ / name;
    }
    void text(const fs::path& name, const std::string& bytes = "niets") const {
        std::ofstream(at(name), std::ios::binary) << bytes;
    }
    /// 20 by 10 cells of 1 m, with its north-west corner at (left, 447000).
    fs::path raster(const fs::path& name, double left = 85'000.0, double cell = 1.0,
                    double rotation = 0.0, const std::string& crs = "EPSG:28992") const {
        return test::writeRaster(
            at(name),
            {.geotransform = {left, cell, rotation, 447'000.0, rotation, -cell}, .crs = crs},
            [](int row, int column) { return row + column; });
    }
    fs::path table(const fs::path& name) const {
        EXPECT_TRUE(test::writeLayer(at(name), {.geometries = {"POINT(155000 463000)"}}));
        return folder_ / name;
    }
    std::vector<LayerDescription> found(const fs::path& path) {
        core::RemarkList remarks;
        auto layers = inspect(path, remarks);
        remarks_ = remarks.take();
        return layers;
    }
    std::vector<LayerDescription> found() { return found(folder_.path()); }
    static Names namesOf(const std::vector<LayerDescription>& layers) {
        Names names;
        for (const LayerDescription& layer : layers) {
            names.push_back(layer.name);
        }
        return names;
    }
    static std::string refusalOf(const fs::path& path) {
        core::RemarkList remarks;
        try {
            inspect(path, remarks);
        } catch (const core::Error& error) {
            return std::string(core::toText(error.code()));
        }
        return "none";
    }
    static Remark leftOut(const char* why, const std::string& file) {
        return {why, {{"file", file}}};
    }

    test::TemporaryFolder folder_;
    std::vector<Remark> remarks_;
};

TEST_F(Inventory, OfAFolderHasItsLayersByPathAndChangesNothing) {
    table("b/bomen.gpkg");
    raster("a/hoogte.tif");
    text("c.csv", "id;naam\n1;Aalten\n");
    text("d.tsv", "id\tnaam\n1\tAalten\n2\tVarsseveld\n");
    text("lees.txt");
    const auto before = test::stateOfFolder(folder_.path());
    const auto layers = found();
    EXPECT_EQ(namesOf(layers), (Names{"hoogte", "laag", "c", "d"}));
    ASSERT_EQ(layers.size(), 4U);
    EXPECT_EQ(layers[0].kind, core::DataKind::raster);
    EXPECT_EQ(layers[0].grid, core::Grid(85'000.0, 447'000.0, 1.0, 20, 10));
    EXPECT_EQ(layers[1].location.files, std::vector<fs::path>{folder_ / "b/bomen.gpkg"});
    EXPECT_TRUE(layers[1].table.hasGeometry);
    EXPECT_EQ(layers[3].table.rowCount, 2);
    EXPECT_TRUE(remarks_.empty());
    EXPECT_EQ(test::stateOfFolder(folder_.path()), before);
}

TEST_F(Inventory, FindsTheLayersOfAFileGdb) {
    ASSERT_TRUE(test::writeLayer(
        folder_ / "a.gdb",
        {.driver = "OpenFileGDB",
         .geometries = {"MULTIPOLYGON (((200000 450000, 200010 450000, 200010 450010, "
                        "200000 450000)))"},
         .isPolygonLayer = true}));
    core::RemarkList remarks;
    const auto layers = inspect(folder_.path(), remarks);
    ASSERT_EQ(layers.size(), 1U);
    EXPECT_EQ(layers[0].format, "OpenFileGDB");
    EXPECT_EQ(layers[0].table.rowCount, 1);
    EXPECT_TRUE(remarks.take().empty());
    EXPECT_EQ(openTable(layers[0].location, remarks).source->read({}, {}).rowCount(), 1);
}

TEST_F(Inventory, PutsTilesOfOneRasterTogether) {
    raster("dtm_25gn1.tif");
    raster("dtm_25gn2.tif", 85'020.0);
    raster("dsm_25gn1.tif");
    const auto layers = found();
    ASSERT_EQ(namesOf(layers), (Names{"dsm_25gn1", "dtm"}));
    EXPECT_EQ(layers[1].location.files,
              (std::vector<fs::path>{folder_ / "dtm_25gn1.tif", folder_ / "dtm_25gn2.tif"}));
    EXPECT_EQ(layers[1].grid, core::Grid(85'000.0, 447'000.0, 1.0, 40, 10));
}

TEST_F(Inventory, KeepsTheTwoKindsOfSheetsOfFiveMetresApart) {
    raster("beide/M5_37EN1.tif");
    raster("beide/M5_37EN2.tif", 85'020.0);
    raster("beide/R5_37EN1.tif");
    raster("beide/R5_37EN2.tif", 85'020.0);
    raster("elk/M5_37EN1.tif");
    raster("elk/R5_37EN2.tif", 85'020.0);
    std::map<std::string, std::size_t> files;
    for (const LayerDescription& layer : found()) {
        files[utf8(layer.location.files.front().parent_path().filename()) + ' ' + layer.subject] =
            layer.location.files.size();
    }
    EXPECT_EQ(files, (std::map<std::string, std::size_t>{{"beide surface-height", 2},
                                                         {"beide terrain-height", 2},
                                                         {"elk surface-height", 1},
                                                         {"elk terrain-height", 1}}));
}

TEST_F(Inventory, KeepsRastersApartThatDoNotMakeOne) {
    raster("overlap/dtm_1.tif");
    raster("overlap/dtm_2.tif", 85'010.0);  // half of it lies on the first
    raster("shift/dtm_1.tif");
    raster("shift/dtm_2.tif", 85'020.5);  // cells between the cells
    raster("size/dtm_1.tif");
    raster("size/dtm_2.tif", 85'020.0, 0.5);
    raster("names/dtm_1.tif");
    raster("names/dsm_2.tif", 85'020.0);
    raster("folders/1/dtm_1.tif");
    raster("folders/2/dtm_2.tif", 85'020.0);
    const auto layers = found();
    EXPECT_EQ(layers.size(), 10U);
    for (const LayerDescription& layer : layers) {
        EXPECT_EQ(layer.location.files.size(), 1U) << layer.name;
    }
}

TEST_F(Inventory, RemarksOnWhatItLeavesOut) {
    table("goed.gpkg");
    text("kapot.tif");
    text("kapot.gpkg");
    raster("kaal.tif", 85'000.0, 1.0, 0.0, "");
    raster("gedraaid.tif", 85'000.0, 1.0, 0.5);
    text("kapot.zip");
    text("a.dxf");
    text("b.DXF");
    text("c.dxf");
    text("half.gml", "<gml:FeatureCollection><gml:feat");
    EXPECT_EQ(namesOf(found()), Names{"laag"});
    const auto has = [this](const Remark& remark) {
        return std::find(remarks_.begin(), remarks_.end(), remark) != remarks_.end();
    };
    EXPECT_TRUE(has(leftOut("left-out-unreadable", "kapot.tif")));
    EXPECT_TRUE(has(leftOut("left-out-unreadable", "kapot.gpkg")) ||
                has(leftOut("left-out-incomplete", "kapot.gpkg")));
    EXPECT_TRUE(has(leftOut("left-out-without-crs", "kaal.tif")));
    EXPECT_TRUE(has(leftOut("left-out-rotated", "gedraaid.tif")));
    EXPECT_TRUE(has(leftOut("left-out-incomplete", "kapot.zip")));
    EXPECT_TRUE(
        has({"left-out-format", {{"format", std::string(".dxf")}, {"count", std::int64_t{3}}}}));
    EXPECT_TRUE(has(leftOut("left-out-incomplete", "half.gml")));
    EXPECT_EQ(remarks_.size(), 7U);
}

TEST_F(Inventory, PassesOverWhatIsHiddenUnfinishedOrDeep) {
    table(".verborgen.gpkg");
    table(".partial-17/zones.gpkg");
    table("1/2/3/vierde.gpkg");
    table("1/2/3/4/vijfde.gpkg");
    const auto layers = found();
    ASSERT_EQ(layers.size(), 1U);
    EXPECT_EQ(layers[0].location.files[0].filename(), "vierde.gpkg");
    EXPECT_TRUE(remarks_.empty());
}

TEST_F(Inventory, LooksIntoAZipThatCanThenBeRead) {
    test::TemporaryFolder outside;
    EXPECT_TRUE(test::writeLayer(outside / "bomen.gpkg", {.geometries = {"POINT(155000 463000)"}}));
    const fs::path tile = test::writeRaster(outside / "dtm.tif", {}, [](int, int) { return 3.0; });
    std::ofstream(outside / "lees.txt") << "niets";
    writeZip(outside / "diep.zip", {{"x.gpkg", outside / "bomen.gpkg"}});
    writeZip(outside / "binnen.zip",
             {{"hagen.gpkg", outside / "bomen.gpkg"}, {"diep.zip", outside / "diep.zip"}});
    writeZip(folder_ / "levering.zip", {{"kaart/bomen.gpkg", outside / "bomen.gpkg"},
                                        {"kaart/dtm.tif", tile},
                                        {"kaart/binnen.zip", outside / "binnen.zip"},
                                        {"kaart/kapot.zip", outside / "lees.txt"},
                                        {".DS_Store/x.gpkg", outside / "bomen.gpkg"},
                                        {"lees.txt", outside / "lees.txt"}});
    // The zip itself, and a folder that holds it, have the same layers.
    for (const fs::path& path : {folder_ / "levering.zip", folder_.path()}) {
        const auto layers = found(path);
        ASSERT_EQ(namesOf(layers), (Names{"laag", "dtm", "laag"}));
        // A zip in a zip is looked into as well, what is deeper is not.
        EXPECT_EQ(
            remarks_,
            (std::vector<Remark>{
                {"left-out-format", {{"format", std::string(".zip")}, {"count", std::int64_t{1}}}},
                leftOut("left-out-incomplete", "kapot.zip")}));
        core::RemarkList remarks;
        for (const std::size_t table : {0U, 2U}) {
            EXPECT_EQ(openTable(layers[table].location, remarks).source->read({}, {}).rowCount(),
                      1);
        }
    }
}

TEST_F(Inventory, ReadsTheHoursOfTheKnmiInAZip) {
    test::TemporaryFolder outside;
    std::ofstream(outside / "uurgeg.txt") << "STN,YYYYMMDD,HH,T\n260,20200731,24,215\n";
    writeZip(folder_ / "weer.zip", {{"uurgeg.txt", outside / "uurgeg.txt"}});
    const auto layers = found(folder_ / "weer.zip");
    ASSERT_EQ(layers.size(), 1U);
    EXPECT_EQ(layers[0].subject, "weather-hours");
    core::RemarkList remarks;
    const auto opened = openRegisterTable(layers[0].location, remarks);
    EXPECT_EQ(test::numbersOf(opened.source->read({}, {}), "temperatuur"),
              (std::vector<double>{21.5}));
}

TEST_F(Inventory, OfASingleFileRefusesWithTheReason) {
    text("kapot.tif");
    text("kapot.zip");
    EXPECT_EQ(refusalOf(folder_ / "weg.gpkg"), "file-missing");
    EXPECT_EQ(refusalOf(folder_ / "kapot.tif"), "file-unreadable");
    EXPECT_EQ(refusalOf(folder_ / "kapot.zip"), "file-incomplete");
    EXPECT_EQ(refusalOf(raster("kaal.tif", 85'000.0, 1.0, 0.0, "")), "crs-missing");
    EXPECT_EQ(refusalOf(raster("gedraaid.tif", 85'000.0, 1.0, 0.5)), "raster-rotated");
    EXPECT_EQ(namesOf(found(table("bomen.gpkg"))), Names{"laag"});
    // A name that says nothing: its content does.
    fs::rename(raster("hoogte.tif"), folder_ / "hoogte.dat");
    EXPECT_EQ(found(folder_ / "hoogte.dat").at(0).kind, core::DataKind::raster);
}

TEST_F(Inventory, OfAnEmptyFolderIsEmpty) {
    EXPECT_TRUE(found().empty());
    EXPECT_TRUE(remarks_.empty());
}

TEST_F(Inventory, StopsBetweenTwoFiles) {
    raster("dsm.tif");
    std::stop_source stop;
    stop.request_stop();
    core::RemarkList remarks;
    EXPECT_THROW(inspect(folder_.path(), remarks, {}, stop.get_token()), core::Cancelled);
}

}  // namespace
}  // namespace lommer::gis
