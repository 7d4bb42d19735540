// Columns of municipal tables: proposed, assigned by a person, remembered for the next delivery.

#include "gis/registers/column_mapping.h"

#include "core/base/error.h"
#include "gis/registers/inventory.h"
#include "gis/registers/mapping_files.h"
#include "gis/registers/mapping_proposal.h"
#include "gis/registers/register_tables.h"
#include "tests/support/memory_table.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace lommer::gis {
namespace {

namespace fs = std::filesystem;
using core::ColumnType;
using core::GeometryKind;
using test::numbersOf;
using test::textsOf;
using Texts = std::vector<std::string>;
using Columns = std::map<std::string, std::string>;

LayerDescription layerOf(const std::string& name, const std::vector<core::ColumnInfo>& columns,
                         std::optional<GeometryKind> kind = {}) {
    LayerDescription layer;
    layer.name = name;
    layer.location.files = {name + ".gpkg"};
    layer.table.name = name;
    layer.table.columns = columns;
    layer.table.hasGeometry = kind.has_value();
    layer.table.kinds = kind ? std::vector{*kind} : std::vector<GeometryKind>{};
    return layer;
}

std::optional<MappingProposal> proposed(const LayerDescription& layer) {
    return proposeMapping(layer, core::Table());
}

TEST(Proposal, FindsTheColumnsOfATreeRegisterByTheirUsualNames) {
    const auto proposal = proposed(layerOf("export_2024",
                                           {{"BOOMNR", ColumnType::integer},
                                            {"LATIJNSE_NAAM", ColumnType::text},
                                            {"HOOGTE_M", ColumnType::real},
                                            {"KROONBREEDTE", ColumnType::real},
                                            {"JAAR_AANLEG", ColumnType::integer}},
                                           GeometryKind::point));
    ASSERT_TRUE(proposal);
    EXPECT_EQ(proposal->mapping.subject, "tree-points");
    EXPECT_EQ(proposal->mapping.columns, (Columns{{"identificatie", "boomnr"},
                                                  {"soort", "latijnsenaam"},
                                                  {"hoogte", "hoogtem"},
                                                  {"kroondiameter", "kroonbreedte"},
                                                  {"plantjaar", "jaaraanleg"}}));
    EXPECT_EQ(proposal->columnScores.size(), 5U);
    EXPECT_LE(proposal->score, 1.0);
}

TEST(Proposal, NeedsMoreThanColumnsThatEveryTableHas) {
    EXPECT_FALSE(
        proposed(layerOf("export", {{"id"}, {"naam"}, {"status"}}, GeometryKind::polygon)));
    EXPECT_FALSE(proposed(layerOf("export", {})));
}

TEST(Proposal, OfLinesWithoutColumnsGoesByTheName) {
    const auto proposal = proposed(layerOf("delft-streets", {}, GeometryKind::line));
    ASSERT_TRUE(proposal);
    EXPECT_EQ(proposal->mapping.subject, "walkways");
    EXPECT_EQ(proposal->mapping.name, "delftstreets");
    EXPECT_FALSE(proposed(layerOf("delft-streets", {}, GeometryKind::point)));
}

TEST(Proposal, DoesNotTakeCentimetresOrClassesForMetres) {
    const auto proposal = proposed(
        layerOf("bomen", {{"BOOMSOORTCODE"}, {"HOOGTE_CM", ColumnType::integer}, {"HOOGTEKLASSE"}},
                GeometryKind::point));
    ASSERT_TRUE(proposal);
    EXPECT_FALSE(proposal->mapping.columns.contains("hoogte"));
}

TEST(Proposal, LooksAtTheValues) {
    const LayerDescription layer =
        layerOf("bomen", {{"boomhoogte", ColumnType::text}, {"plantjaar", ColumnType::integer}},
                GeometryKind::point);
    const auto with = [&layer](const std::vector<std::optional<std::string>>& heights,
                               const std::vector<std::optional<std::int64_t>>& years) {
        std::vector<core::Column> columns;
        columns.push_back(test::textColumn("boomhoogte", heights));
        columns.push_back(test::integerColumn("plantjaar", years));
        return proposeMapping(layer, test::tableOf(2, std::move(columns)))->mapping.columns;
    };
    EXPECT_EQ(with({"12,5", "9"}, {1987, 0}),
              (Columns{{"hoogte", "boomhoogte"}, {"plantjaar", "plantjaar"}}));
    EXPECT_EQ(with({"6-9 m", "hoog"}, {3, 4}), Columns());
}

TEST(Proposal, AddsToWhatARegisterKnowsInPart) {
    const LayerDescription trees =
        layerOf("bomen", {{"boomsoort"}, {"HOOGTE_M", ColumnType::real}}, GeometryKind::point);
    const auto proposal = proposed(trees);
    ASSERT_TRUE(proposal);
    EXPECT_EQ(proposal->mapping.columns, (Columns{{"soort", "boomsoort"}, {"hoogte", "hoogtem"}}));
    EXPECT_FALSE(proposed(
        layerOf("bomen", {{"boomsoort"}, {"boomhoogte", ColumnType::real}}, GeometryKind::point)));
}

ColumnMapping treeMapping() {
    return {"tree-points", {"hgt", "nr", "srt"}, {}, {{"soort", "srt"}, {"hoogte", "hgt"}}};
}

TEST(Mapping, ComesBackFromItsFile) {
    const test::TemporaryFolder folder;
    core::RemarkList remarks;
    rememberMapping(treeMapping(), folder / "kolommen");
    const Mappings read = readMappings(folder / "kolommen", remarks);
    ASSERT_EQ(read.size(), 1U);
    EXPECT_EQ(*read[0], treeMapping());
    EXPECT_TRUE(remarks.take().empty());
}

TEST(Mapping, ForTheSameDeliveryTakesThePlaceOfTheOld) {
    const test::TemporaryFolder folder;
    core::RemarkList remarks;
    rememberMapping(treeMapping(), folder.path());
    ColumnMapping other = treeMapping();
    other.columns = {{"soort", "nr"}};
    rememberMapping(other, folder.path());
    const Mappings read = readMappings(folder.path(), remarks);
    ASSERT_EQ(read.size(), 1U);
    EXPECT_EQ(read[0]->columns, other.columns);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1);
}

