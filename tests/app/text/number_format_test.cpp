#include "app/text/number_format.h"

#include <gtest/gtest.h>

namespace lommer::app {
namespace {

QString nl(double value, int decimals = -1) {
    return formatNumber(value, Language::nl, decimals);
}

TEST(NumberFormat, HasTheSignsOfTheLanguage) {
    EXPECT_EQ(nl(1234.5), QStringLiteral("1.234,5"));
    EXPECT_EQ(formatNumber(1234.5, Language::en), QStringLiteral("1,234.5"));
    EXPECT_EQ(formatCount(1234567, Language::nl), QStringLiteral("1.234.567"));
    EXPECT_EQ(formatCount(1234567, Language::en), QStringLiteral("1,234,567"));
}

TEST(NumberFormat, ShowsNoMoreThanSixDigits) {
    EXPECT_EQ(nl(0.1 + 0.2), QStringLiteral("0,3"));
    EXPECT_EQ(nl(3.14159265), QStringLiteral("3,14159"));
    EXPECT_EQ(nl(0.0), QStringLiteral("0"));
    EXPECT_EQ(nl(12.0, 2), QStringLiteral("12,00"));
}

TEST(NumberFormat, KeepsUnitsOnTheLine) {
    EXPECT_EQ(formatQuantity(12.5, QStringLiteral("m"), Language::nl),
              QStringLiteral("12,5") + QChar(0x00A0) + QStringLiteral("m"));
    EXPECT_EQ(formatQuantity(12.5, QStringLiteral("%"), Language::nl), QStringLiteral("12,5%"));
    EXPECT_EQ(formatQuantity(30.0, QStringLiteral("°"), Language::nl), QStringLiteral("30°"));
}

TEST(NumberFormat, WritesDatesForSentencesAndTables) {
    const QString date = QStringLiteral("2026-03-01");
    EXPECT_EQ(formatDate(date, Language::nl), QStringLiteral("1 maart 2026"));
    EXPECT_EQ(formatDate(date, Language::en), QStringLiteral("1 March 2026"));
    EXPECT_EQ(formatDateInTable(date, Language::nl), QStringLiteral("01-03-2026"));
    EXPECT_EQ(formatDateInTable(date, Language::en), QStringLiteral("1 Mar 2026"));
    EXPECT_EQ(formatDate(QStringLiteral("2023"), Language::nl), QStringLiteral("2023"));
    EXPECT_EQ(formatDateInTable({}, Language::nl), QString());
}

TEST(NumberFormat, SaysBytesInThousands) {
    EXPECT_TRUE(formatBytes(1'500'000'000, Language::nl).startsWith(QStringLiteral("1,5")));
    EXPECT_TRUE(formatBytes(1'500'000'000, Language::en).startsWith(QStringLiteral("1.5")));
}

}  // namespace
}  // namespace lommer::app
