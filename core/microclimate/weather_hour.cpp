#include "core/microclimate/weather_hour.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace lommer::core {
namespace {

constexpr double kSolarConstant = 1367.0;  // W/m²
constexpr double kZeroCelsius = 273.15;
constexpr std::size_t kHours = 24;

/// For one length of the day: the share at each full hour UTC.
using Curve = std::array<double, kHours>;

// Named after the hours (UTC) of sunrise and sunset.
constexpr Curve k6To17{.748, .667, .602, .525, .449, .281, .127, .063, .019, -.015, -.020, .000,
                       .030, .065, .117, .205, .335, .532, .747, .906, .975, 1.000, .931,  .849};
constexpr Curve k5To17{.782, .640, .573, .490, .355, .150, .078, .025, -.013, -.020, -.001, .025,
                       .056, .090, .165, .270, .413, .600, .803, .920, .978,  1.000, .925,  .830};
constexpr Curve k5To18{.807, .704, .617, .533, .435, .227, .095, .032, -.009, -.020, -.003, .020,
                       .048, .080, .136, .215, .325, .485, .662, .849, .932,  .979,  1.000, .918};
constexpr Curve k5To19{.910, .780, .675, .590, .490, .320, .120, .040, -.005, -.020, -.004, .016,
                       .042, .071, .111, .176, .270, .386, .546, .716, .877,  .941,  .981,  1.000};
constexpr Curve k4To19{.900, .757, .710, .543, .413, .150, .057, .000, -.020, -.005, .013, .037,
                       .063, .090, .150, .222, .318, .450, .600, .762, .890,  .950,  .982, 1.000};
constexpr Curve k4To20{1.000, .888, .728, .609, .490, .256, .079, .007, -.020, .006, .010, .033,
                       .056,  .082, .128, .184, .270, .366, .506, .651, .803,  .901, .958, .983};
constexpr Curve k3To20{1.000, .866, .690, .560, .380, .107, .015, -.020, -.007, .007, .029, .050,
                       .074,  .108, .161, .228, .312, .424, .556, .695,  .838,  .911, .964, .984};

/// Up to and including a day (month * 100 + day) a curve holds.
struct Season {
    int lastDay;
    const Curve* curve;
};
constexpr std::array kSeasons{Season{412, &k5To18}, Season{419, &k5To19}, Season{519, &k4To19},
                              Season{525, &k4To20}, Season{710, &k3To20}, Season{730, &k4To20},
                              Season{821, &k4To19}, Season{830, &k5To19}, Season{924, &k5To18},
                              Season{927, &k5To17}, Season{1231, &k6To17}};

}  // namespace

const HeatDay& standardHeatDay() {
    static const HeatDay kDay{"2015-07-01",
                              {{10, 28.0, 6, 100, 794.444, 158.889, 55.3, 48, 0.03},
                               {11, 29.8, 6, 100, 855.556, 171.111, 60.1, 44, 0.05},
                               {12, 31.2, 6, 130, 868.056, 173.611, 60.9, 35, 0.07},
                               {13, 32.1, 5, 130, 825.000, 165.000, 57.4, 37, 0.11},
                               {14, 32.8, 4, 140, 743.056, 148.611, 50.8, 35, 0.16},
                               {15, 32.9, 5, 120, 629.167, 149.413, 42.5, 37, 0.23},
                               {16, 33.0, 4, 130, 491.667, 144.185, 33.4, 37, 0.31}},
                              3.35,
                              "standard"};
    return kDay;
}

double diffuseRadiation(double radiationWatts, double sunElevationDegrees) noexcept {
    const double height = std::sin(sunElevationDegrees * std::numbers::pi / 180.0);
    if (height <= 0.0 || radiationWatts <= 0.0) {
        return 0.0;
    }
    constexpr double kOvercast = 0.3;
    constexpr double kClear = 0.7;
    const double passed = radiationWatts / (kSolarConstant * height);
    if (passed <= kOvercast) {
        return radiationWatts;
    }
    return radiationWatts * (passed < kClear ? 1.6 - 2.0 * passed : 0.2);
}

double wetBulbTemperature(double temperatureCelsius, double relativeHumidityPercent) noexcept {
    const double t = temperatureCelsius;
    const double h = relativeHumidityPercent;
    return t * std::atan(0.151977 * std::sqrt(h + 8.313659)) + std::atan(t + h) -
           std::atan(h - 1.676331) + 0.00391838 * std::pow(h, 1.5) * std::atan(0.023101 * h) -
           4.686035;
}

double heatIslandShare(int month, int day, int hourUtc) noexcept {
    const int wanted = month * 100 + day;
    const auto* const season =
        std::find_if(kSeasons.begin(), kSeasons.end() - 1,
                     [wanted](const Season& one) { return wanted <= one.lastDay; });
    return (*season->curve)[static_cast<std::size_t>(std::clamp(hourUtc, 0, 23))];
}

double heatIslandOfWeather(double meanRadiationWatts, double temperatureRangeKelvin,
                           double meanWindMetresPerSecond, double meanTemperatureCelsius,
                           double pressurePascal) noexcept {
    constexpr double kGasConstant = 287.058;  // J/(kg K), dry air
    constexpr double kHeatCapacity = 1007.0;  // J/(kg K), constant pressure
    constexpr double kLeastWind = 0.1;
    const double density =
        pressurePascal / (kGasConstant * (meanTemperatureCelsius + kZeroCelsius));
    const double flux = std::max(meanRadiationWatts, 0.0) / (density * kHeatCapacity);
    const double range = std::max(temperatureRangeKelvin, 0.0);
    return std::pow(flux * range * range * range / std::max(meanWindMetresPerSecond, kLeastWind),
                    0.25);
}

}  // namespace lommer::core
