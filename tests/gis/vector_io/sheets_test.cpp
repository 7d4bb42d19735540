// Workbooks as colleagues send them: titles above the table, numbers as text, rows of nothing.

#include "gis/vector_io/sheets.h"

#include "core/base/error.h"
#include "gis/registers/inventory.h"
#include "gis/registers/register_tables.h"
#include "gis/vector_io/sheet_header.h"
#include "gis/vector_io/table_files.h"
#include "tests/gis/vector_io/workbook_on_disk.h"
#include "tests/support/memory_table.h"
#include "tests/support/temporary_folder.h"

#include <cpl_conv.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace lommer::gis {
namespace {

namespace fs = std::filesystem;
using core::ColumnType;
using test::numbersOf;
using test::SheetToWrite;
using test::textsOf;
using Rows = std::vector<std::vector<std::string>>;
using Texts = std::vector<std::string>;

TEST(HeaderRow, IsTheFirstWithWordsOverMostColumns) {
    EXPECT_EQ(headerRow({{"naam", "aantal"}, {"Barlo", "3"}}), 0U);
    EXPECT_EQ(
        headerRow({{"Een titel"}, {"", "en nog een"}, {"naam", "aantal"}, {"a", "1"}, {"b", "2"}}),
        2U);
}

TEST(HeaderRow, MayHoldYearsAndAHole) {
    EXPECT_EQ(headerRow({{"", "2021", "2022"}, {"Aalten", "25.2", "25"}}), std::nullopt);
    EXPECT_EQ(headerRow({{"Regio", "2021", "2022"}, {"Aalten", "25.2", "25"}}), 0U);
    EXPECT_EQ(headerRow({{"", "naam", "soort"}, {"1", "a", "b"}, {"2", "c", "d"}}), 0U);
}

TEST(HeaderRow, IsNotThereWhereNumbersStartAtOnce) {
    EXPECT_EQ(headerRow({{"1", "2"}, {"3", "4"}}), std::nullopt);
    EXPECT_EQ(headerRow({}), std::nullopt);
}

TEST(ColumnNames, GetTheirGroupOnlyWhereTheyOccurTwice) {
    const SheetRow groups{"", "Hard", "", "Zacht"};
    EXPECT_EQ(columnNames({"code", "2021", "2022", "2021", "2022"}, &groups),
              (SheetRow{"code", "Hard 2021", "Hard 2022", "Zacht 2021", "Zacht 2022"}));
    EXPECT_EQ(columnNames({"code", "2021", "2022"}, &groups), (SheetRow{"code", "2021", "2022"}));
    EXPECT_EQ(columnNames({"a", "a"}, nullptr), (SheetRow{"a", "a"}));
}

class Workbook : public testing::Test {
protected:
    std::vector<LayerDescription> described(const std::vector<SheetToWrite>& sheets) {
        test::writeWorkbook(path(), sheets);
        return inspect(path(), remarks_);
    }
    core::Table read(const LayerDescription& layer) {
        return openRegisterTable(layer.location, remarks_).source->read({}, {});
    }
    fs::path path() const { return folder_ / "cijfers.xlsx"; }
    bool remarked(const std::string& code) {
        const auto all = remarks_.take();
        return std::any_of(all.begin(), all.end(),
                           [&](const core::Remark& remark) { return remark.code == code; });
    }