TEST(Mapping, ThatCannotBeReadIsPassedOver) {
    const test::TemporaryFolder folder;
    const std::vector<std::string> texts{
        "",
        "{",
        "[]",
        "null",
        R"({"version":1})",
        R"({"version":1,"subject":"tree-points","delivery":"a","columns":{}})",
        R"({"version":1,"subject":"tree-points","delivery":[1],"columns":{}})",
        R"({"version":2,"subject":"tree-points","delivery":["a"],"columns":{}})",
        R"({"version":1,"subject":"trees","delivery":["a"],"columns":{}})",
        R"({"version":1,"subject":"surface-height","delivery":["a"],"columns":{}})",
        R"({"version":1,"subject":"tree-points","delivery":[],"columns":{}})",
        R"({"version":1,"subject":"tree-points","delivery":["a"],"columns":{"leeftijd":"a"}})",
        R"({"version":1,"subject":"tree-points","delivery":["a"],"columns":{"soort":"b"}})",
        R"({"version":1,"subject":"tree-points","delivery":["a"],"columns":{"soort":["a"]}})"};
    for (std::size_t index = 0; index < texts.size(); ++index) {
        std::ofstream(folder / ("m" + std::to_string(index) + ".json")) << texts[index];
    }
    std::ofstream(folder / "notes.txt") << "no mapping";
    core::RemarkList remarks;
    EXPECT_TRUE(readMappings(folder.path(), remarks).empty());
    EXPECT_EQ(remarks.take().size(), texts.size());
    EXPECT_TRUE(readMappings(folder / "nowhere", remarks).empty());
    EXPECT_TRUE(readMappings({}, remarks).empty());
    EXPECT_TRUE(remarks.take().empty());
}

TEST(Mapping, IsForTheSameColumnsInAnyOrderAndCase) {
    const ColumnMapping mapping = treeMapping();
    EXPECT_TRUE(isDelivery(mapping, layerOf("a", {{"SRT"}, {"Nr"}, {"hgt"}}).table));
    EXPECT_FALSE(isDelivery(mapping, layerOf("a", {{"SRT"}, {"Nr"}}).table));
    EXPECT_FALSE(isDelivery(mapping, layerOf("a", {{"SRT"}, {"Nr"}, {"hgt"}, {"x"}}).table));
}

