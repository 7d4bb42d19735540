// What a declaration must hold to, for every analysis: settings are checked, records come back.

#include "core/base/error.h"
#include "core/engine/catalogue.h"
#include "core/engine/parameter_check.h"
#include "core/engine/run_record.h"
#include "tests/contract/contract_inputs.h"
#include "tests/support/run_analysis.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

namespace lommer::core {
namespace {

using testing::IsEmpty;

ParameterValues parsed(const AnalysisDeclaration& analysis,
                       const std::map<std::string, std::string>& settings) {
    ParameterValues values;
    for (const auto& [id, text] : settings) {
        values[id] = parseValue(*analysis.findParameter(id), text);
    }
    return values;
}

class DeclarationContract : public testing::TestWithParam<std::string> {
protected:
    const AnalysisDeclaration& declaration() const {
        return catalogue_.get(GetParam()).declaration();
    }
    /// The code of the Error that a run with these settings ends with; "none" where it does not.
    std::string codeOf(const std::map<std::string, std::string>& settings,
                       std::vector<BoundInput> inputs) const {
        try {
            test::runAnalysis(catalogue_.get(GetParam()),
                              {.inputs = std::move(inputs), .settings = settings});
        } catch (const Error& error) {
            return std::string(toText(error.code()));
        }
        return "none";
    }
    std::string codeWith(const std::string& id, const std::string& value) const {
        auto settings = test::contractSettings(declaration());
        settings[id] = value;
        return codeOf(settings, test::contractInputs(declaration(), 1));
    }

    Catalogue catalogue_ = makeCatalogue();
};

TEST_P(DeclarationContract, IsSound) {
    EXPECT_THAT(declarationFaults(declaration()), IsEmpty());
}

TEST_P(DeclarationContract, RefusesWhatIsNoFiniteNumber) {
    for (const ParameterDeclaration& parameter : declaration().parameters) {
        const bool isNumeric = parameter.kind == ParameterKind::number ||
                               parameter.kind == ParameterKind::integer ||
                               parameter.kind == ParameterKind::numberList;
        for (const char* text : {"nan", "inf", "1e999", "ten"}) {
            if (isNumeric) {
                EXPECT_EQ(codeWith(parameter.id, text), "value-not-a-number")
                    << parameter.id << '=' << text;
            }
        }
        if (parameter.kind == ParameterKind::number) {
            EXPECT_THROW(checkValue(parameter, std::numeric_limits<double>::quiet_NaN()), Error);
        }
        if (parameter.kind == ParameterKind::numberList) {
            EXPECT_THROW(checkValue(parameter, std::vector<double>{std::nan("")}), Error);
        }
    }
}

TEST_P(DeclarationContract, RefusesValuesOutOfRange) {
    for (const ParameterDeclaration& parameter : declaration().parameters) {
        const bool isNumber =
            parameter.kind == ParameterKind::number || parameter.kind == ParameterKind::integer;
        if (isNumber && parameter.minimum) {
            EXPECT_EQ(codeWith(parameter.id,
                               std::to_string(std::llround(std::floor(*parameter.minimum - 1.0)))),
                      "value-out-of-range")
                << parameter.id;
        }
        if (isNumber && parameter.maximum) {
            EXPECT_EQ(codeWith(parameter.id,
                               std::to_string(std::llround(std::ceil(*parameter.maximum + 1.0)))),
                      "value-out-of-range")
                << parameter.id;
        }
        if (parameter.kind == ParameterKind::choice) {
            EXPECT_EQ(codeWith(parameter.id, "no-such-choice"), "value-unknown") << parameter.id;
        }
    }
}

TEST_P(DeclarationContract, RefusesUnknownSettingsAndEmptyRoles) {
    EXPECT_EQ(codeWith("no-such-setting", "1"), "parameter-unknown");
    const auto settings = test::contractSettings(declaration());
    for (const RoleDeclaration& role : declaration().roles) {
        auto inputs = test::contractInputs(declaration(), 1);
        const auto count =
            std::erase_if(inputs, [&](const BoundInput& input) { return input.role == role.id; });
        if (role.minimumCount > 0 && count > 0) {
            EXPECT_EQ(codeOf(settings, inputs), "role-missing") << role.id;
        }
    }
}

TEST_P(DeclarationContract, WritesItsSettingsIntoARecordThatComesBack) {
    std::vector<std::string> definitions{""};
    for (const Definition& definition : declaration().definitions) {
        definitions.push_back(definition.id);
    }
    for (const std::string& definition : definitions) {
        const auto given = parsed(declaration(), test::contractSettings(declaration()));
        RunRecord record;
        record.analysis = declaration().id;
        record.analysisVersion = declaration().version;
        record.definition = definition;
        record.parameters = checkParameters(declaration(), given, definition).values();
        record.program = "test";
        record.startedAt = "2026-07-01T13:00:00Z";
        const std::string text = toText(record, RecordDetail::internal);
        const RunRecord back = recordFromText(text);
        EXPECT_EQ(toText(back, RecordDetail::internal), text) << definition;
        // A recipe runs on other data with the very same settings.
        const RunRecord recipe = recordFromText(recipeOf(record).dump());
        const auto again = checkParameters(declaration(), recipe.parameters, recipe.definition);
        EXPECT_EQ(again.values(), record.parameters) << definition;
    }
}

INSTANTIATE_TEST_SUITE_P(Catalogue, DeclarationContract, testing::ValuesIn(test::analysisIds()),
                         test::testNameOf);

}  // namespace
}  // namespace lommer::core
