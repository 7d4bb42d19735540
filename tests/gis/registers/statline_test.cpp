// Tables of StatLine, in the forms in which people save them.

#include "core/base/error.h"
#include "gis/registers/data_files.h"
#include "gis/registers/inventory.h"
#include "gis/registers/observations.h"
#include "gis/registers/register_tables.h"
#include "gis/registers/statline_json.h"
#include "tests/support/memory_table.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace lommer::gis {
namespace {

namespace fs = std::filesystem;
using core::ColumnType;
using core::Presence;
using test::numbersOf;
using test::textsOf;
using Texts = std::vector<std::string>;

const std::string kTyped =
    R"({"odata.metadata":"https://opendata.cbs.nl/ODataApi/OData/85984NED/$metadata#Cbs.OData.WebAPI.TypedDataSet","value":[)"
    R"({"ID":0,"WijkenEnBuurten":"NL00      ","Gemeentenaam_1":"Nederland ","Codering_3":"NL00      ","AantalInwoners_5":17942942,"GemiddeldeHuishoudensgrootte_33":2.1},)"
    R"({"ID":1,"WijkenEnBuurten":"BU01970101","Gemeentenaam_1":"Aalten    ","Codering_3":"BU01970101","AantalInwoners_5":null,"GemiddeldeHuishoudensgrootte_33":2}]})";

core::Table parsed(const std::string& text) {
    return parseStatLineJson(text, "cijfers.json").table;
}

TEST(StatLineJson, ReadsTheRecordsOfVersionThree) {
    const core::Table table = parsed(kTyped);
    ASSERT_EQ(table.rowCount(), 2);
    EXPECT_EQ(textsOf(table, "WijkenEnBuurten"), (Texts{"NL00", "BU01970101"}));
    EXPECT_EQ(table.columnNamed("AantalInwoners_5").info().type, ColumnType::integer);
    EXPECT_EQ(table.columnNamed("AantalInwoners_5").integerAt(0), 17942942);
    EXPECT_EQ(table.columnNamed("AantalInwoners_5").presenceAt(1), Presence::missing);
    EXPECT_EQ(numbersOf(table, "GemiddeldeHuishoudensgrootte_33"), (std::vector{2.1, 2.0}));
    EXPECT_EQ(parseStatLineJson(kTyped, "").id, "85984NED");
}

TEST(StatLineJson, MarksOfTheUntypedSetKeepTheirReason) {
    const core::Table table =
        parsed(R"({"odata.metadata":"#UntypedDataSet","value":[)"
               R"({"RegioS":"GM0197    ","Mannen_6":"   13640","Dichtheid_7":"       ."},)"
               R"({"RegioS":"GM0200    ","Mannen_6":"       x","Dichtheid_7":"     2.5"},)"
               R"({"RegioS":"GM0221    ","Mannen_6":"        ","Dichtheid_7":"       -"}]})");
    const core::Column& men = table.columnNamed("Mannen_6");
    EXPECT_EQ(men.integerAt(0), 13640);
    EXPECT_EQ(men.presenceAt(1), Presence::secret);
    EXPECT_EQ(men.presenceAt(2), Presence::notApplicable);
    const core::Column& density = table.columnNamed("Dichtheid_7");
    EXPECT_EQ(density.presenceAt(0), Presence::secret);
    EXPECT_EQ(density.realAt(1), 2.5);
    EXPECT_EQ(density.presenceAt(2), Presence::missing);
}

TEST(StatLineJson, CodesOfDigitsStayText) {
    const core::Table table = parsed(R"([{"Geslacht":"3000   ","RegioS":"GM0197","Aantal_1":1}])");
    EXPECT_EQ(textsOf(table, "Geslacht"), (Texts{"3000"}));
}

TEST(StatLineJson, ANameThatOnlyLaterRecordsHaveIsMissingBefore) {
    const core::Table table = parsed(R"([{"RegioS":"A"},{"RegioS":"B","N_1":2},{"RegioS":"C"}])");
    EXPECT_EQ(textsOf(table, "N_1"), (Texts{"-", "2", "-"}));
}

TEST(StatLineJson, PassesOverWhatIsNoRecord) {
    const StatLineTable read = parseStatLineJson(
        R"([{"RegioS":"A","In":{"N_1":1,"List":[1,{"RegioS":"X"}]},"N_1":3,"N_1":4},5,null])", "");
    EXPECT_EQ(read.table.rowCount(), 1);
    EXPECT_EQ(textsOf(read.table, "N_1"), (Texts{"3"}));
    EXPECT_EQ(read.leftOut, 2);
}

TEST(StatLineJson, SaysThatThereIsMore) {
    EXPECT_TRUE(parseStatLineJson(R"({"value":[],"odata.nextLink":"https://x"})", "").isPart);
    EXPECT_FALSE(parseStatLineJson(kTyped, "").isPart);
}

TEST(StatLineJson, ABrokenOffTextIsAnError) {
    for (const std::size_t length : {kTyped.size() / 2, kTyped.size() - 1, std::size_t{0}}) {
        try {
            parsed(kTyped.substr(0, length));
            ADD_FAILURE() << length;
        } catch (const core::Error& error) {
            EXPECT_EQ(error.code(), core::ErrorCode::fileIncomplete);
        }
    }
}

TEST(StatLineJson, StopsWhenAsked) {
    std::stop_source source;
    source.request_stop();
    EXPECT_THROW(parseStatLineJson(kTyped, "", source.get_token()), core::Cancelled);
}

// A table of them would have 25 million cells for 5,000 figures, and of a larger file would not
// fit.
TEST(Observations, WithAMeasureAndAnAreaEachAreRefused) {
    std::string text = R"({"@odata.context":"CBS/85984NED/$metadata#Observations","value":[)";
    for (int row = 0; row < 5000; ++row) {
        const std::string number = std::to_string(row);
        text += (row == 0 ? R"({"Measure":"M)" : R"(,{"Measure":"M)") + number +
                R"(","ValueAttribute":"None","Value":1.0,"WijkenEnBuurten":"BU)" + number + R"("})";
    }
    core::RemarkList remarks;
    try {
        pivotedObservations(parsed(text + "]}"), "v4", remarks);
        FAIL();
    } catch (const core::Error& error) {
        EXPECT_EQ(error.code(), core::ErrorCode::fileUnreadable);
        EXPECT_EQ(std::get<std::string>(error.arguments().back().second), "figures-scattered");
    }
}

TEST(Observations, AreOneColumnForEachMeasure) {
    const core::Table table = parsed(
        R"({"@odata.context":"https://datasets.cbs.nl/odata/v1/CBS/85984NED/$metadata#Observations","value":[)"
        R"({"Id":0,"Measure":"M1","ValueAttribute":"None","Value":5.0,"StringValue":null,"WijkenEnBuurten":"BU1 ","Perioden":"2024JJ00"},)"
        R"({"Id":1,"Measure":"T1","ValueAttribute":"None","Value":null,"StringValue":"Barlo ","WijkenEnBuurten":"BU1 ","Perioden":"2024JJ00"},)"
        R"({"Id":2,"Measure":"M1","ValueAttribute":"Secret","Value":null,"StringValue":null,"WijkenEnBuurten":"BU2 ","Perioden":"2024JJ00"},)"
        R"({"Id":3,"Measure":"M1","ValueAttribute":"Impossible","Value":null,"StringValue":null,"WijkenEnBuurten":"BU3 ","Perioden":"2024JJ00"},)"
        R"({"Id":4,"Measure":"M1","ValueAttribute":"None","Value":9.0,"StringValue":null,"WijkenEnBuurten":"BU1 ","Perioden":"2024JJ00"}]})");
    core::RemarkList remarks;
    ASSERT_TRUE(areObservations(test::MemoryTableSource("v4", table).info()));
    const core::Table wide = pivotedObservations(table, "v4", remarks);
    EXPECT_EQ(textsOf(wide, "WijkenEnBuurten"), (Texts{"BU1", "BU2", "BU3"}));
    const core::Column& figures = wide.columnNamed("M1");
    EXPECT_EQ(figures.realAt(0), 5.0);
    EXPECT_EQ(figures.presenceAt(1), Presence::secret);
    EXPECT_EQ(figures.presenceAt(2), Presence::notApplicable);
    EXPECT_EQ(textsOf(wide, "T1"), (Texts{"Barlo", "-", "-"}));
    EXPECT_EQ(wide.columns().size(), 4U);
    EXPECT_EQ(
        remarks.take(),
        (std::vector<core::Remark>{
            {"observations-twice", {{"layer", std::string("v4")}, {"count", std::int64_t{1}}}}}));
}

class StatLineFile : public testing::Test {
protected:
    LayerDescription inspected(const std::string& name, const std::string& text) {
        std::ofstream(folder_ / name, std::ios::binary) << text;
        const auto layers = inspect(folder_ / name, remarks_);
        EXPECT_EQ(layers.size(), 1U);
        return layers.front();
    }
    core::Table read(const LayerDescription& layer) {
        const auto opened = openRegisterTable(layer.location, remarks_);
        date_ = opened.referenceDate({});
        return opened.source->read({}, {});
    }
    bool remarked(const std::string& code) {
        const auto all = remarks_.take();
        return std::any_of(all.begin(), all.end(),
                           [&](const core::Remark& remark) { return remark.code == code; });
    }

    test::TemporaryFolder folder_;
    core::RemarkList remarks_;
    std::string date_;
};

TEST_F(StatLineFile, InJsonIsFiguresWithTheNamesOfTheWijkEnBuurtkaart) {
    const LayerDescription layer = inspected("kwb.json", kTyped);
    EXPECT_EQ(layer.subject, "area-figures");
    const core::Table table = read(layer);
    EXPECT_EQ(textsOf(table, "code"), (Texts{"NL00", "BU01970101"}));
    EXPECT_EQ(textsOf(table, "aantal_inwoners"), (Texts{"17942942", "-"}));
    EXPECT_EQ(textsOf(table, "gemeentenaam"), (Texts{"Nederland", "Aalten"}));
    EXPECT_TRUE(remarked("statline-table"));
}

TEST_F(StatLineFile, InCsvKeepsWhyAFigureIsNotThere) {
    const core::Table table = read(inspected(
        "crime.csv",
        "\"ID\";\"SoortMisdrijf\";\"WijkenEnBuurten\";\"Perioden\";\"GeregistreerdeMisdrijven_1\"\n"
        "0;\"0.0.0 \";\"GM0197    \";\"2025MM06\";      41\n"
        "1;\"0.0.0 \";\"GM0197    \";\"2025MM07\";       .\n"
        "2;\"1.1.1 \";\"GM0197    \";\"2025MM07\";       x\n"));
    EXPECT_EQ(textsOf(table, "code"), (Texts{"GM0197", "GM0197", "GM0197"}));
    EXPECT_EQ(textsOf(table, "periode"), (Texts{"2025MM06", "2025MM07", "2025MM07"}));
    EXPECT_EQ(textsOf(table, "SoortMisdrijf"), (Texts{"0.0.0", "0.0.0", "1.1.1"}));
    const core::Column& crimes = table.columnNamed("geregistreerde_misdrijven");
    EXPECT_EQ(crimes.integerAt(0), 41);
    EXPECT_EQ(crimes.presenceAt(1), Presence::secret);
    EXPECT_EQ(date_, "2025-07");
    EXPECT_TRUE(remarked("figures-withheld"));
}

TEST_F(StatLineFile, OfVersionFourKeepsItsFiguresWhereOneIsNoNumber) {
    const LayerDescription layer =
        inspected("Observations.csv",
                  "Id;Measure;ValueAttribute;Value;StringValue;RegioS;Perioden\n"
                  "0;M1;None;12,5;;GM0197;2024JJ00\n1;M1;None;1.250;;GM0200;2024JJ00\n"
                  "2;M1;None;ca. 3;;GM0221;2024JJ00\n3;M1;Secret;;;GM0222;2024JJ00\n");
    const core::Table table = read(layer);
    EXPECT_EQ(textsOf(table, "M1"), (Texts{"12.5", "1250", "-", "-"}));
    EXPECT_EQ(table.columnNamed("M1").presenceAt(3), Presence::secret);
}

TEST_F(StatLineFile, OfVersionFourInCsvIsPivoted) {
    const LayerDescription layer =
        inspected("Observations.csv",
                  "Id;Measure;ValueAttribute;Value;StringValue;RegioS;Perioden\n"
                  "0;M1;None;5;;GM0197;2024JJ00\n1;M2;None;6.5;;GM0197;2024JJ00\n"
                  "2;M1;Secret;;;GM0200;2024JJ00\n");
    EXPECT_EQ(layer.subject, "area-figures");
    EXPECT_EQ(layer.table.rowCount, 2);
    const core::Table table = read(layer);
    EXPECT_EQ(numbersOf(table, "M1")[0], 5.0);
    EXPECT_EQ(table.columnNamed("M1").presenceAt(1), Presence::secret);
    EXPECT_EQ(textsOf(table, "M2"), (Texts{"6.5", "-"}));
    EXPECT_EQ(date_, "2024");
}

TEST_F(StatLineFile, CodesThatAProgramShortenedAreCompleted) {
    const core::Table table = read(
        inspected("buurten.csv", "buurtcode2021;buurtnaam2021\n140000;Binnenstad\n140001;Zuid\n"));
    EXPECT_EQ(textsOf(table, "code"), (Texts{"BU00140000", "BU00140001"}));
    EXPECT_TRUE(remarked("codes-completed"));
}

TEST_F(StatLineFile, WithSentinelsHasReasonsInsteadOfNumbers) {
    const core::Table table = read(inspected("kwb.csv",
                                             "gwb_code_10;a_inw;p_koopw\nBU01970101;-99997;-99995\n"
                                             "BU01970102;25;-99991\n"));
    EXPECT_EQ(table.columnNamed("a_inw").presenceAt(0), Presence::secret);
    EXPECT_EQ(table.columnNamed("p_koopw").presenceAt(0), Presence::notYetPublished);
    EXPECT_EQ(table.columnNamed("p_koopw").presenceAt(1), Presence::noLongerPublished);
}

TEST_F(StatLineFile, SaysWhichAreasAreNotWhatTheyWereTheYearBefore) {
    const core::Table table =
        read(inspected("kwb.csv",
                       "Codering_3;IndelingswijzigingWijkenEnBuurten_4;AantalInwoners_5\n"
                       "BU01970101;1;10\nBU01970102;3;20\nBU01970103;3;30\n"
                       "BU01970104;2;40\nBU01970105;.;50\n"));
    EXPECT_EQ(textsOf(table, "indelingswijziging"), (Texts{"1", "3", "3", "2", "-"}));
    const auto remarks = remarks_.take();
    const auto counted = [&remarks](const std::string& code, std::int64_t count) {
        return std::find(remarks.begin(), remarks.end(),
                         core::Remark{code, {{"layer", std::string("kwb")}, {"count", count}}}) !=
               remarks.end();
    };
    EXPECT_TRUE(counted("areas-redrawn", 2));
    EXPECT_TRUE(counted("area-codes-changed", 1));
}

TEST_F(StatLineFile, AListOfAddressesIsNoFigures) {
    EXPECT_EQ(inspected("bedrijven.csv",
                        "naam;postcode;huisnummer;buurtcode\n"
                        "Bakker;7091AA;1;BU01970101\n")
                  .subject,
              "");
}

TEST_F(StatLineFile, AmongOtherJsonIsKnownByItsHead) {
    std::ofstream(folder_ / "table.json") << kTyped;
    std::ofstream(folder_ / "settings.json") << R"({"value":[]})";
    std::ofstream(folder_ / "info.json")
        << R"({"odata.metadata":"https://x/85984NED/$metadata#TableInfos","value":[{"ID":0}]})";
    EXPECT_EQ(kindOfFile(folder_ / "table.json"), FileKind::table);
    EXPECT_EQ(kindOfFile(folder_ / "settings.json"), FileKind::noData);
    EXPECT_EQ(kindOfFile(folder_ / "info.json"), FileKind::noData);
}

}  // namespace
}  // namespace lommer::gis
