#include "core/microclimate/radiant_temperature.h"

#include <gtest/gtest.h>

#include <cmath>

namespace lommer::core {
namespace {

/// An afternoon on open grass: 33 °C, 37 %, 800 W/m², the sun 55° high, at the hour at which grass
/// is warmest (two hours after the sun's highest place, 61.4°).
RadiantPlace hotAfternoon() {
    return {.airCelsius = 33.0,
            .relativeHumidityPercent = 37.0,
            .radiationWatts = 800.0,
            .diffuseWatts = 160.0,
            .sunElevationDegrees = 55.0,
            .course = {.highestSunDegrees = 61.4, .hoursToNoon = 8.0, .hoursNow = 10.0}};
}

RadiantPlace night() {
    return {.airCelsius = 20.0,
            .relativeHumidityPercent = 50.0,
            .sunElevationDegrees = -20.0,
            .isSunlit = false};
}

TEST(RadiantTemperature, UnderADenseCrownAtNightIsThatOfTheAir) {
    RadiantPlace place = night();
    place.skyView = 0.0;
    place.isUnderCrown = true;
    // Leaves and ground glow as the air does, and what the ground does not glow it gives back.
    EXPECT_NEAR(meanRadiantTemperature(place), 20.0, 1e-9);
}

// e = 0.5 · 23.37 hPa, so 1.854 cm of water and a sky of emissivity 0.7878. The ground gives
// 0.94 + 0.06 · 0.7878 = 0.9873 of what it would as a black body; the body sees half of each:
// ((0.7878 + 0.9873) / 2)^¼ · 293.15 K = 284.53 K.
TEST(RadiantTemperature, InTheOpenAtNightIsBelowThatOfTheAir) {
    EXPECT_NEAR(meanRadiantTemperature(night()), 11.385, 0.001);
}

// Short wave: beam 640 / sin 55° = 781.3 W/m², on a cylinder 0.28 · cos 55° · 781.3 = 125.5; from
// above 0.06 · 800, from below 0.06 · 128, from the sides 0.88 · (160 + 128) / 2: 307.9 W/m².
// Long wave: a sky of emissivity 0.8289 and grass 9.514 K above the air: 483.4 W/m².
// (0.70 · 307.9 + 0.97 · 483.4) / (0.97 · 5.67e-8) is 333.999 K to the fourth.
TEST(RadiantTemperature, InTheSunOnGrassIsTheSumOfItsFluxes) {
    EXPECT_NEAR(meanRadiantTemperature(hotAfternoon()), 60.849, 0.002);
}

TEST(RadiantTemperature, InTheShadeIsLittleAboveThatOfTheAir) {
    RadiantPlace place = hotAfternoon();
    place.isSunlit = false;
    for (const double skyView : {0.2, 0.4, 0.6, 0.8}) {
        place.skyView = skyView;
        place.ground = RadiantGround::paved;
        EXPECT_GT(meanRadiantTemperature(place), 33.0) << skyView;
        EXPECT_LT(meanRadiantTemperature(place), 43.0) << skyView;
    }
    place.isUnderCrown = true;
    place.skyView = 0.1;
    EXPECT_NEAR(meanRadiantTemperature(place), 33.0, 2.0);
}

TEST(RadiantTemperature, IsHigherOnPavementsAndBesideWalls) {
    RadiantPlace place = hotAfternoon();
    const double grass = meanRadiantTemperature(place);
    place.ground = RadiantGround::paved;
    const double paved = meanRadiantTemperature(place);
    EXPECT_GT(paved, grass + 2.0);
    EXPECT_LT(paved, 75.0);
    place.skyView = 0.6;  // walls shine and glow more than the sky
    EXPECT_GT(meanRadiantTemperature(place), paved);
}

TEST(RadiantTemperature, OfGroundFollowsTheDay) {
    RadiantPlace place = hotAfternoon();
    // 0.21 K per degree · 61.4° - 3.38 K; clear, as 800 W/m² is more than 0.7 · 1367 · sin 55°.
    EXPECT_NEAR(groundExcessKelvin(RadiantGround::grass, place), 9.514, 1e-9);
    // Stones are warmest an hour later: sin(90° · 10 / 11) of 0.37 · 61.4 - 3.41 K.
    EXPECT_NEAR(groundExcessKelvin(RadiantGround::paved, place),
                19.308 * std::sin(std::acos(-1.0) / 2.0 * 10.0 / 11.0), 1e-9);
    place.radiationWatts = 0.35 * 1367.0 * std::sin(55.0 * std::acos(-1.0) / 180.0);
    EXPECT_NEAR(groundExcessKelvin(RadiantGround::grass, place), 0.5 * 9.514, 1e-9);
    place.sunElevationDegrees = -1.0;
    EXPECT_EQ(groundExcessKelvin(RadiantGround::paved, place), 0.0);
}

TEST(RadiantTemperature, DoesNotJumpBetweenSkyAndNoSky) {
    RadiantPlace place = hotAfternoon();
    double before = meanRadiantTemperature(place);
    for (int step = 999; step >= 0; --step) {
        place.skyView = step / 1000.0;
        const double now = meanRadiantTemperature(place);
        ASSERT_NEAR(now, before, 0.5) << step;
        before = now;
    }
}

}  // namespace
}  // namespace lommer::core
