// History, subjects and names, on a layer as the BGT delivers it.

#include "gis/registers/normalised_table.h"

#include "core/base/error.h"
#include "core/vector/row_writer.h"
#include "gis/registers/classified_table.h"
#include "gis/registers/recognition.h"
#include "tests/support/memory_table.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace lommer::gis {
namespace {

using test::integerColumn;
using test::tableOf;
using test::textColumn;

/// Two trees, one of the past, and a hedge of which the level is not known.
core::Table vegetation() {
    core::GeometryColumn places;
    for (int row = 0; row < 4; ++row) {
        const core::Point place{217'000.0 + row, 442'000.0};
        places.addRing({&place, 1});
        places.endPart();
        places.endFeature(core::GeometryKind::point);
    }
    std::vector<core::Column> columns;
    columns.push_back(textColumn("lokaalID", {"G0222.0", "G0222.1", "G0222.2", "G0222.3"}));
    columns.push_back(textColumn("bronhouder", {"G0222", "G0222", "G0222", "G0222"}));
    columns.push_back(textColumn("tijdstipRegistratie", {"2019-05-01", "2019-05-02", "", ""}));
    columns.push_back(textColumn("eindRegistratie", {std::nullopt, "", "2020-01-01", ""}));
    columns.push_back(textColumn("plus-type", {"boom", "boom", "boom", "haag"}));
    columns.push_back(integerColumn("relatieveHoogteligging", {0, 0, 0, std::nullopt}));
    return tableOf(std::move(places), std::move(columns));
}

/// `table` as the layer `name` of a delivery, normalised for `subject`.
NormalisedTable normalised(const std::string& name, core::Table table, const std::string& subject,
                           core::RemarkList& remarks) {
    const auto source = std::make_shared<const test::MemoryTableSource>(name, std::move(table));
    LayerDescription layer;
    layer.name = name;
    layer.location.files = {"levering.gpkg"};
    layer.table = source->info();
    const auto patterns = patternsOf(layer);
    const LayerPattern* pattern = subject.empty() ? patterns.front() : patternOf(layer, subject);
    if (pattern == nullptr) {
        throw std::runtime_error("no pattern for " + subject);
    }
    return {source, *pattern, !subject.empty(), remarks};
}

class BgtVegetation : public testing::Test {
protected:
    NormalisedTable open(const std::string& subject) {
        return normalised("bgt_vegetatieobject", vegetation(), subject, remarks_);
    }
    core::Table read(const std::string& subject) { return open(subject).read({}, {}); }

