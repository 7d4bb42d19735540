#include "core/engine/run_record.h"

#include "core/base/error.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace lommer::core {
namespace {

RunRecord fullRecord() {
    RunRecord record;
    record.analysis = "dummy";
    record.analysisVersion = 3;
    record.definition = "double";
    record.parameters = {{"factor", 2.0},
                         {"times", std::int64_t{7}},
                         {"with-note", true},
                         {"note", std::string("é ‘quoted’")},
                         {"limits", std::vector<double>{1.0, 2.5}},
                         {"weights", WeightsTable{{{"heat", 2.0}, {"trees", 0.1}}}},
                         {"classes", RuleTable{{{std::monostate{}, 10.0, std::string("low")}}}},
                         {"day", std::monostate{}}};
    RecordedInput input;
    input.role = "places";
    input.label = "buurten";
    input.identity = "abc";
    input.members = {{"buurten.gpkg", 4096, 1'700'000'000'000'000'000}};
    input.paths = {"/home/someone/buurten.gpkg"};
    input.crs = "EPSG:28992";
    input.operation = "none";
    RecordedInput result;
    result.role = "heat";
    result.label = "pet";
    result.run = "0a";
    result.runOutput = "pet";
    result.runAnalysis = "heat-stress";
    result.runParameters = {{"date", std::string("2018-07-26")}, {"directions", std::int64_t{16}}};
    result.runScenario = "trees.json";
    result.unit = Unit::degreeCelsius;
    result.runSources = {{"R_41AZ1", "ahn", "2023", "CC0"}, {"eigen bomen"}};
    record.inputs = {input, result};
    record.outputs = {{"places", "places.gpkg", "c0", "f0", 12345}};
    record.remarks = {{"many-holes",
                       {{"share", 21.5}, {"count", std::int64_t{3}}, {"layer", std::string("dsm")}},
                       Point{217123.5, 442456.25}}};
    record.region = Bounds{1.0, 2.0, 3.0, 4.0};
    record.scenarioFile = "trees.json";
    record.scenarioHash = "d0";
    record.scenarioPath = "/home/someone/trees.json";
    record.program = "Lommer 0.1.0";
    record.libraries = {"GDAL 3.6.2"};
    record.startedAt = "2026-07-01T12:00:00Z";
    record.seconds = 1.25;
    return record;
}

TEST(RunRecord, ComesBackTheSameFromItsText) {
    const RunRecord record = fullRecord();
    const RunRecord again = recordFromText(toText(record, RecordDetail::internal));
    EXPECT_EQ(again.parameters, record.parameters);
    EXPECT_EQ(again.remarks, record.remarks);
    EXPECT_EQ(again.region, record.region);
    EXPECT_EQ(again.inputs.front().paths, record.inputs.front().paths);
    EXPECT_EQ(again.inputs.back().runParameters, record.inputs.back().runParameters);
    EXPECT_EQ(again.inputs.back().runScenario, "trees.json");
    EXPECT_EQ(again.inputs.back().runSources, record.inputs.back().runSources);
    EXPECT_EQ(toText(again, RecordDetail::internal), toText(record, RecordDetail::internal));
}

TEST(RunRecord, APublishedOneHoldsNoPathAndNoUserName) {
    const std::string text = toText(fullRecord(), RecordDetail::published);
    EXPECT_EQ(text.find("/home"), std::string::npos);
    EXPECT_EQ(text.find("someone"), std::string::npos);
    EXPECT_EQ(text.find("217123"), std::string::npos);
    EXPECT_NE(text.find("buurten.gpkg"), std::string::npos);
}

TEST(RunRecord, ARecipeHasTheSettingsAndNoTraceOfTheData) {
    const std::string text = recipeOf(fullRecord()).dump();
    EXPECT_EQ(text.find("buurten"), std::string::npos);
    EXPECT_EQ(text.find("abc"), std::string::npos);
    const RunRecord recipe = recordFromText(text);
    EXPECT_EQ(recipe.parameters, fullRecord().parameters);
    EXPECT_EQ(recipe.inputs.front().role, "places");
}

void expectInvalid(const std::string& text) {
    try {
        recordFromText(text);
        ADD_FAILURE() << "accepted: " << text.substr(0, 60);
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::recordInvalid);
    }
}

TEST(RunRecord, RestsOnWhatItsResultsRestOnEachOnce) {
    RunRecord record = fullRecord();
    record.inputs.front().registerId = "cbs";
    record.inputs.front().licence = "CC BY 4.0";
    record.inputs.push_back(record.inputs.back());
    EXPECT_EQ(sourcesOf(record), (std::vector<RecordedSource>{{"buurten", "cbs", "", "CC BY 4.0"},
                                                              {"R_41AZ1", "ahn", "2023", "CC0"},
                                                              {"eigen bomen"}}));
}

TEST(RunRecord, RestsOnAResultWhereThatDoesNotSayMore) {
    RunRecord record;
    record.inputs.emplace_back();
    record.inputs.back().label = "zones";
    record.inputs.back().registerId = "bgt";  // whose columns it keeps
    record.inputs.back().licence = "CC0";
    record.inputs.back().run = "0a";
    record.inputs.back().runOutput = "zones";
    EXPECT_EQ(sourcesOf(record), (std::vector<RecordedSource>{{"zones", "", "", "", "zones"}}));
}

TEST(RunRecord, RefusesAResultWithoutSenseInItsSources) {
    for (const char* sources : {"7", "[7]", "{\"label\": 1}", "[{\"label\": 1}]"}) {
        auto json = nlohmann::ordered_json::parse(toText(fullRecord(), RecordDetail::internal));
        json["inputs"][1]["result"]["sources"] = nlohmann::ordered_json::parse(sources);
        EXPECT_THROW(recordFromText(json.dump()), Error) << sources;
    }
}

TEST(RunRecord, RefusesWhatIsNoRecord) {
    expectInvalid("");
    expectInvalid("[]");
    expectInvalid("{}");
    expectInvalid(R"({"format": "other", "formatVersion": 1})");
    std::string text = toText(fullRecord(), RecordDetail::internal);
    expectInvalid(text.substr(0, text.size() / 2));
    const auto at = text.find("\"formatVersion\": 1");
    expectInvalid(text.replace(at, 18, "\"formatVersion\": 2"));
}

TEST(RunRecord, RefusesFileNamesThatLeaveTheFolder) {
    for (const char* name : {"../x.tif", "/etc/passwd", "..", "a\\\\b", ""}) {
        std::string text = toText(fullRecord(), RecordDetail::internal);
        const std::string wanted = "\"file\": \"places.gpkg\"";
        text.replace(text.find(wanted), wanted.size(), "\"file\": \"" + std::string(name) + '"');
        expectInvalid(text);
    }
}

}  // namespace
}  // namespace lommer::core
