#include "app/desktop/typed_value.h"

#include "core/base/error.h"

#include <gtest/gtest.h>

namespace lommer::app {
namespace {

using core::ParameterKind;

const QLocale kDutch(QLocale::Dutch, QLocale::Netherlands);
const QLocale kEnglish(QLocale::English, QLocale::UnitedKingdom);

core::ParameterDeclaration declared(ParameterKind kind) {
    core::ParameterDeclaration declaration;
    declaration.id = "setting";
    declaration.kind = kind;
    return declaration;
}

core::ParameterValue typed(ParameterKind kind, const char* text, const QLocale& locale = kDutch) {
    return typedValue(declared(kind), QString::fromUtf8(text), locale);
}

std::string codeOf(const core::ParameterDeclaration& declaration, const char* text) {
    try {
        typedValue(declaration, QString::fromUtf8(text), kDutch);
    } catch (const core::Error& error) {
        return std::string(core::toText(error.code()));
    }
    return "none";
}

TEST(TypedValue, ReadsNumbersAsPeopleWriteThem) {
    EXPECT_EQ(typed(ParameterKind::number, "1,5"), core::ParameterValue(1.5));
    EXPECT_EQ(typed(ParameterKind::number, "1.5", kEnglish), core::ParameterValue(1.5));
    EXPECT_EQ(typed(ParameterKind::number, "0.500"), core::ParameterValue(0.5));
    EXPECT_EQ(typed(ParameterKind::number, "-0.250"), core::ParameterValue(-0.25));
    EXPECT_EQ(typed(ParameterKind::number, "1.500"), core::ParameterValue(1500.0));
    EXPECT_EQ(typed(ParameterKind::number, "0,500"), core::ParameterValue(0.5));
    EXPECT_EQ(typed(ParameterKind::integer, " 12 "), core::ParameterValue(std::int64_t{12}));
    EXPECT_EQ(typed(ParameterKind::number, ""), core::ParameterValue());
}

TEST(TypedValue, ReadsListsWithCommasInTheNumbers) {
    const core::ParameterValue wanted = std::vector<double>{0.5, 10.0, 90.0};
    EXPECT_EQ(typed(ParameterKind::numberList, "0,5; 10; 90"), wanted);
    EXPECT_EQ(typed(ParameterKind::numberList, "0,5 10 90"), wanted);
    EXPECT_EQ(typed(ParameterKind::numberList, "0.5, 10, 90", kEnglish), wanted);
}

TEST(TypedValue, ReadsTimesByTheDutchClock) {
    EXPECT_EQ(typed(ParameterKind::dateTime, "1-7-2026 14:00"),
              core::ParameterValue(std::string("2026-07-01T12:00:00Z")));
    EXPECT_EQ(typed(ParameterKind::dateTime, "1-12-2026 14:00"),
              core::ParameterValue(std::string("2026-12-01T13:00:00Z")));
}

TEST(TypedValue, SaysWhatItCannotRead) {
    core::ParameterDeclaration number = declared(ParameterKind::number);
    number.maximum = 10.0;
    EXPECT_EQ(codeOf(number, "veel"), "value-not-a-number");
    EXPECT_EQ(codeOf(number, "11"), "value-out-of-range");
    EXPECT_EQ(codeOf(declared(ParameterKind::integer), "1,5"), "value-not-a-number");
    EXPECT_EQ(codeOf(declared(ParameterKind::numberList), "10;x"), "value-not-a-number");
    EXPECT_EQ(codeOf(declared(ParameterKind::dateTime), "1-7-2026 25:00"), "value-unknown");
}

TEST(TypedValue, WritesWhatItReads) {
    const auto back = [](ParameterKind kind, const char* text) {
        const core::ParameterDeclaration declaration = declared(kind);
        const auto value = typedValue(declaration, QString::fromUtf8(text), kDutch);
        return typedText(declaration, value, kDutch).toStdString();
    };
    EXPECT_EQ(back(ParameterKind::number, "12345,25"), "12345,25");
    EXPECT_EQ(back(ParameterKind::numberList, "0,5 10"), "0,5; 10");
    EXPECT_EQ(back(ParameterKind::dateTime, "1-7-2026 14:00"), "1-7-2026 14:00");
    EXPECT_EQ(back(ParameterKind::text, "a - b"), "a - b");
}

}  // namespace
}  // namespace lommer::app