    test::TemporaryFolder folder_;
    core::RemarkList remarks_;
};

TEST_F(Workbook, HasALayerForEachSheetThatHoldsSomething) {
    const auto layers = described({{"Bomen", {{"naam", "hoogte"}, {"Eik", "=12.5"}}},
                                   {"Blad2", {}},
                                   {"Plannen", {{"plan", "woningen"}, {"Kern", "=40"}}}});
    ASSERT_EQ(layers.size(), 2U);
    EXPECT_EQ(layers[0].name, "Bomen");
    EXPECT_EQ(layers[0].format, "XLSX");
    EXPECT_EQ(numbersOf(read(layers[0]), "hoogte"), (std::vector{12.5}));
    EXPECT_EQ(read(layers[1]).columnNamed("woningen").integerAt(0), 40);
}

TEST_F(Workbook, TitlesAboveAndEmptyRowsBelowAreNoRows) {
    const auto layers = described({{"a", Rows{{"Woningbouwplannen"},
                                              {},
                                              {"naam", "aantal", "jaar"},
                                              {"A", "=1", "=2024"},
                                              {},
                                              {"B", "=2", "=2025"},
                                              {"", "", " "},
                                              {}}}});
    const core::Table table = read(layers.at(0));
    EXPECT_EQ(textsOf(table, "naam"), (Texts{"A", "B"}));
    EXPECT_EQ(numbersOf(table, "jaar"), (std::vector{2024.0, 2025.0}));
    EXPECT_TRUE(remarked("sheet-titles"));
}

TEST_F(Workbook, NumbersAsTextAreNumbersAndCodesStayText) {
    const core::Table table = read(described({{"a", Rows{{"naam", "nummer", "lengte", "datum"},
                                                         {"x", "0017", "1,5", "2024-01-31"},
                                                         {"y", "0018", "2,25", "2024-02-29"}}}})
                                       .at(0));
    EXPECT_EQ(textsOf(table, "nummer"), (Texts{"0017", "0018"}));
    EXPECT_EQ(numbersOf(table, "lengte"), (std::vector{1.5, 2.25}));
    EXPECT_EQ(table.columnNamed("datum").info().type, ColumnType::date);
}

TEST_F(Workbook, ATextWithACommaSaysNothingOfTheNumbersBesideIt) {
    const auto layers =
        described({{"a", {{"prijs", "maat"}, {"12,5", "=1.234"}, {"7,5", "=2.375"}}},
                   {"b", {{"naam", "maat"}, {"x", "12,5"}, {"y", "=1.234"}}}});
    core::RemarkList remarks;
    const core::Table apart = openTable(layers.at(0).location, remarks).source->read({}, {});
    EXPECT_EQ(numbersOf(apart, "prijs"), (std::vector<double>{12.5, 7.5}));
    EXPECT_EQ(numbersOf(apart, "maat"), (std::vector<double>{1.234, 2.375}));
    // In one column it cannot be told what they are: they stay texts, with a remark.
    EXPECT_EQ(layers.at(1).table.columns.at(1).type, ColumnType::text);
}

TEST_F(Workbook, FailedFormulasAndMarksAreMissing) {
    const core::Table table = read(
        described({{"a", Rows{{"naam", "n"}, {"x", "#REF!"}, {"y", "."}, {"z", "=3"}}}}).at(0));
    const core::Column& column = table.columnNamed("n");
    EXPECT_EQ(column.presenceAt(0), core::Presence::missing);
    EXPECT_EQ(column.presenceAt(1), core::Presence::secret);
    EXPECT_EQ(column.integerAt(2), 3);
    EXPECT_TRUE(remarked("formulas-failed"));
}

TEST_F(Workbook, WithCoordinatesHasPlaces) {
    const auto layers = described({{"bomen", Rows{{"boomsoort", "X", "Y"},
                                                  {"Quercus", "=200000.5", "=450000"},
                                                  {"Tilia", "=200010", "=450010.25"}}}});
    EXPECT_EQ(layers.at(0).subject, "tree-points");
    const core::Table table = read(layers[0]);
    ASSERT_TRUE(table.hasGeometry());
    EXPECT_EQ(table.geometries().boundsOf(1).ymax, 450'010.25);
}

TEST_F(Workbook, WithoutColumnNamesSaysSo) {
    const auto layers = described({{"a", Rows{{"=1", "=2"}, {"=3", "=4"}}}});
    EXPECT_EQ(read(layers.at(0)).rowCount(), 2);
    EXPECT_TRUE(remarked("sheet-without-header"));
}

TEST_F(Workbook, AsksForASheetThatIsThere) {
    described({{"Bomen", {{"naam", "n"}, {"Eik", "=1"}}}});
    try {
        openTable({{path()}, "Struiken"}, remarks_);
        ADD_FAILURE();
    } catch (const core::Error& error) {
        EXPECT_EQ(error.code(), core::ErrorCode::layerUnknown);
    }
}

TEST_F(Workbook, CutShortIsIncomplete) {
    described({{"Bomen", {{"naam", "n"}, {"Eik", "=1"}}}});
    fs::resize_file(path(), fs::file_size(path()) / 2);
    try {
        inspect(path(), remarks_);
        ADD_FAILURE();
    } catch (const core::Error& error) {
        EXPECT_EQ(error.code(), core::ErrorCode::fileIncomplete);
    }
}

TEST_F(Workbook, IsFoundInAFolderWithoutTheMarkOfAnOpenProgram) {
    described({{"Bomen", {{"naam", "n"}, {"Eik", "=1"}}}});
    std::ofstream(folder_ / "~$cijfers.xlsx") << "lock";
    EXPECT_EQ(inspect(folder_.path(), remarks_).size(), 1U);
    EXPECT_TRUE(remarks_.take().empty());
}

TEST_F(Workbook, LeavesTheSettingsOfTheDriverAsTheyWere) {
    described({{"Bomen", {{"naam", "n"}, {"Eik", "=1"}}}});
    EXPECT_EQ(CPLGetThreadLocalConfigOption("OGR_XLSX_HEADERS", nullptr), nullptr);
}

TEST(RealWorkbooks, AreReadWithTheirTitlesAndPivotTables) {
    const fs::path data = LOMMER_REAL_DATA;
    const fs::path plans = data / "housing_plans/plancapaciteit_databewijst.xlsx";
    if (!fs::exists(plans)) {
        GTEST_SKIP() << "skipped: " << plans;
    }
    core::RemarkList remarks;
    const auto layers = inspect(plans, remarks);
    ASSERT_EQ(layers.size(), 12U);
    const auto read = [&](std::size_t index) {
        return openRegisterTable(layers[index].location, remarks).source->read({}, {});
    };
    const core::Table plan = read(0);
    EXPECT_EQ(plan.columnNamed("htotaal").info().type, ColumnType::real);
    EXPECT_EQ(textsOf(plan, "gemeente").front(), "Den Helder");
    const core::Table groningen = read(1);
    EXPECT_EQ(groningen.rowCount(), 10);
    EXPECT_TRUE(groningen.indexOf("Harde plancapaciteit 2021-2029"));
    EXPECT_EQ(read(4).columnNamed("2021").realAt(0), 25.2);
    const auto labels = inspect(data / "denhaag_bag/energielabel_spreiding_subset.xlsx", remarks);
    ASSERT_EQ(labels.size(), 1U);
    EXPECT_EQ(labels[0].table.columns.at(0).name, "vormfactor");
}

}  // namespace
}  // namespace lommer::gis
