// The regressions against means over the afternoon of the standard day, worked out apart from this
// program from the same formulas.

#include "core/microclimate/felt_temperature.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace lommer::core {
namespace {

struct Place {
    const char* name;
    double skyView;
    double skyViewAround;
    double greenAround;
    double windReduction;
    float bowenRatio;
    bool isSunny;
    double petCelsius;
};

double meanPet(const Place& place) {
    const HeatDay& day = standardHeatDay();
    double sum = 0.0;
    for (const WeatherHour& hour : day.hours) {
        const FeltTemperature felt(
            hour, wetBulbTemperature(hour.temperatureCelsius, hour.relativeHumidityPercent));
        const auto air = static_cast<float>(hour.temperatureCelsius +
                                            (2.0 - place.skyViewAround - place.greenAround) *
                                                day.heatIslandKelvin * hour.heatIslandShare);
        const float left = windLeft(static_cast<float>(place.windReduction));
        const float wind = std::max(FeltTemperature::kLeastWind,
                                    static_cast<float>(hour.windMetresPerSecond) * left);
        const auto sky = static_cast<float>(place.skyView);
        sum += static_cast<double>(place.isSunny
                                       ? felt.inSun(air, std::log(wind), place.bowenRatio, sky)
                                       : felt.inShade(air, std::log(wind), sky));
    }
    return sum / static_cast<double>(day.hours.size());
}

class FeltTemperatureOf : public testing::TestWithParam<Place> {};

TEST_P(FeltTemperatureOf, APlaceOnTheStandardDay) {
    EXPECT_NEAR(meanPet(GetParam()), GetParam().petCelsius, 0.01) << GetParam().name;
}

constexpr float kGreen = FeltTemperature::kVegetatedBowenRatio;
constexpr float kDry = FeltTemperature::kDryBowenRatio;

INSTANTIATE_TEST_SUITE_P(
    Places, FeltTemperatureOf,
    testing::Values(Place{"open grass", 1, 1, 1, 1, kGreen, true, 35.91},
                    Place{"open and paved", 1, 1, 0, 1, kDry, true, 37.91},
                    Place{"street", .6, .75, .2, .3, kDry, true, 42.65},
                    Place{"street in the shade", .6, .75, .2, .3, kDry, false, 31.39},
                    Place{"square", .85, .75, .15, .45, kDry, true, 41.43},
                    Place{"under a tree in a park", .25, .8, .8, .4, kGreen, false, 30.87},
                    Place{"garden", .6, .8, .5, .3, kGreen, true, 41.03},
                    Place{"alley in the shade", .2, .55, .05, .125, kDry, false, 32.70},
                    Place{"alley in the sun", .2, .55, .05, .125, kDry, true, 45.27}));

TEST(WindLeft, IsThatOfTheLogarithmicProfileOverOpenGrass) {
    EXPECT_NEAR(windLeft(1.0F), std::log(1.2 / 0.03) / std::log(10.0 / 0.03), 1e-4);
    EXPECT_NEAR(windLeft(0.125F), 0.125, 1e-7);
}

// The wet-bulb temperature of the place instead of the station's: by its slope.
TEST(FeltTemperature, TakesTheWetBulbOfThePlaceWhereAsked) {
    const WeatherHour& hour = standardHeatDay().hours.back();
    const double station = wetBulbTemperature(hour.temperatureCelsius, 37.0);
    const double slope = wetBulbTemperature(hour.temperatureCelsius + 1.0, 37.0) - station;
    const FeltTemperature byPlace(hour, station, slope);
    const FeltTemperature byStation(hour, station);
    const auto at = static_cast<float>(hour.temperatureCelsius);
    EXPECT_NEAR(byPlace.inSun(at, 0.0F, kDry, 1.0F), byStation.inSun(at, 0.0F, kDry, 1.0F), 1e-4);
    EXPECT_NEAR(
        byPlace.inSun(at + 2.0F, 0.0F, kDry, 1.0F) - byStation.inSun(at + 2.0F, 0.0F, kDry, 1.0F),
        0.078 * 2.0 * slope, 1e-4);
}

}  // namespace
}  // namespace lommer::core