TEST(Mapping, OfADeliveryWithoutColumnsIsForTheSameNameOfAnyYear) {
    const ColumnMapping mapping{"walkways", {}, "straten", {}};
    EXPECT_TRUE(isDelivery(mapping, layerOf("Straten_2025", {}).table));
    EXPECT_FALSE(isDelivery(mapping, layerOf("waterlopen", {}).table));
}

class MappedFile : public testing::Test {
protected:
    MappedFile() {
        std::ofstream(path()) << "NR;SRT;HGT;X;Y\n1;Eik  ;12,5;200000;450000\n"
                                 "2;Linde;hoog;200010;450010\n3;Beuk;.;200020;450020\n";
        mapping_ = {"tree-points",
                    {"hgt", "nr", "srt", "x", "y"},
                    {},
                    {{"identificatie", "nr"}, {"soort", "srt"}, {"hoogte", "hgt"}}};
    }
    fs::path path() const { return folder_ / "lijst.csv"; }
    LayerDescription found(const Mappings& mappings) {
        return inspect(path(), remarks_, mappings).at(0);
    }

    test::TemporaryFolder folder_;
    core::RemarkList remarks_;
    ColumnMapping mapping_;
};

TEST_F(MappedFile, IsReadAsItsSubject) {
    EXPECT_EQ(found({}).subject, "");
    const LayerDescription layer = found({std::make_shared<const ColumnMapping>(mapping_)});
    EXPECT_EQ(layer.subject, "tree-points");
    const auto opened = openRegisterTable(layer.location, remarks_);
    const core::Table table = opened.source->read({}, {});
    EXPECT_EQ(textsOf(table, "soort"), (Texts{"Eik", "Linde", "Beuk"}));
    EXPECT_EQ(textsOf(table, "identificatie"), (Texts{"1", "2", "3"}));
    EXPECT_EQ(table.columnNamed("hoogte").info().unit, core::Unit::metre);
    EXPECT_EQ(table.columnNamed("hoogte").realAt(0), 12.5);
    EXPECT_EQ(table.columnNamed("hoogte").presenceAt(1), core::Presence::missing);
    EXPECT_EQ(table.columnNamed("hoogte").presenceAt(2), core::Presence::secret);
    const auto remarks = remarks_.take();
    const auto has = [&remarks](const core::Remark& wanted) {
        return std::find(remarks.begin(), remarks.end(), wanted) != remarks.end();
    };
    EXPECT_TRUE(has({"columns-assigned",
                     {{"layer", std::string("lijst")},
                      {"columns", std::string("hoogte ← HGT, identificatie ← NR, soort ← SRT")}}}));
    EXPECT_TRUE(has({"values-not-numbers",
                     {{"layer", std::string("lijst")},
                      {"column", std::string("HGT")},
                      {"count", std::int64_t{1}}}}));
}

TEST_F(MappedFile, ThatLostAColumnIsAnError) {
    LayerLocation location = found({std::make_shared<const ColumnMapping>(mapping_)}).location;
    std::ofstream(path()) << "NR;HGT;X;Y\n1;12,5;200000;450000\n";
    try {
        openRegisterTable(location, remarks_);
        ADD_FAILURE();
    } catch (const core::Error& error) {
        EXPECT_EQ(error.code(), core::ErrorCode::columnMissing);
    }
}

TEST_F(MappedFile, OfAnotherKindOfPlacesIsNotTaken) {
    ColumnMapping areas = mapping_;
    areas.subject = "areas";
    areas.columns.clear();
    EXPECT_EQ(found({std::make_shared<const ColumnMapping>(areas)}).subject, "");
}

TEST(RealMappings, StreetsOfDelftAreProposedAndNotTaken) {
    const fs::path streets = fs::path(LOMMER_REAL_DATA) / "delft_osm/delft-streets.shp";
    if (!fs::exists(streets)) {
        GTEST_SKIP() << "skipped: " << streets;
    }
    core::RemarkList remarks;
    const LayerDescription layer = inspect(streets, remarks).at(0);
    EXPECT_EQ(layer.subject, "");
    const auto proposal = proposed(layer);
    ASSERT_TRUE(proposal);
    const auto mapping = std::make_shared<const ColumnMapping>(proposal->mapping);
    const LayerDescription known = inspect(streets, remarks, {mapping}).at(0);
    EXPECT_EQ(known.subject, "walkways");
    EXPECT_EQ(openRegisterTable(known.location, remarks).source->read({}, {}).rowCount(), 11'244);
}

}  // namespace
}  // namespace lommer::gis
