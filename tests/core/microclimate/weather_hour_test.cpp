#include "core/microclimate/weather_hour.h"

#include <gtest/gtest.h>

#include <cmath>

namespace lommer::core {
namespace {

TEST(DiffuseRadiation, GivesThatOfTheStandardDay) {
    for (const WeatherHour& hour : standardHeatDay().hours) {
        EXPECT_NEAR(diffuseRadiation(hour.radiationWatts, hour.sunElevationDegrees),
                    hour.diffuseWatts, 0.005)
            << hour.hourUtc;
    }
}

TEST(DiffuseRadiation, IsAllOfItUnderCloudsAndAFifthUnderAClearSky) {
    const double above = 1367.0 * 0.5;  // the sun at 30 degrees
    EXPECT_NEAR(diffuseRadiation(0.2 * above, 30.0), 0.2 * above, 1e-9);
    EXPECT_NEAR(diffuseRadiation(0.5 * above, 30.0), 0.5 * above * 0.6, 1e-9);
    EXPECT_NEAR(diffuseRadiation(0.8 * above, 30.0), 0.8 * above * 0.2, 1e-9);
    EXPECT_EQ(diffuseRadiation(100.0, -1.0), 0.0);
    EXPECT_EQ(diffuseRadiation(0.0, 30.0), 0.0);
}

// Stull (2011), section 2: 20 °C and 50 % give 13.7 °C.
TEST(WetBulbTemperature, IsThatOfThePaper) {
    EXPECT_NEAR(wetBulbTemperature(20.0, 50.0), 13.7, 0.05);
    EXPECT_NEAR(wetBulbTemperature(30.0, 99.0), 30.0, 0.3);  // almost saturated
}

TEST(HeatIslandShare, RoundsToThatOfTheStandardDay) {
    for (const WeatherHour& hour : standardHeatDay().hours) {
        EXPECT_NEAR(heatIslandShare(7, 1, hour.hourUtc), hour.heatIslandShare, 0.0051)
            << hour.hourUtc;
    }
}

TEST(HeatIslandShare, FollowsTheSeason) {
    EXPECT_EQ(heatIslandShare(7, 10, 0), 1.000);   // sun up from 3 to 20 UTC
    EXPECT_EQ(heatIslandShare(7, 11, 10), 0.010);  // from 4 to 20
    EXPECT_EQ(heatIslandShare(8, 21, 15), 0.222);
    EXPECT_EQ(heatIslandShare(9, 30, 20), 0.975);
    EXPECT_EQ(heatIslandShare(4, 12, 22), 1.000);
    EXPECT_EQ(heatIslandShare(1, 1, 22), heatIslandShare(4, 1, 22));
    EXPECT_EQ(heatIslandShare(12, 31, 20), heatIslandShare(9, 30, 20));
}

// 338 W/m² in air of 1.17 kg/m³ is 0.287 K m/s; with a range of 13.1 K and 5 m/s: 3.37 K.
TEST(HeatIslandOfWeather, ComesNearThatOfTheStandardDay) {
    EXPECT_NEAR(heatIslandOfWeather(338.0, 13.1, 5.0, 28.0), standardHeatDay().heatIslandKelvin,
                0.05);
    EXPECT_EQ(heatIslandOfWeather(0.0, 13.1, 5.0, 28.0), 0.0);
    EXPECT_EQ(heatIslandOfWeather(338.0, -1.0, 5.0, 28.0), 0.0);
    EXPECT_TRUE(std::isfinite(heatIslandOfWeather(338.0, 13.1, 0.0, 28.0)));
}

}  // namespace
}  // namespace lommer::core