    core::RemarkList remarks_;
};

TEST_F(BgtVegetation, HoldsTreesAndHedgesWithoutTheirPast) {
    const core::Table trees = read("tree-points");
    ASSERT_EQ(trees.rowCount(), 2);
    EXPECT_EQ(trees.columnNamed("identificatie").textAt(1), "G0222.1");
    EXPECT_EQ(trees.columnNamed("niveau").integerAt(0), 0);
    EXPECT_EQ(trees.geometries().rowCount(), 2);
    EXPECT_EQ(remarks_.take(),
              (std::vector<core::Remark>{
                  {"history-left-out",
                   {{"layer", std::string("bgt_vegetatieobject")}, {"count", std::int64_t{1}}}}}));
}

TEST_F(BgtVegetation, AsDeliveredKeepsAllCurrentRowsAndColumns) {
    const core::Table all = read("");
    EXPECT_EQ(all.rowCount(), 3);
    EXPECT_EQ(all.columns().size(), 6U);
    EXPECT_EQ(all.columnNamed("plus-type").textAt(2), "haag");
}

TEST_F(BgtVegetation, APartOfTheColumnsCanBeAskedFor) {
    const NormalisedTable trees = open("tree-points");
    core::TableQuery query;
    query.columns = {"niveau"};
    EXPECT_EQ(trees.read(query, {}).columns().size(), 1U);
    query.columns = {"soort"};
    EXPECT_THROW(trees.read(query, {}), core::Error);
}

TEST_F(BgtVegetation, TheReferenceDateIsTheLatestRegistrationThatHasNotEnded) {
    const NormalisedTable unread = open("tree-points");
    EXPECT_EQ(unread.referenceDate({}), "2019-05-02");
    const NormalisedTable partlyRead = open("tree-points");
    core::TableQuery query;
    query.columns = {"niveau"};
    query.bounds = core::Bounds{217'000.0, 441'000.0, 217'000.5, 443'000.0};  // the first tree
    EXPECT_EQ(partlyRead.read(query, {}).rowCount(), 1);
    EXPECT_EQ(partlyRead.referenceDate({}), "2019-05-02");
}

/// Four buildings: one that ends after the reference date, one that ended on it, one that begins
/// after it, and one whose registration, the latest of all, has ended.
core::Table buildings() {
    core::GeometryColumn outlines;
    for (int row = 0; row < 4; ++row) {
        const double x = 80'000.0 + 20.0 * row;
        const std::vector<core::Point> ring{
            {x, 455'000.0}, {x + 10.0, 455'000.0}, {x, 455'010.0}, {x, 455'000.0}};
        outlines.addRing(ring);
        outlines.endPart();
        outlines.endFeature(core::GeometryKind::polygon);
    }
    std::vector<core::Column> columns;
    columns.push_back(textColumn("identificatie", {"0518100000000001", "0518100000000002",
                                                   "0518100000000003", "0518100000000004"}));
    columns.push_back(integerColumn("bouwjaar", {1930, 1931, 2023, 1933}));
    columns.push_back(textColumn(
        "status", {"Pand in gebruik", "Pand in gebruik", "Pand in gebruik", "Pand in gebruik"}));
    columns.push_back(
        textColumn("begingeldigheid", {"2010-01-01", "2010-01-01", "2023-10-01", "2010-01-01"}));
    columns.push_back(
        textColumn("eindgeldigheid", {"2023-10-01", "2023-09-04", std::nullopt, std::nullopt}));
    columns.push_back(
        textColumn("eindregistratie", {std::nullopt, std::nullopt, std::nullopt, "2023-09-09"}));
    columns.push_back(textColumn("tijdstipregistratie",
                                 {"2023-09-04", "2011-01-01", "2023-09-01", "2023-09-08"}));
    return tableOf(std::move(outlines), std::move(columns));
}

TEST(BagBuildings, CountOnTheReferenceDate) {
    core::RemarkList remarks;
    const NormalisedTable layer = normalised("pand", buildings(), "buildings", remarks);
    const core::Table table = layer.read({}, {});
    EXPECT_EQ(test::textsOf(table, "identificatie"),
              (std::vector<std::string>{"0518100000000001"}));
    EXPECT_EQ(layer.referenceDate({}), "2023-09-04");
    // A part, read by its place before anything else, holds the same row.
    core::TableQuery query;
    query.bounds = core::Bounds{80'000.0, 455'000.0, 80'030.0, 455'010.0};
    const core::Table part = normalised("pand", buildings(), "buildings", remarks).read(query, {});
    EXPECT_EQ(part.rowCount(), 1);
}

core::Table trees() {
    core::GeometryColumn places;
    for (int row = 0; row < 2; ++row) {
        const core::Point place{217'000.0 + row, 442'000.0};
        places.addRing({&place, 1});
        places.endPart();
        places.endFeature(core::GeometryKind::point);
    }
    return tableOf(
        std::move(places),
        {textColumn("boomsoort", {"eik", "linde"}), textColumn("boomhoogte", {"2.000", "1.250,5"}),
         textColumn("hoogte", {"hoog", "laag"}), textColumn("plantjaar", {"ca. 1900", "1930"})});
}

TEST(TreeRegister, KeepsAColumnWithTheNameOfANormalisedOne) {
    core::RemarkList remarks;
    const NormalisedTable layer = normalised("bomen", trees(), "tree-points", remarks);
    const core::Table table = layer.read({}, {});
    EXPECT_EQ(test::numbersOf(table, "hoogte"), (std::vector<double>{2000.0, 1250.5}));
    EXPECT_EQ(test::textsOf(table, "hoogte_2"), (std::vector<std::string>{"hoog", "laag"}));
    const auto said = remarks.take();
    ASSERT_EQ(said.size(), 2U);
    EXPECT_EQ(said[0].code, "column-renamed");
    EXPECT_EQ(said[1], (core::Remark{"values-not-numbers",
                                     {{"layer", std::string("bomen")},
                                      {"column", std::string("plantjaar")},
                                      {"count", std::int64_t{1}}}}));
    // Of a part the same: the other rows tell what the dot is.
    core::TableQuery query;
    query.bounds = core::Bounds{216'999.0, 441'999.0, 217'000.5, 442'001.0};
    EXPECT_EQ(test::numbersOf(layer.read(query, {}), "hoogte"), (std::vector<double>{2000.0}));
}

TEST(ClassifiedTable, RaisesWhatIsRecordedAndWhatItFinds) {
    std::vector<core::Column> columns;
    columns.push_back(textColumn("opmerking", {"mail a@voorbeeld.nl"}));
    columns.push_back(integerColumn("aantal", {3}));
    const auto source =
        std::make_shared<const test::MemoryTableSource>("lijst", tableOf(1, std::move(columns)));
    core::RemarkList remarks;
    const ClassifiedTable table(source,
                                {.recorded = {.columns = {{"aantal", core::PrivacyClass::personal}},
                                              .units = {{"aantal", core::Unit::count}}}},
                                remarks);
    const core::Table read = table.read({}, {});
    EXPECT_EQ(read.columnNamed("opmerking").info().privacy, core::PrivacyClass::personal);
    EXPECT_EQ(read.columnNamed("aantal").info().privacy, core::PrivacyClass::personal);
    EXPECT_EQ(read.columnNamed("aantal").info().unit, core::Unit::count);
    EXPECT_EQ(remarks.take().at(0).code, "personal-data-found");
}

/// Two places with a telephone number each.
std::shared_ptr<const test::MemoryTableSource> calls() {
    core::GeometryColumn places;
    for (int row = 0; row < 2; ++row) {
        const core::Point place{217'000.0 + row, 442'000.0};
        places.addRing({&place, 1});
        places.endPart();
        places.endFeature(core::GeometryKind::point);
    }
    std::vector<core::Column> columns;
    columns.push_back(textColumn("soort", {"melding", "klacht"}));
    columns.push_back(textColumn("nummer", {"0314-123456", "06 12345678"}));
    return std::make_shared<const test::MemoryTableSource>(
        "meldingen", tableOf(std::move(places), std::move(columns)));
}

TEST(ClassifiedTable, PlacesTellWhoseTheyAreWhicheverColumnsAreRead) {
    core::RemarkList remarks;
    core::TableQuery query;
    query.columns = {"soort"};
    const ClassifiedTable table(calls(), {}, remarks);
    EXPECT_EQ(core::highestPrivacy(table.read(query, {})), core::PrivacyClass::open);
    const TablePrivacy privacy = table.privacy({});
    EXPECT_EQ(privacy.places, core::PrivacyClass::personal);
    EXPECT_EQ(privacy.columns, core::PrivacyClass::open);

    // A personal column raises the places that a register publishes too.
    const ClassifiedTable published(calls(), {.isPublished = true}, remarks);
    published.read({}, {});
    EXPECT_EQ(published.privacy({}).places, core::PrivacyClass::personal);
}

TEST(ClassifiedTable, AColumnThatWasLeftOutTellsWhoseThePlacesAre) {
    core::RemarkList remarks;
    const auto all = calls();
    const core::Table whole = all->read({}, {});
    const auto chosen = std::make_shared<const test::MemoryTableSource>(
        "meldingen", core::Table(2, {whole.columns().front()}, whole.geometryPointer()));
    const ClassifiedTable table(chosen, {.delivered = all}, remarks);
    table.read({}, {});
    EXPECT_EQ(table.privacy({}).places, core::PrivacyClass::personal);
}

}  // namespace
}  // namespace lommer::gis
