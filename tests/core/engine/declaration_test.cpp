#include "core/engine/declaration.h"

#include "core/base/error.h"
#include "core/engine/catalogue.h"
#include "core/engine/parameter_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <functional>

namespace lommer::core {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

/// Sound, and with something of everything that a fault can be planted in.
AnalysisDeclaration soundDeclaration() {
    AnalysisDeclaration analysis;
    analysis.id = "dummy";
    analysis.family = "basic";
    analysis.roles = {{.id = "zones"}, {.id = "values", .kind = DataKind::raster}};
    analysis.parameters = {
        {.id = "field", .kind = ParameterKind::column, .role = "zones"},
        {.id = "method",
         .kind = ParameterKind::choice,
         .defaultValue = std::string("exact"),
         .choices = {"exact", "smooth"}},
        {.id = "radius",
         .minimum = 0.0,
         .maximum = 100.0,
         .defaultValue = 10.0,
         .requiredIf = ParameterCondition{"method", "smooth"}},
        {.id = "quantiles", .kind = ParameterKind::numberList},
        {.id = "classes", .kind = ParameterKind::rules, .ruleColumns = {{.id = "from"}}},
    };
    analysis.definitions = {{"standard", {{"radius", 10.0}}}, {"wide", {{"radius", 50.0}}}};
    analysis.outputs = {{.id = "zones",
                         .kind = DataKind::table,
                         .condition = ParameterCondition{"method", "exact"},
                         .columnsOfRoles = {"zones"},
                         .columns = {{.name = "q{}", .perValueOf = "quantiles"},
                                     {.name = "-sum",
                                      .condition = ParameterCondition{"field"},
                                      .namedAfter = "field"}}},
                        {.id = "surface"}};
    return analysis;
}

struct PlantedFault {
    const char* name;
    std::function<void(AnalysisDeclaration&)> plant;
    const char* expected;
};

TEST(DeclarationFaults, FindNothingInASoundDeclaration) {
    EXPECT_THAT(declarationFaults(soundDeclaration()), IsEmpty());
}

class EachFault : public testing::TestWithParam<PlantedFault> {};

TEST_P(EachFault, IsFound) {
    AnalysisDeclaration analysis = soundDeclaration();
    GetParam().plant(analysis);
    EXPECT_THAT(declarationFaults(analysis), testing::Contains(HasSubstr(GetParam().expected)));
}

const PlantedFault kFaults[] = {
    {"NoId", [](auto& a) { a.id.clear(); }, "id or version"},
    {"VersionZero", [](auto& a) { a.version = 0; }, "id or version"},
    {"NoOutputs", [](auto& a) { a.outputs.clear(); }, "no outputs"},
    {"RoleTwice", [](auto& a) { a.roles.push_back(a.roles[0]); }, "role id twice"},
    {"SettingTwice", [](auto& a) { a.parameters.push_back(a.parameters[0]); },
     "parameter id twice"},
    {"OutputTwice", [](auto& a) { a.outputs.push_back(a.outputs[0]); }, "output id twice"},
    {"DefinitionWithoutId", [](auto& a) { a.definitions[0].id.clear(); }, "definition id"},
    {"FewerAtMostThanAtLeast", [](auto& a) { a.roles[0].minimumCount = 2; },
     "counts of role zones"},
    {"NoReach", [](auto& a) { a.roles[0].reach.metres = {}; }, "reach of role zones"},
    {"ChoiceWithoutChoices", [](auto& a) { a.parameters[1].choices.clear(); }, "method: choices"},
    {"ChoicesOfANumber", [](auto& a) { a.parameters[2].choices = {"a"}; }, "radius: choices"},
    {"ColumnWithoutRole", [](auto& a) { a.parameters[0].role.clear(); }, "field: role"},
    {"ColumnOfAnUnknownRole", [](auto& a) { a.parameters[0].role = "areas"; }, "unknown role"},
    {"RulesWithoutColumns", [](auto& a) { a.parameters[4].ruleColumns.clear(); },
     "classes: rule columns"},
    {"RequiredByNobody", [](auto& a) { a.parameters[2].requiredIf->parameter = "mode"; },
     "required-if"},
    {"OutputOnAnUnknownSetting", [](auto& a) { a.outputs[0].condition->parameter = "mode"; },
     "condition of output zones"},
    {"ColumnsOfARaster", [](auto& a) { a.outputs[1].columns = {{.name = "mean"}}; },
     "columns of raster output surface"},
    {"OutputOfAnUnknownRole", [](auto& a) { a.outputs[0].columnsOfRoles = {"areas"}; },
     "role of output zones"},
    {"ColumnOnAnUnknownSetting",
     [](auto& a) { a.outputs[0].columns[1].condition->parameter = "mode"; },
     "condition of column -sum"},
    {"ListColumnWithoutPlace", [](auto& a) { a.outputs[0].columns[0].name = "q"; },
     "list of column q"},
    {"ListColumnOfAnUnknownSetting", [](auto& a) { a.outputs[0].columns[0].perValueOf = "list"; },
     "list of column q{}"},
    {"ColumnNamedAfterAnUnknownSetting", [](auto& a) { a.outputs[0].columns[1].namedAfter = "x"; },
     "source of column -sum"},
    {"DefaultOfAnotherKind", [](auto& a) { a.parameters[2].defaultValue = true; },
     "value of radius"},
    {"DefaultOutOfRange", [](auto& a) { a.parameters[2].defaultValue = 101.0; },
     "value-out-of-range"},
    {"DefaultNoChoice", [](auto& a) { a.parameters[1].defaultValue = std::string("slow"); },
     "value-unknown"},
    {"DefinitionOfAnUnknownSetting",
     [](auto& a) {
         a.definitions[1].values = {{"mode", 1.0}};
     },
     "sets unknown mode"},
    {"DefinitionOutOfRange",
     [](auto& a) {
         a.definitions[1].values = {{"radius", -1.0}};
     },
     "value-out-of-range"},
    {"StandardUnlikeTheDefaults",
     [](auto& a) {
         a.definitions[0].values = {{"radius", 20.0}};
     },
     "standard differs from the defaults in radius"},
};

INSTANTIATE_TEST_SUITE_P(DeclarationFaults, EachFault, testing::ValuesIn(kFaults),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(Declaration, FindsItsMembersByIdAndNothingElse) {
    const AnalysisDeclaration analysis = soundDeclaration();
    EXPECT_EQ(analysis.findRole("values"), &analysis.roles[1]);
    EXPECT_EQ(analysis.findParameter("radius"), &analysis.parameters[2]);
    EXPECT_EQ(analysis.findOutput("surface"), &analysis.outputs[1]);
    EXPECT_EQ(analysis.findDefinition("wide"), &analysis.definitions[1]);
    EXPECT_EQ(analysis.findRole("radius"), nullptr);
    EXPECT_EQ(analysis.findDefinition(""), nullptr);
}

TEST(Reach, IsAskedWithTheSettings) {
    const Parameters parameters = checkParameters(soundDeclaration(), {{"radius", 25.0}}, "");
    EXPECT_EQ(Reach::cell().metres(parameters), 0.0);
    EXPECT_EQ(Reach::of(30.0).metres(parameters), 30.0);
    EXPECT_TRUE(std::isinf(Reach::everywhere().metres(parameters)));
    const Reach ofRadius{[](const Parameters& given) { return given.number("radius"); }};
    EXPECT_EQ(ofRadius.metres(parameters), 25.0);
}

TEST(Condition, HoldsForAValueOrForAnyValue) {
    const Parameters parameters =
        checkParameters(soundDeclaration(), {{"quantiles", std::vector<double>{0.1, 0.9}}}, "");
    EXPECT_TRUE(holds({}, parameters));
    EXPECT_TRUE(holds(ParameterCondition{"method", "exact"}, parameters));
    EXPECT_FALSE(holds(ParameterCondition{"method", "smooth"}, parameters));
    EXPECT_TRUE(holds(ParameterCondition{"quantiles"}, parameters));
    EXPECT_FALSE(holds(ParameterCondition{"field"}, parameters)) << "not given";
    EXPECT_TRUE(holds(ParameterCondition{"radius", "10"}, parameters));
}

class DummyAnalysis : public Analysis {
public:
    explicit DummyAnalysis(AnalysisDeclaration declaration)
        : declaration_(std::move(declaration)) {}
    const AnalysisDeclaration& declaration() const noexcept override { return declaration_; }
    void run(const RunContext&) const override {}

private:
    AnalysisDeclaration declaration_;
};

TEST(Catalogue, FindsAnAnalysisById) {
    Catalogue catalogue;
    catalogue.add(std::make_unique<DummyAnalysis>(soundDeclaration()));
    EXPECT_EQ(catalogue.get("dummy").declaration().id, "dummy");
    EXPECT_EQ(catalogue.find("dumm"), nullptr);
    try {
        catalogue.get("dumm");
        FAIL() << "found";
    } catch (const Error& error) {
        EXPECT_STREQ(error.what(), "analysis-unknown: analysis=dumm");
    }
}

TEST(CatalogueDeathTest, TakesNoIdTwiceAndNoUnsoundDeclaration) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    const auto add = [](int version, int times) {
        Catalogue catalogue;
        for (int time = 0; time < times; ++time) {
            AnalysisDeclaration declaration = soundDeclaration();
            declaration.version = version;
            catalogue.add(std::make_unique<DummyAnalysis>(std::move(declaration)));
        }
    };
    add(1, 1);
    EXPECT_DEATH(add(1, 2), "program-fault");
    EXPECT_DEATH(add(0, 1), "program-fault");
}

TEST(Catalogue, OfTheProgramHoldsOnlySoundDeclarations) {
    const Catalogue catalogue = makeCatalogue();
    for (const auto& analysis : catalogue.analyses()) {
        EXPECT_THAT(declarationFaults(analysis->declaration()), IsEmpty());
    }
}

}  // namespace
}  // namespace lommer::core
