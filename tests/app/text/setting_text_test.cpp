// Settings of a run as people read them.

#include "app/text/setting_text.h"

#include "app/text/translator.h"

#include <gtest/gtest.h>

#include <QCoreApplication>

namespace lommer::app {
namespace {

QString shown(core::ParameterKind kind, const core::ParameterValue& value,
              core::Unit unit = core::Unit::none) {
    core::ParameterDeclaration parameter;
    parameter.id = "wet-bulb";
    parameter.kind = kind;
    parameter.unit = unit;
    return settingText("heat-stress", parameter, value, Texts(Language::nl));
}

QString list(const std::vector<double>& values) {
    return shown(core::ParameterKind::numberList, values);
}

TEST(SettingText, ShortensRunsOfWholeNumbers) {
    EXPECT_EQ(list({10, 11, 12, 13, 14, 15, 16}), QStringLiteral("10–16"));
    EXPECT_EQ(list({10, 11}), QStringLiteral("10, 11"));
    EXPECT_EQ(list({8, 10, 11, 12, 14, 15}), QStringLiteral("8, 10–12, 14, 15"));
    EXPECT_EQ(list({0.5, 1.5, 2.5}), QStringLiteral("0,5, 1,5, 2,5"));
    EXPECT_EQ(list({12, 11, 10}), QStringLiteral("12, 11, 10"));
    EXPECT_EQ(list({}), QString());
}

TEST(SettingText, HasUnitsDaysMomentsAndNames) {
    EXPECT_EQ(shown(core::ParameterKind::number, 2.5, core::Unit::metre),
              QStringLiteral("2,5\u00A0m"));
    EXPECT_EQ(shown(core::ParameterKind::text, std::string("2018-07-26")),
              QStringLiteral("26 juli 2018"));
    EXPECT_EQ(shown(core::ParameterKind::text, std::string("a day")), QStringLiteral("a day"));
    EXPECT_EQ(shown(core::ParameterKind::dateTime, std::string("2026-07-01T12:00:00Z")),
              QStringLiteral("1 juli 2026 om 14.00 uur"));
    EXPECT_EQ(shown(core::ParameterKind::integer, std::int64_t{2023}, core::Unit::year),
              QStringLiteral("2023"));
    EXPECT_EQ(shown(core::ParameterKind::choice, std::string("station")),
              Texts(Language::nl).choice("heat-stress", "wet-bulb", "station"));
    EXPECT_EQ(shown(core::ParameterKind::text, std::monostate()), QString());
}

TEST(SettingText, SaysYesAndNoInTheLanguageOfTheProgram) {
    const auto dutch = translatorFor(Language::nl);
    QCoreApplication::installTranslator(dutch.get());
    EXPECT_EQ(shown(core::ParameterKind::boolean, true), QStringLiteral("ja"));
    EXPECT_EQ(shown(core::ParameterKind::boolean, false), QStringLiteral("nee"));
    QCoreApplication::removeTranslator(dutch.get());
}

}  // namespace
}  // namespace lommer::app
