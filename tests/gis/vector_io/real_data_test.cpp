// Reads the real deliveries and holds them against what their owners say is in them.

#include "core/base/error.h"
#include "gis/vector_io/table_files.h"
#include "tests/gis/vector_io/folder_state.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace lommer::gis {
namespace {

namespace fs = std::filesystem;

const fs::path kData = LOMMER_REAL_DATA;

#define SKIP_WITHOUT(path)                                 \
    if (!fs::exists(path)) {                               \
        GTEST_SKIP() << "skipped: no " << (path).string(); \
    }

core::Table readLayer(const fs::path& path, const std::string& layer = {},
                      const core::TableQuery& query = {}) {
    core::RemarkList remarks;
    return openTable({{path}, layer}, remarks).source->read(query, {});
}

TEST(RealVectorData, OtterloHasItsTwentyTwoLayersAndAllOfTheirRows) {
    const fs::path path = kData / "otterlo_bgt" / "otterlo.gpkg";
    SKIP_WITHOUT(path);
    const std::map<std::string, std::int64_t> expected{
        {"bgt_bak", 2},
        {"bgt_begroeidterreindeel", 1168},
        {"bgt_bord", 53},
        {"bgt_gebouwinstallatie", 175},
        {"bgt_kast", 12},
        {"bgt_kunstwerkdeel", 66},
        {"bgt_onbegroeidterreindeel", 830},
        {"bgt_ondersteunendwaterdeel", 170},
        {"bgt_ondersteunendwegdeel", 1512},
        {"bgt_openbareruimtelabel", 62},
        {"bgt_overbruggingsdeel", 1},
        {"bgt_overigbouwwerk", 24},
        {"bgt_paal", 410},
        {"bgt_pand", 2273},
        {"bgt_put", 1045},
        {"bgt_scheiding", 396},
        {"bgt_sensor", 2},
        {"bgt_straatmeubilair", 16},
        {"bgt_vegetatieobject", 2308},
        {"bgt_waterdeel", 1163},
        {"bgt_wegdeel", 2444},
        {"bgt_weginrichtingselement", 52},
    };
    const auto before = test::stateOfFolder(path.parent_path());
    std::map<std::string, std::int64_t> found;
    for (const LayerDescription& layer : describeTables(path)) {
        found[layer.name] = layer.table.rowCount;
        EXPECT_TRUE(layer.crs.isRdNew) << layer.name;
        const core::Table table = readLayer(path, layer.name);
        EXPECT_EQ(table.rowCount(), layer.table.rowCount) << layer.name;
        EXPECT_EQ(table.columns().size(), layer.table.columns.size());
        const core::Bounds read = table.geometries().bounds();
        EXPECT_NEAR(read.xmin, layer.table.bounds.xmin, 0.1) << layer.name;
        EXPECT_NEAR(read.ymax, layer.table.bounds.ymax, 0.1) << layer.name;
    }
    EXPECT_EQ(found, expected);
    EXPECT_EQ(test::stateOfFolder(path.parent_path()), before);
}

TEST(RealVectorData, HyphenatedColumnAndHistoryOfTheOtterloTrees) {
    const fs::path path = kData / "otterlo_bgt" / "otterlo.gpkg";
    SKIP_WITHOUT(path);
    const core::Table table = readLayer(path, "bgt_vegetatieobject");
    const core::Column& type = table.columnNamed("plus-type");
    const core::Column& ended = table.columnNamed("eindRegistratie");
    std::int64_t trees = 0;
    for (std::int64_t row = 0; row < table.rowCount(); ++row) {
        trees += !ended.isPresent(row) && type.isPresent(row) && type.textAt(row) == "boom" ? 1 : 0;
    }
    EXPECT_EQ(trees, 2088);  // as the README of the folder counts them
}

TEST(RealVectorData, TheNeighbourhoodsOfCbsKeepTheirCodesAndNames) {
    const fs::path path = kData / "cbs_nl" / "neighbourhoods_nl_2021.csv";
    SKIP_WITHOUT(path);
    core::RemarkList remarks;
    const core::Table table = openTable({{path}, ""}, remarks).source->read({}, {});
    EXPECT_EQ(table.columns().size(), 8u);
    EXPECT_EQ(table.columnNamed("GM_2021").textAt(0), "GM0014");
    EXPECT_EQ(table.columnNamed("GM_NAAM").textAt(0), "Groningen");
    // This delivery lost the zeros of its codes, and the program says so.
    EXPECT_EQ(table.columnNamed("buurtcode2021").textAt(0), "140000");
    const auto noted = remarks.take();
    EXPECT_TRUE(std::any_of(noted.begin(), noted.end(),
                            [](const auto& one) { return one.code == "codes-shortened"; }));
}

TEST(RealVectorData, TheHousingStockHasNumbersAndCodes) {
    const fs::path path = kData / "housing_plans" / "cbs_woningvoorraad_gemeenten_2012-2020.csv";
    SKIP_WITHOUT(path);
    const core::Table table = readLayer(path);
    EXPECT_EQ(table.columnNamed("RegioS").textAt(0), "GM1680");
    EXPECT_EQ(table.columnNamed("BeginstandVoorraad_1").integerAt(0), 12414);
    EXPECT_EQ(table.columnNamed("SaldoVoorraad_7").integerAt(0), -1200);
}

}  // namespace
}  // namespace lommer::gis
