#include "core/microclimate/felt_temperature.h"

#include <cmath>
#include <numbers>

namespace lommer::core {

FeltTemperature::FeltTemperature(const WeatherHour& hour, double wetBulbCelsius,
                                 double wetBulbPerKelvin) noexcept {
    constexpr double kAir = 1.25;
    constexpr double kWetBulbInSun = 0.078;
    constexpr double kWetBulbInShade = 0.060;
    const double radiation = hour.radiationWatts;
    const double sine = std::sin(hour.sunElevationDegrees * std::numbers::pi / 180.0);
    // The wet-bulb temperature as a line through that of the station.
    const double wetBulbAtZero = wetBulbCelsius - wetBulbPerKelvin * hour.temperatureCelsius;
    sunConstant_ = static_cast<float>(-13.26 + 0.011 * radiation + kWetBulbInSun * wetBulbAtZero +
                                      5.56 * sine);
    sunAir_ = static_cast<float>(kAir + kWetBulbInSun * wetBulbPerKelvin);
    sunLogWind_ = static_cast<float>(-3.37 + 0.0055 * radiation - 0.0103 * radiation * sine);
    shadeConstant_ = static_cast<float>(-12.14 + kWetBulbInShade * wetBulbAtZero);
    shadeAir_ = static_cast<float>(kAir + kWetBulbInShade * wetBulbPerKelvin);
    shadeSky_ = static_cast<float>(0.015 * hour.diffuseWatts);
}

}  // namespace lommer::core
