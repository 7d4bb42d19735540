#include "core/terrain/sun_position.h"

#include <gtest/gtest.h>

#include <array>

namespace lommer::core {
namespace {

TEST(SunPosition, FollowsTheSevenHoursOfTheStandardDayAtWageningen) {
    // 1 July 2015, 10 to 16 UTC, 51.97 N 5.66 E: the table of the national heat map, in tenths.
    constexpr std::array kElevations{55.3, 60.1, 60.9, 57.4, 50.8, 42.5, 33.4};
    constexpr std::array kAzimuths{136.4, 160.8, 188.9, 215.2, 235.9, 252.1, 265.3};
    for (std::size_t hour = 0; hour < kElevations.size(); ++hour) {
        const std::string time = "2015-07-01T" + std::to_string(10 + hour) + ":00Z";
        const auto day = julianDayOf(time);
        ASSERT_TRUE(day) << time;
        const SunPosition sun = sunPosition(*day, 51.97, 5.66);
        EXPECT_NEAR(sun.elevationDegrees, kElevations[hour], 0.07) << time;
        EXPECT_NEAR(sun.azimuthDegrees, kAzimuths[hour], 0.07) << time;
    }
}

TEST(SunPosition, CountsDaysAsMeeusDoes) {
    EXPECT_DOUBLE_EQ(*julianDayOf("2000-01-01T12:00:00Z"), 2451545.0);
    EXPECT_DOUBLE_EQ(*julianDayOf("1987-01-27T00:00Z"), 2446822.5);
    EXPECT_DOUBLE_EQ(*julianDayOf("1988-06-19T12:00Z"), 2447332.0);
}

TEST(SunPosition, RefusesWhatIsNoMoment) {
    for (const char* text : {"", "2026-07-01", "2026-07-01T13:00", "2026-02-29T13:00Z",
                             "2026-13-01T13:00Z", "2026-07-01T24:00Z", "2026-07-01 13:00Z"}) {
        EXPECT_FALSE(julianDayOf(text)) << text;
    }
}

TEST(SunPosition, IsBelowTheHorizonAtMidnight) {
    EXPECT_LT(sunPosition(*julianDayOf("2026-12-21T00:00Z"), 52.0, 5.0).elevationDegrees, -50.0);
}

}  // namespace
}  // namespace lommer::core
