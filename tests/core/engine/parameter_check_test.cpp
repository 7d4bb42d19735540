#include "core/engine/parameter_check.h"

#include "core/base/error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace lommer::core {
namespace {

ParameterDeclaration ofKind(ParameterKind kind) {
    return {.id = "setting", .kind = kind};
}

ParameterDeclaration ruleTable() {
    ParameterDeclaration declaration = ofKind(ParameterKind::rules);
    declaration.ruleColumns = {{.id = "from", .isOptional = true},
                               {.id = "to", .isOptional = true},
                               {.id = "class", .isNumber = false}};
    return declaration;
}

/// The log line of the error that `call` throws; empty where it throws none.
template <class Call>
std::string errorOf(Call call) {
    try {
        call();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

std::string parseError(const ParameterDeclaration& declaration, std::string_view text) {
    return errorOf([&] { parseValue(declaration, text); });
}

TEST(ParseValue, ReadsEachKind) {
    EXPECT_EQ(parseValue(ofKind(ParameterKind::number), "-2.5e3"), ParameterValue{-2500.0});
    EXPECT_EQ(parseValue(ofKind(ParameterKind::integer), "16"), ParameterValue{std::int64_t{16}});
    EXPECT_EQ(parseValue(ofKind(ParameterKind::boolean), "false"), ParameterValue{false});
    EXPECT_EQ(parseValue(ofKind(ParameterKind::text), "5 mei"),
              ParameterValue{std::string("5 mei")});
    EXPECT_EQ(parseValue(ofKind(ParameterKind::dateTime), "2026-07-01T13:00Z"),
              ParameterValue{std::string("2026-07-01T13:00Z")});
    EXPECT_EQ(parseValue(ofKind(ParameterKind::numberList), "1,2.5,10"),
              (ParameterValue{std::vector<double>{1.0, 2.5, 10.0}}));
    EXPECT_EQ(parseValue(ofKind(ParameterKind::numberList), ""),
              ParameterValue{std::vector<double>{}});
    EXPECT_EQ(parseValue(ofKind(ParameterKind::weights), "heat=2,trees=0.5"),
              (ParameterValue{WeightsTable{{{"heat", 2.0}, {"trees", 0.5}}}}));
    EXPECT_EQ(parseValue(ruleTable(), "0,10,low;10,,high"),
              (ParameterValue{RuleTable{{{0.0, 10.0, std::string("low")},
                                         {10.0, std::monostate{}, std::string("high")}}}}));
}

TEST(ParseValue, RefusesWhatIsNoNumber) {
    for (const auto* text : {"", "a", "1,5", "1.000,5", "1 ", " 1", "0x10", "nan", "NaN", "inf",
                             "-inf", "1e999", "1.5m", "+1"}) {
        EXPECT_EQ(parseError(ofKind(ParameterKind::number), text),
                  std::string("value-not-a-number: parameter=setting, value=") + text);
    }
    for (const auto* text : {"1.5", "1e3", "9223372036854775808", ""}) {
        EXPECT_THAT(parseError(ofKind(ParameterKind::integer), text),
                    testing::StartsWith("value-not-a-number"))
            << text;
    }
    EXPECT_THAT(parseError(ofKind(ParameterKind::numberList), "1,,2"),
                testing::StartsWith("value-not-a-number"));
    EXPECT_THAT(parseError(ofKind(ParameterKind::weights), "heat=much"),
                testing::StartsWith("value-not-a-number"));
    EXPECT_THAT(parseError(ruleTable(), "zero,10,low"), testing::StartsWith("value-not-a-number"));
}

TEST(ParseValue, RefusesUnknownValuesAndNamesWhatIsAllowed) {
    ParameterDeclaration choice = ofKind(ParameterKind::choice);
    choice.choices = {"exact", "fast"};
    EXPECT_EQ(parseValue(choice, "fast"), ParameterValue{std::string("fast")});
    EXPECT_EQ(parseError(choice, "slow"),
              "value-unknown: parameter=setting, value=slow, allowed=exact, fast");
    EXPECT_THAT(parseError(choice, "Fast"), testing::StartsWith("value-unknown"));
    for (const auto* text : {"1", "yes", "True", ""}) {
        EXPECT_THAT(parseError(ofKind(ParameterKind::boolean), text),
                    testing::StartsWith("value-unknown"))
            << text;
    }
    for (const auto* text : {"2026-07-01", "2026-07-01T13:00", "2026-07-01 13:00Z",
                             "2026-07-01T13:00+02:00", "01-07-2026T13:00Z"}) {
        EXPECT_THAT(parseError(ofKind(ParameterKind::dateTime), text),
                    testing::StartsWith("value-unknown"))
            << text;
    }
}

TEST(ParseValue, RefusesTablesThatAreNotWhole) {
    for (const auto* text : {"heat", "=2", "heat=1,heat=2", "heat=1,"}) {
        EXPECT_THAT(parseError(ofKind(ParameterKind::weights), text),
                    testing::StartsWith("value-unknown"))
            << text;
    }
    for (const auto* text : {"0,10", "0,10,low,9", "0,10,", "0,10,low;"}) {
        EXPECT_THAT(parseError(ruleTable(), text), testing::StartsWith("value-unknown")) << text;
    }
}

TEST(ParseValue, GivesBackWhatWasWritten) {
    std::mt19937_64 random(20260701);
    const auto anyNumber = [&random] {
        std::uniform_real_distribution<double> exponent(-12.0, 12.0);
        const double size = std::pow(10.0, exponent(random));
        return (random() % 2 == 0) ? size : -size;
    };
    for (int round = 0; round < 200; ++round) {
        SCOPED_TRACE(round);
        const auto expectSame = [](const ParameterDeclaration& declaration,
                                   const ParameterValue& value) {
            EXPECT_EQ(parseValue(declaration, toText(value)), value) << toText(value);
        };
        expectSame(ofKind(ParameterKind::number), anyNumber());
        expectSame(ofKind(ParameterKind::integer), static_cast<std::int64_t>(random()));
        expectSame(ofKind(ParameterKind::boolean), random() % 2 == 0);
        expectSame(ofKind(ParameterKind::numberList),
                   std::vector<double>{anyNumber(), anyNumber(), anyNumber()});
        expectSame(ofKind(ParameterKind::weights),
                   WeightsTable{{{"heat", anyNumber()}, {"trees", anyNumber()}}});
        expectSame(ruleTable(), RuleTable{{{std::monostate{}, anyNumber(), std::string("low")},
                                           {anyNumber(), std::monostate{}, std::string("high")}}});
    }
}

/// Like `shade`: a place in the sky or a time; and a method that needs a radius.
AnalysisDeclaration dummy() {
    AnalysisDeclaration analysis;
    analysis.id = "dummy";
    analysis.parameters = {
        {.id = "azimuth", .minimum = 0.0, .maximum = 360.0, .exclusiveGroup = "sun"},
        {.id = "time", .kind = ParameterKind::dateTime, .exclusiveGroup = "sun"},
        {.id = "elevation", .requiredIf = ParameterCondition{"azimuth"}},
        {.id = "directions",
         .kind = ParameterKind::integer,
         .minimum = 4.0,
         .defaultValue = std::int64_t{16}},
        {.id = "method",
         .kind = ParameterKind::choice,
         .defaultValue = std::string("exact"),
         .choices = {"exact", "smooth"}},
        {.id = "radius", .unit = Unit::metre, .requiredIf = ParameterCondition{"method", "smooth"}},
        {.id = "quantiles", .kind = ParameterKind::numberList, .minimum = 0.0, .maximum = 1.0},
        {.id = "weights", .kind = ParameterKind::weights, .minimum = 0.0},
    };
    analysis.definitions = {{"standard", {}}, {"accurate", {{"directions", std::int64_t{64}}}}};
    return analysis;
}

std::string checkError(const ParameterValues& given, std::string_view definition = {}) {
    return errorOf([&] { checkParameters(dummy(), given, definition); });
}

TEST(CheckParameters, TakesDefaultsThenTheDefinitionThenWhatWasGiven) {
    const auto directions = [](const ParameterValues& given, std::string_view definition) {
        return checkParameters(dummy(), given, definition).integer("directions");
    };
    EXPECT_EQ(directions({}, ""), 16);
    EXPECT_EQ(directions({}, "standard"), 16);
    EXPECT_EQ(directions({}, "accurate"), 64);
    EXPECT_EQ(directions({{"directions", std::int64_t{32}}}, "accurate"), 32);
}

TEST(CheckParameters, HoldsAnEntryForEverySettingAlsoWhereNothingWasGiven) {
    const Parameters parameters = checkParameters(dummy(), {}, "");
    EXPECT_EQ(parameters.values().size(), dummy().parameters.size());
    EXPECT_FALSE(parameters.has("time"));
    EXPECT_TRUE(parameters.has("method"));
    EXPECT_FALSE(parameters.has("unknown"));
}

TEST(CheckParameters, NamesUnknownSettingsAndDefinitions) {
    EXPECT_EQ(checkError({{"azimut", 1.0}}), "parameter-unknown: parameter=azimut, analysis=dummy");
    EXPECT_EQ(checkError({}, "best"), "definition-unknown: definition=best, analysis=dummy");
}

TEST(CheckParameters, AllowsBothEndsOfARangeAndNothingBeyond) {
    for (const double azimuth : {0.0, 360.0}) {
        EXPECT_EQ(checkError({{"azimuth", azimuth}, {"elevation", 45.0}}), "");
    }
    EXPECT_EQ(checkError({{"azimuth", 360.5}, {"elevation", 45.0}}),
              "value-out-of-range: parameter=azimuth, value=360.5, minimum=0, maximum=360, "
              "unit=none");
    for (const ParameterValues& given :
         {ParameterValues{{"directions", std::int64_t{3}}},
          ParameterValues{{"quantiles", std::vector<double>{0.5, 1.01}}},
          ParameterValues{{"weights", WeightsTable{{{"heat", 1.0}, {"trees", -1.0}}}}}}) {
        EXPECT_THAT(checkError(given), testing::StartsWith("value-out-of-range"));
    }
}

TEST(CheckParameters, RefusesNaNAndInfinityHoweverTheyCameIn) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    for (const ParameterValue& value :
         {ParameterValue{nan}, ParameterValue{infinity}, ParameterValue{-infinity}}) {
        EXPECT_THAT(checkError({{"elevation", value}}), testing::StartsWith("value-not-a-number"));
    }
    EXPECT_THAT(checkError({{"quantiles", std::vector<double>{0.5, nan}}}),
                testing::StartsWith("value-not-a-number"));
    EXPECT_THAT(checkError({{"weights", WeightsTable{{{"heat", nan}}}}}),
                testing::StartsWith("value-not-a-number"));
}

TEST(CheckParameters, RefusesAValueOfAnotherKind) {
    EXPECT_THAT(checkError({{"directions", 16.5}}), testing::StartsWith("value-not-a-number"));
    EXPECT_THAT(checkError({{"elevation", std::string("high")}}),
                testing::StartsWith("value-not-a-number"));
    EXPECT_THAT(checkError({{"method", std::string("slow")}}),
                testing::StartsWith("value-unknown"));
}

TEST(CheckParameters, LetsOneOfAnExclusiveGroupPassAndNotTwo) {
    const std::string time = "2026-07-01T13:00Z";
    EXPECT_EQ(checkError({{"time", time}}), "");
    EXPECT_EQ(checkError({{"azimuth", 180.0}, {"elevation", 45.0}, {"time", time}}),
              "parameters-exclusive: first=azimuth, second=time");
}

TEST(CheckParameters, AsksForWhatAnotherSettingMakesNecessary) {
    EXPECT_EQ(checkError({{"azimuth", 180.0}}),
              "parameter-missing: parameter=elevation, analysis=dummy");
    EXPECT_EQ(checkError({{"method", std::string("smooth")}}),
              "parameter-missing: parameter=radius, analysis=dummy");
    EXPECT_EQ(checkError({{"method", std::string("smooth")}, {"radius", 5.0}}), "");
    EXPECT_EQ(checkError({{"method", std::string("exact")}}), "");
}

TEST(CheckParameters, AsksForARequiredSettingAlsoWhereItWasGivenAsNothing) {
    AnalysisDeclaration analysis = dummy();
    analysis.parameters[7].isRequired = true;
    const std::string missing = "parameter-missing: parameter=weights, analysis=dummy";
    EXPECT_EQ(errorOf([&] { checkParameters(analysis, {}, ""); }), missing);
    EXPECT_EQ(errorOf([&] { checkParameters(analysis, {{"weights", {}}}, ""); }), missing);
}

TEST(ParametersDeathTest, AreABugWhereTheKindIsAnother) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    const Parameters parameters = checkParameters(dummy(), {}, "");
    EXPECT_DEATH(static_cast<void>(parameters.number("directions")), "program-fault");
    EXPECT_DEATH(static_cast<void>(parameters.number("unknown")), "program-fault");
}

TEST(ParameterKind, HasATextOfItsOwnForEach) {
    EXPECT_EQ(toText(ParameterKind::number), "number");
    EXPECT_EQ(toText(ParameterKind::dateTime), "date-time");
    EXPECT_EQ(toText(ParameterKind::numberList), "number-list");
    EXPECT_EQ(toText(ParameterKind::rules), "rules");
}

}  // namespace
}  // namespace lommer::core
