#pragma once

#include "core/microclimate/weather_hour.h"

namespace lommer::core {

/// Physiological equivalent temperature (PET, °C) by regressions to the results of RayMan, as the
/// Dutch heat standard defines it: one for a person in the sun, one for shade and night. Koopmans
/// et al. (2020), Building and Environment 181. One object for each hour; what the hour decides is
/// worked out once.
class FeltTemperature {
public:
    /// Bowen ratio: how much of the sun's heat warms the air rather than evaporating water.
    static constexpr float kVegetatedBowenRatio = 0.4F;
    static constexpr float kDryBowenRatio = 3.0F;
    /// Wind at 1.2 m is never taken to be less (m/s): the regressions hold from there.
    static constexpr float kLeastWind = 0.5F;

    /// `wetBulbCelsius` of the station; `wetBulbPerKelvin` is how much it is higher where the air
    /// is warmer, 0 where the station's holds everywhere.
    FeltTemperature(const WeatherHour& hour, double wetBulbCelsius,
                    double wetBulbPerKelvin = 0.0) noexcept;

    /// `airCelsius` where the person stands, `logWind` the natural logarithm of the wind in m/s at
    /// 1.2 m, `skyView` 0 to 1.
    float inSun(float airCelsius, float logWind, float bowenRatio, float skyView) const noexcept {
        return sunConstant_ + sunAir_ * airCelsius + sunLogWind_ * logWind +
               kBowenFactor * bowenRatio + kSkyFactor * skyView;
    }
    float inShade(float airCelsius, float logWind, float skyView) const noexcept {
        const float kelvin = airCelsius + 273.15F;
        const float square = kelvin * kelvin;
        return shadeConstant_ + shadeAir_ * airCelsius + kShadeLogWind * logWind +
               shadeSky_ * skyView + (1.0F - skyView) * (kLongwaveFactor * square) * square;
    }

private:
    static constexpr float kBowenFactor = 0.546F;
    static constexpr float kSkyFactor = 1.94F;
    static constexpr float kShadeLogWind = -1.47F;
    /// 0.0060 times the constant of Stefan and Boltzmann, 5.67e-8 W/(m² K⁴).
    static constexpr float kLongwaveFactor = 0.0060F * 5.67e-8F;

    float sunConstant_;
    float sunAir_;
    float sunLogWind_;
    float shadeConstant_;
    float shadeAir_;
    float shadeSky_;
};

/// Part of a station's wind at 10 m that is left at 1.2 m, by the reduction there (0 to 1 against
/// open grass): 0.635 over open grass, less where the wind is broken.
constexpr float windLeft(float reduction) noexcept {
    // Straight between the densest town and the logarithmic profile of open grass:
    // ln(1.2/0.03) / ln(10/0.03) = 0.635 at a reduction of 1.
    constexpr float kDensest = 0.125F;
    constexpr float kSlope = 0.5829F;
    return kDensest + kSlope * (reduction - kDensest);
}

}  // namespace lommer::core
