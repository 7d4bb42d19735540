// History, subjects and names, on a layer as the BGT delivers it.

#include "gis/registers/normalised_table.h"

#include "core/base/error.h"
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

class BgtVegetation : public testing::Test {
protected:
    core::Table read(const std::string& subject) {
        const auto source =
            std::make_shared<const test::MemoryTableSource>("bgt_vegetatieobject", vegetation());
        LayerDescription layer;
        layer.name = "bgt_vegetatieobject";
        layer.location.files = {"otterlo.gpkg"};
        layer.table = source->info();
        const auto patterns = patternsOf(layer);
        const LayerPattern* pattern =
            subject.empty() ? patterns.front() : patternOf(layer, subject);
        if (pattern == nullptr) {
            throw std::runtime_error("no pattern for " + subject);
        }
        return NormalisedTable(source, *pattern, !subject.empty(), remarks_).read({}, {});
    }

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
    const auto source =
        std::make_shared<const test::MemoryTableSource>("bgt_vegetatieobject", vegetation());
    LayerDescription layer;
    layer.name = "bgt_vegetatieobject";
    layer.location.files = {"otterlo.gpkg"};
    layer.table = source->info();
    const NormalisedTable trees(source, *patternOf(layer, "tree-points"), true, remarks_);
    core::TableQuery query;
    query.columns = {"niveau"};
    EXPECT_EQ(trees.read(query, {}).columns().size(), 1U);
    query.columns = {"soort"};
    EXPECT_THROW(trees.read(query, {}), core::Error);
}

TEST(ClassifiedTable, RaisesWhatIsRecordedAndWhatItFinds) {
    std::vector<core::Column> columns;
    columns.push_back(textColumn("opmerking", {"mail a@voorbeeld.nl"}));
    columns.push_back(integerColumn("aantal", {3}));
    const auto source =
        std::make_shared<const test::MemoryTableSource>("lijst", tableOf(1, std::move(columns)));
    core::RemarkList remarks;
    const ClassifiedTable table(source, {{{"aantal", core::PrivacyClass::personal}}, false},
                                remarks);
    const core::Table read = table.read({}, {});
    EXPECT_EQ(read.columnNamed("opmerking").info().privacy, core::PrivacyClass::personal);
    EXPECT_EQ(read.columnNamed("aantal").info().privacy, core::PrivacyClass::personal);
    EXPECT_EQ(remarks.take().at(0).code, "personal-data-found");
}

}  // namespace
}  // namespace lommer::gis
