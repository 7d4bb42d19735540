// What a page names as its sources.

#include "app/project/sources.h"

#include "app/text/source_catalogue.h"

#include <gtest/gtest.h>

namespace lommer::app {
namespace {

core::RecordedInput inputOf(const char* label, const char* registerId, const char* date) {
    core::RecordedInput input;
    input.label = label;
    input.registerId = registerId;
    input.referenceDate = date;
    const auto licences = licencesByRegister();
    const auto licence = licences.find(registerId);
    input.licence = licence == licences.end() ? std::string() : licence->second;
    return input;
}

core::RecordedInput heatOf(const char* role, const char* date) {
    core::RecordedInput input = inputOf("pet", "", "");
    input.role = role;
    input.run = "abc";
    input.runOutput = "pet";
    input.runAnalysis = "heat-stress";
    input.runParameters["date"] = std::string(date);
    return input;
}

TEST(Sources, AreRegistersWithTheSpanOfTheirDates) {
    core::RunRecord record;
    record.inputs = {inputOf("R_41AZ1", "ahn", ""),
                     inputOf("bgt_waterdeel", "bgt", "2024-11-16"),
                     inputOf("pand", "bag", ""),
                     inputOf("bgt_pand", "bgt", "2025-12-04"),
                     inputOf("bgt_weg", "bgt", ""),
                     inputOf("buurten", "cbs", "2025"),
                     inputOf("eigen bomen", "", "2026-01-02")};
    EXPECT_EQ(sourcesOf(record, Texts(Language::nl)),
              (QStringList{QStringLiteral("AHN (CC0)"),
                           QStringLiteral("BGT (peildata 16 november 2024 tot 4 december 2025, "
                                          "CC0)"),
                           QStringLiteral("BAG (CC0)"),
                           QStringLiteral("CBS Wijken en buurten (peildatum 2025, CC BY 4.0, "
                                          "© CBS)"),
                           QStringLiteral("eigen bomen (peildatum 2 januari 2026)")}));
}

// Records of before licences stood in them.
TEST(Sources, HaveTheLicenceOfTheirRegisterWhereTheRecordSaysNone) {
    core::RunRecord record;
    record.inputs = {inputOf("bgt_weg", "bgt", ""), inputOf("pand", "bag", "")};
    record.inputs.front().licence.clear();
    record.inputs.back().licence = "eigen voorwaarden";
    EXPECT_EQ(
        sourcesOf(record, Texts(Language::nl)),
        (QStringList{QStringLiteral("BGT (CC0)"), QStringLiteral("BAG (eigen voorwaarden)")}));
}

// It keeps the columns of the BGT; it is no BGT any more.
TEST(Sources, CallAResultOfOursByItsOutput) {
    core::RunRecord record;
    record.inputs = {inputOf("neighbourhoods", "bgt", "")};
    record.inputs.front().run = "abc";
    record.inputs.front().runOutput = "sky-view-factor";
    EXPECT_EQ(sourcesOf(record, Texts(Language::nl)),
              QStringList{QStringLiteral("Zicht op de hemel")});
}

TEST(Sources, OfAResultAreTheRegistersBelowIt) {
    core::RunRecord record;
    record.inputs = {heatOf("later", ""), heatOf("earlier", ""), inputOf("kernen", "", "")};
    record.inputs[0].runSources = {{"R_41AZ1", "ahn", "2023", "CC0"}, {"pand", "bag", "", "CC0"}};
    record.inputs[1].runSources = {{"R_41AZ1", "ahn", "2021", "CC0"}, {"deep", "", "", "", "pet"}};
    EXPECT_EQ(sourcesOf(record, Texts(Language::nl)),
              (QStringList{QStringLiteral("AHN (peildata 2021 tot 2023, CC0)"),
                           QStringLiteral("BAG (CC0)"), QStringLiteral("Gevoelstemperatuur"),
                           QStringLiteral("kernen")}));
}

// What it looks like and what dates it carries are made up as well.
TEST(Sources, CallMadeUpDataThat) {
    core::RunRecord record;
    record.inputs = {inputOf("R_41AZ1", "sample", ""), inputOf("bgt_weg", "sample", "2025-01-01")};
    EXPECT_EQ(sourcesOf(record, Texts(Language::nl)),
              QStringList{QStringLiteral("verzonnen gegevens van de voorbeeldgemeente")});
    gis::LayerDescription layer;
    layer.name = "bgt_weg";
    layer.registerId = "sample";
    EXPECT_EQ(sourceOf(layer, Texts(Language::en)),
              QStringLiteral("made-up data of the sample municipality"));
    layer.registerId = "bgt";
    EXPECT_EQ(sourceOf(layer, Texts(Language::en)), QStringLiteral("BGT (CC0)"));
}

TEST(InputContrast, IsOfDaysWhereTheseTellResultsApart) {
    const Texts texts(Language::nl);
    core::RunRecord record;
    record.inputs = {heatOf("later", "2018-07-26"), heatOf("earlier", "")};
    const InputContrast contrast = inputContrast(record, texts);
    EXPECT_EQ(contrast.kind, InputContrast::Kind::days);
    EXPECT_EQ(contrast.names.at("later"), QStringLiteral("de middag van 26 juli 2018"));
    EXPECT_EQ(contrast.names.at("earlier"), QStringLiteral("een zeer warme zomermiddag"));
}

TEST(InputContrast, IsOfVariantsOnOneDay) {
    const Texts texts(Language::nl);
    core::RunRecord record;
    record.inputs = {heatOf("later", ""), heatOf("earlier", "")};
    record.inputs[0].runScenario = "meer bomen.json";
    InputContrast contrast = inputContrast(record, texts);
    EXPECT_EQ(contrast.kind, InputContrast::Kind::variants);
    EXPECT_EQ(contrast.names.at("later"), QStringLiteral("variant ‘meer bomen’"));
    EXPECT_EQ(contrast.names.at("earlier"), QStringLiteral("de huidige situatie"));
    // On two days it has to be said too, or the day would seem to be all.
    record.inputs[1].runParameters["date"] = std::string("2018-07-26");
    contrast = inputContrast(record, texts);
    EXPECT_EQ(contrast.kind, InputContrast::Kind::days);
    EXPECT_EQ(contrast.names.at("earlier"),
              QStringLiteral("de middag van 26 juli 2018 (de huidige situatie)"));
}

TEST(InputContrast, IsNotThereBetweenEqualsAndOtherData) {
    const Texts texts(Language::nl);
    core::RunRecord record;
    record.inputs = {heatOf("later", ""), heatOf("earlier", "")};
    EXPECT_EQ(inputContrast(record, texts).kind, InputContrast::Kind::none);
    record.inputs[0] = inputOf("dsm", "ahn", "2023-01-01");
    EXPECT_EQ(inputContrast(record, texts).kind, InputContrast::Kind::none);
}

TEST(Sources, StandOnOneLineEachOnce) {
    Layer first;
    first.attribution = {QStringLiteral("AHN (CC0)"), QStringLiteral("BGT (CC0)")};
    Layer second;
    second.attribution = {QStringLiteral("BGT (CC0)")};
    EXPECT_TRUE(sourceLine({&first, &second}).endsWith(QStringLiteral("AHN (CC0); BGT (CC0).")));
    EXPECT_TRUE(sourceLine({}).isEmpty());
}

}  // namespace
}  // namespace lommer::app
