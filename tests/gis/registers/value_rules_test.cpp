// What becomes of the values of a delivery.

#include "gis/registers/value_rules.h"

#include "core/base/error.h"

#include <gtest/gtest.h>

namespace lommer::gis {
namespace {

using core::Column;
using core::ColumnType;
using core::Presence;

TEST(BagIdentification, HasSixteenDigits) {
    EXPECT_EQ(bagIdentification("NL.IMBAG.Pand.0518100000267536"), "0518100000267536");
    EXPECT_EQ(bagIdentification("228100000031255"), "0228100000031255");
    EXPECT_EQ(bagIdentification(" 0518100000267536 "), "0518100000267536");
    EXPECT_EQ(bagIdentification("518100000267536.0"), "0518100000267536");
    for (const char* other : {"geen", "12345678901234567", "5,181E+14", "5.181E+14", "pand 12"}) {
        EXPECT_EQ(bagIdentification(other), "") << other;
    }
}

Column texts(const std::vector<std::string>& values) {
    Column column({"waarde", ColumnType::text});
    for (const std::string& value : values) {
        column.appendText(value);
    }
    return column;
}

TEST(ValueRules, ReadListsAsDatabasesWriteThem) {
    const Column from = texts({"{woonfunctie,winkelfunctie}", "(2:a,b)", "woonfunctie", "{}",
                               "{NL.IMBAG.Pand.0518100000267536}", R"(["a", "b"])"});
    const Column to = convert(from, {"doel", ColumnType::text}, {ValueRule::list}).column;
    const std::vector<std::string> expected{"woonfunctie,winkelfunctie", "a,b", "woonfunctie", "",
                                            "0518100000267536",          "a,b"};
    for (std::size_t row = 0; row < expected.size(); ++row) {
        EXPECT_EQ(to.textAt(static_cast<std::int64_t>(row)), expected[row]);
    }
}

TEST(ValueRules, YearsAndTermsThatMeanUnknownAreMissing) {
    Column years({"bouwjaar", ColumnType::integer});
    for (const std::int64_t year : {1912, 9999, 1005, 0}) {
        years.appendInteger(year);
    }
    const Column known =
        convert(years, {"bouwjaar", ColumnType::integer}, {ValueRule::buildingYear}).column;
    EXPECT_EQ(known.integerAt(0), 1912);
    for (std::int64_t row = 1; row < 4; ++row) {
        EXPECT_EQ(known.presenceAt(row), Presence::missing);
    }
    const Column terms = convert(texts({"waardeOnbekend", "geenWaarde", "berm"}),
                                 {"functie", ColumnType::text}, {ValueRule::bgtTerm})
                             .column;
    EXPECT_EQ(terms.presenceAt(0), Presence::missing);
    EXPECT_EQ(terms.presenceAt(1), Presence::notApplicable);
    EXPECT_EQ(terms.textAt(2), "berm");
}

TEST(ValueRules, FiguresThatCbsDoesNotGiveKeepTheReason) {
    Column figures({"inwoners", ColumnType::real});
    for (const double value : {-99997.0, -99995.0, -99991.0, -99999997.0, -5.0, 0.0}) {
        figures.appendReal(value);
    }
    const Converted converted =
        convert(figures, {"inwoners", ColumnType::real}, {.hasSentinels = true});
    EXPECT_EQ(converted.withheld, 4);
    const Column& known = converted.column;
    EXPECT_EQ(known.presenceAt(0), Presence::secret);
    EXPECT_EQ(known.presenceAt(1), Presence::notYetPublished);
    EXPECT_EQ(known.presenceAt(2), Presence::noLongerPublished);
    EXPECT_EQ(known.presenceAt(3), Presence::secret);
    EXPECT_EQ(known.realAt(4), -5.0);
    EXPECT_EQ(known.realAt(5), 0.0);
}

TEST(ValueRules, TextIsANumberWithEitherDecimalSignOrMissing) {
    const Column numbers = convert(texts({"12.5", " 12,5", "1.234,5", "1,234.5", "", "hoog", "x"}),
                                   {"hoogte", ColumnType::real}, {})
                               .column;
    EXPECT_EQ(numbers.realAt(0), 12.5);
    EXPECT_EQ(numbers.realAt(1), 12.5);
    EXPECT_EQ(numbers.realAt(2), 1234.5);
    EXPECT_EQ(numbers.realAt(3), 1234.5);
    EXPECT_EQ(numbers.presenceAt(4), Presence::missing);
    EXPECT_EQ(numbers.presenceAt(5), Presence::missing);
    EXPECT_EQ(numbers.presenceAt(6), Presence::secret);
}

TEST(ValueRules, ALostIdentificationIsCounted) {
    const Converted made =
        convert(texts({"0518100000267536 ", "5,181E+14", "05181000002675361", "-"}),
                {"identificatie", ColumnType::text}, {ValueRule::bagIdentification});
    EXPECT_EQ(made.column.textAt(0), "0518100000267536");
    EXPECT_FALSE(made.column.isPresent(1));
    EXPECT_EQ(made.notIdentifications, 2);
}

TEST(ValueRules, AListOfBuildingsKeepsThemAll) {
    const Converted made = convert(texts({"518100000000001,0518100000000002", "{}", "x1"}),
                                   {"pand", ColumnType::text}, {ValueRule::bagIdentifications});
    EXPECT_EQ(made.column.textAt(0), "0518100000000001,0518100000000002");
    EXPECT_FALSE(made.column.isPresent(1));
    EXPECT_FALSE(made.column.isPresent(2));
    EXPECT_EQ(made.notIdentifications, 1);
}

TEST(ValueRules, TheWholeColumnTellsWhatADotBetweenDigitsIs) {
    const auto numbers = [](const std::vector<std::string>& values) {
        return convert(texts(values), {"prijs", ColumnType::real}, {});
    };
    const Column thousands = numbers({"1.250,5", "2.000", "87,3"}).column;
    EXPECT_EQ(thousands.realAt(0), 1250.5);
    EXPECT_EQ(thousands.realAt(1), 2000.0);
    EXPECT_EQ(thousands.realAt(2), 87.3);
    EXPECT_EQ(numbers({"12.5", "2.000"}).column.realAt(1), 2.0);
    // Signs that contradict each other: what can be two things is lost, and counted.
    const Converted both = numbers({"12.5", "87,3", "2.000"});
    EXPECT_FALSE(both.column.isPresent(2));
    EXPECT_EQ(both.notNumbers, 1);
}

TEST(ValueRules, WhatIsNoWholeNumberIsMissingAndCounted) {
    const Converted years = convert(texts({"1930", "ca. 1900", "1930-1940", "9999", "x", "1930.5"}),
                                    {"bouwjaar", ColumnType::integer}, {ValueRule::buildingYear});
    EXPECT_EQ(years.column.integerAt(0), 1930);
    for (std::int64_t row = 1; row < 6; ++row) {
        EXPECT_FALSE(years.column.isPresent(row)) << row;
    }
    EXPECT_EQ(years.notNumbers, 2);
    EXPECT_EQ(years.notWhole, 1);

    Column reals({"niveau", ColumnType::real});
    for (const double value : {1e300, -1e300, 7.9, 7.0}) {
        reals.appendReal(value);
    }
    const Converted levels = convert(reals, {"niveau", ColumnType::integer}, {});
    EXPECT_EQ(levels.notWhole, 3);
    EXPECT_EQ(levels.column.integerAt(3), 7);
}

TEST(ValueRules, StopWhenTheyAreAsked) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(
        convert(texts({"a"}), {"doel", ColumnType::text}, {ValueRule::list}, stop.get_token()),
        core::Cancelled);
}

}  // namespace
}  // namespace lommer::gis
