#include "core/analyses/climate/heat_stress/heat_settings.h"
#include "core/base/error.h"
#include "tests/support/memory_table.h"

#include <gtest/gtest.h>

#include <cmath>

namespace lommer::core {
namespace {

constexpr std::int64_t kHour = 3'600'000;
constexpr std::int64_t kMidnight = 1'532'563'200'000;  // 26 July 2018, 00:00 UTC
const GeoLocator::Position kPlace{52.1, 5.2, 0.0};

/// Rows for `count` hours from the end of the first hour of the day: 20 to 32 °C, 5 m/s from the
/// east, 100 J/cm² in every hour.
Table weather(std::int64_t count, std::int64_t without = -1) {
    Column moments({"tijdstip", ColumnType::dateTime});
    std::vector<double> temperatures;
    for (std::int64_t hour = 1; hour <= count; ++hour) {
        moments.appendInteger(kMidnight + hour * kHour);
        temperatures.push_back(hour == without ? std::nan("")
                                               : 20.0 + static_cast<double>(hour % 24 % 13));
    }
    const auto all = [count](double value) {
        return std::vector<double>(static_cast<std::size_t>(count), value);
    };
    std::vector<Column> columns;
    columns.push_back(std::move(moments));
    columns.push_back(test::realColumn("temperatuur", temperatures));
    columns.push_back(test::realColumn("windsnelheid", all(5.0)));
    columns.push_back(test::realColumn("windrichting", all(90.0)));
    columns.push_back(test::realColumn("straling", all(100.0)));
    columns.push_back(test::realColumn("vochtigheid", all(40.0)));
    return test::tableOf(count, std::move(columns));
}

TEST(HeatDay, TakesTheWeatherAtTheEndOfEachHour) {
    const HeatDay day = heatDayOf(weather(48), "weer", "2018-07-26", {10, 12}, kPlace);
    ASSERT_EQ(day.hours.size(), 2U);
    EXPECT_EQ(day.hours[0].temperatureCelsius, 30.0);
    EXPECT_EQ(day.hours[1].temperatureCelsius, 32.0);
    EXPECT_NEAR(day.hours[0].radiationWatts, 100.0 * 10'000.0 / 3'600.0, 1e-9);
    EXPECT_EQ(day.hours[0].heatIslandShare, heatIslandShare(7, 26, 10));
    EXPECT_NEAR(day.hours[1].sunElevationDegrees, 57.0, 1.0);
    // 277.8 W/m² all day, a range of 12 K, 5 m/s, from 8 UTC to 7 UTC.
    EXPECT_NEAR(day.heatIslandKelvin, heatIslandOfWeather(277.8, 12.0, 5.0, 25.5), 0.05);
}

ErrorCode codeOf(const Table& table, const std::string& date) {
    try {
        heatDayOf(table, "weer", date, {10, 12}, kPlace);
    } catch (const Error& error) {
        return error.code();
    }
    return ErrorCode::programFault;
}

TEST(HeatDay, SaysWhatIsMissing) {
    EXPECT_EQ(codeOf(weather(48), "2018-07-30"), ErrorCode::weatherMissing);
    EXPECT_EQ(codeOf(weather(48, 12), "2018-07-26"), ErrorCode::weatherMissing);
    EXPECT_EQ(codeOf(weather(15), "2018-07-26"), ErrorCode::weatherMissing);
    for (const char* date : {"26-07-2018", "2018-02-30", "2018-7-26", ""}) {
        EXPECT_EQ(codeOf(weather(48), date), ErrorCode::valueUnknown) << date;
    }
}

/// The weather of two days with one column as it stands in somebody's own list.
Table weatherWith(Column own) {
    const Table whole = weather(48);
    std::vector<Column> columns;
    for (const ColumnPointer& column : whole.columns()) {
        if (column->info().name != own.info().name) {
            columns.push_back(*column);
        }
    }
    if (own.size() > 0) {
        columns.push_back(std::move(own));
    }
    return test::tableOf(whole.rowCount(), std::move(columns));
}

Column texts(const char* name) {
    return test::textColumn(name, std::vector<std::optional<std::string>>(48, "De Bilt"));
}

TEST(HeatDay, RefusesColumnsThatHoldNoMomentsOrNumbers) {
    EXPECT_EQ(codeOf(weatherWith(texts("tijdstip")), "2018-07-26"), ErrorCode::weatherMissing);
    EXPECT_EQ(codeOf(weatherWith(texts("temperatuur")), "2018-07-26"), ErrorCode::columnNotNumeric);
    EXPECT_EQ(codeOf(weatherWith(Column({"vochtigheid", ColumnType::real})), "2018-07-26"),
              ErrorCode::columnMissing);
}

TEST(HeatDay, KnowsStationsByTheirNamesToo) {
    const HeatDay day =
        heatDayOf(weatherWith(texts("station")), "weer", "2018-07-26", {10}, kPlace);
    EXPECT_EQ(day.source, "De Bilt");
    EXPECT_EQ(day.hours[0].temperatureCelsius, 30.0);
}

TEST(WindSide, IsOneOfFourOrCalm) {
    EXPECT_EQ(windSideOf(100.0, 6.0), WindSide::east);
    EXPECT_EQ(windSideOf(140.0, 4.0), WindSide::south);
    EXPECT_EQ(windSideOf(130.0, 4.0), WindSide::east);
    EXPECT_EQ(windSideOf(350.0, 4.0), WindSide::north);
    EXPECT_EQ(windSideOf(270.0, 4.0), WindSide::west);
    EXPECT_EQ(windSideOf(270.0, 1.4), WindSide::calm);
    EXPECT_EQ(windSideOf(std::nan(""), 4.0), WindSide::calm);
}

}  // namespace
}  // namespace lommer::core
