#include "tests/support/dummy_analysis.h"

#include "core/base/error.h"
#include "core/engine/catalogue.h"
#include "tests/support/geometries.h"
#include "tests/support/run_analysis.h"

#include <gtest/gtest.h>

#include <cmath>

namespace lommer::core {
namespace {

using test::AnalysisRun;

AnalysisRun placesRun() {
    AnalysisRun run;
    run.inputs = {test::tableInput(
        "places", test::tableOf(3, {test::textColumn("name", {"a", "b", "c"}),
                                    test::realColumn("persons", {1.0, 20.0, NAN}, Unit::count,
                                                     PrivacyClass::perAddress)}))};
    run.settings = {{"figure", "persons"}};
    return run;
}

ErrorCode codeOf(const AnalysisRun& run) {
    try {
        test::runAnalysis(*test::makeDummyAnalysis(), run);
    } catch (const Error& error) {
        return error.code();
    }
    return ErrorCode::programFault;
}

TEST(DummyAnalysis, IsSoundlyDeclared) {
    EXPECT_EQ(declarationFaults(test::makeDummyAnalysis()->declaration()),
              std::vector<std::string>{});
}

TEST(DummyAnalysis, AddsItsColumnsToTheFeaturesOfTheRole) {
    AnalysisRun run = placesRun();
    run.settings["weights"] = "heat=2,trees=1";  // weight 1 x 1 + 3 = 4
    run.settings["limits"] = "1,2.5";
    run.settings["classes"] = ",10,low;10,,high";
    const Table places = test::runAnalysis(*test::makeDummyAnalysis(), run).tables.at("places");
    EXPECT_EQ(test::textsOf(places, "name"), (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_EQ(test::numbersOf(places, "weighted")[1], 80.0);
    EXPECT_TRUE(std::isnan(test::numbersOf(places, "weighted")[2]));  // missing stays missing
    EXPECT_EQ(test::textsOf(places, "class")[0], "low");
    EXPECT_EQ(test::numbersOf(places, "above_2.5")[0], 0.0);
    EXPECT_EQ(test::numbersOf(places, "above_1")[0], 1.0);
}

TEST(DummyAnalysis, DerivedColumnsInheritThePrivacyClass) {
    const Table places =
        test::runAnalysis(*test::makeDummyAnalysis(), placesRun()).tables.at("places");
    EXPECT_EQ(places.columnNamed("weighted").info().privacy, PrivacyClass::perAddress);
}

TEST(DummyAnalysis, ADefinitionSetsValuesAndAGivenValueWins) {
    AnalysisRun run = placesRun();
    run.definition = "double";
    const auto weighted = [&] {
        return test::numbersOf(
            test::runAnalysis(*test::makeDummyAnalysis(), run).tables.at("places"), "weighted")[0];
    };
    EXPECT_EQ(weighted(), 2.0);
    run.settings["factor"] = "5";
    EXPECT_EQ(weighted(), 5.0);
}

TEST(DummyAnalysis, ConditionalOutputsComeOnlyWhenAskedFor) {
    AnalysisRun run = placesRun();
    EXPECT_EQ(test::runAnalysis(*test::makeDummyAnalysis(), run).rasters.size(), 0U);
    run.settings["with-raster"] = "true";
    run.inputs.push_back(test::rasterInput(
        "height", std::make_shared<test::MemoryRaster>(test::gridOf(300, 200), [](CellIndex cell) {
            return static_cast<float>(cell.row);
        })));
    const auto outcome = test::runAnalysis(*test::makeDummyAnalysis(), run);
    EXPECT_EQ(outcome.rasters.at("height-doubled")->at(7, 290), 14.0F);
}

TEST(DummyAnalysis, RefusesWhatTheDeclarationForbids) {
    const auto with = [](const std::string& id, const std::string& value) {
        AnalysisRun run = placesRun();
        run.settings[id] = value;
        return codeOf(run);
    };
    EXPECT_EQ(with("factor", "nan"), ErrorCode::valueNotANumber);
    EXPECT_EQ(with("factor", "10.5"), ErrorCode::valueOutOfRange);
    EXPECT_EQ(with("limits", "5,-101"), ErrorCode::valueOutOfRange);
    EXPECT_EQ(with("weights", "heat=-1"), ErrorCode::valueOutOfRange);
    EXPECT_EQ(with("mode", "sideways"), ErrorCode::valueUnknown);
    EXPECT_EQ(with("moment", "yesterday"), ErrorCode::valueUnknown);
    EXPECT_EQ(with("classes", "1,2"), ErrorCode::valueUnknown);
    EXPECT_EQ(with("with-note", "true"), ErrorCode::parameterMissing);
    EXPECT_EQ(with("colour", "red"), ErrorCode::parameterUnknown);
    EXPECT_EQ(with("figure", "name"), ErrorCode::columnNotNumeric);
    EXPECT_EQ(with("figure", "inhabitants"), ErrorCode::columnMissing);
    AnalysisRun both = placesRun();
    both.settings["moment"] = "2026-07-01T13:00Z";
    both.settings["day"] = "3";
    EXPECT_EQ(codeOf(both), ErrorCode::parametersExclusive);
}

TEST(DummyAnalysis, RefusesInputsThatDoNotFitItsRoles) {
    AnalysisRun none = placesRun();
    none.inputs.clear();
    EXPECT_EQ(codeOf(none), ErrorCode::roleMissing);
    AnalysisRun twice = placesRun();
    twice.inputs.push_back(twice.inputs.front());
    EXPECT_EQ(codeOf(twice), ErrorCode::roleTooMany);
    AnalysisRun unknown = placesRun();
    unknown.inputs.front().role = "people";
    EXPECT_EQ(codeOf(unknown), ErrorCode::roleUnknown);
    AnalysisRun wrongKind = placesRun();
    wrongKind.inputs.front().role = "height";
    EXPECT_EQ(codeOf(wrongKind), ErrorCode::roleNotFitting);
}

}  // namespace
}  // namespace lommer::core
