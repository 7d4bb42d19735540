// Which versions count on a day: registered, begun and not ended. Source: Catalogus BAG 2018, on
// beginGeldigheid and eindGeldigheid.

#include "gis/registers/row_rules.h"

#include "tests/support/memory_table.h"

#include <gtest/gtest.h>

namespace lommer::gis {
namespace {

using Kind = RowRule::Kind;

std::vector<bool> kept(Kind kind, std::string_view day) {
    const core::Column days = test::textColumn(
        "dag", {std::nullopt, "", "2023-09-03", "2023-09-04T10:00:00Z", "2023-09-05", "5 sept"});
    const RowRule rule{.columns = {}, .kind = kind};
    const RowTest test(rule, days, day);
    std::vector<bool> result;
    for (std::int64_t row = 0; row < days.size(); ++row) {
        result.push_back(test.holds(row));
    }
    return result;
}

TEST(RowRules, AnEndStillToComeHasNotEnded) {
    EXPECT_EQ(kept(Kind::notEnded, "2023-09-04"),
              (std::vector<bool>{true, true, false, false, true, false}));
}

TEST(RowRules, WithoutAReferenceDateEveryEndHasPassed) {
    EXPECT_EQ(kept(Kind::notEnded, ""), kept(Kind::absent, ""));
    EXPECT_EQ(kept(Kind::absent, ""), (std::vector<bool>{true, true, false, false, false, false}));
}

TEST(RowRules, WhatBeginsLaterDoesNotCountYet) {
    EXPECT_EQ(kept(Kind::begun, "2023-09-04"),
              (std::vector<bool>{true, true, true, true, false, true}));
    EXPECT_EQ(kept(Kind::begun, ""), std::vector<bool>(6, true));
}

TEST(RowRules, TheLatestDayIsFoundInTextsDatesAndYears) {
    const auto latestOf = [](const core::Column& column) {
        LatestDay latest(column);
        for (std::int64_t row = 0; row < column.size(); ++row) {
            latest.add(row);
        }
        return latest.day();
    };
    EXPECT_EQ(latestOf(test::textColumn(
                  "t", {"2019-05-01T23:00:00", "2020-01-02T01:00:00", std::nullopt, "2018-12-31"})),
              "2020-01-02");
    core::Column moments({"m", core::ColumnType::dateTime});
    moments.appendInteger(86'400'000);
    moments.appendAbsent();
    EXPECT_EQ(latestOf(moments), "1970-01-02");
    EXPECT_EQ(latestOf(test::integerColumn("j", {999, 2024, 2023})), "2024");
    EXPECT_EQ(latestOf(test::textColumn("leeg", {std::nullopt})), "");
}

}  // namespace
}  // namespace lommer::gis
