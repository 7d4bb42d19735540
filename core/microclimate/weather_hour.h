#pragma once

#include <span>
#include <string>
#include <vector>

namespace lommer::core {

/// The weather of one hour at a station, as the Dutch heat standard uses it.
struct WeatherHour {
    /// Full hour UTC at which temperature and sun are taken, 0 to 23.
    int hourUtc = 0;
    double temperatureCelsius = 0.0;
    /// At 10 m above open grass.
    double windMetresPerSecond = 0.0;
    /// Where the wind comes from, clockwise from north.
    double windFromDegrees = 0.0;
    /// Global radiation, W/m².
    double radiationWatts = 0.0;
    /// The diffuse part of it, W/m².
    double diffuseWatts = 0.0;
    double sunElevationDegrees = 0.0;
    double relativeHumidityPercent = 0.0;
    /// Part (about 0 to 1) of the heat island of the whole day that is felt in this hour.
    double heatIslandShare = 0.0;
};

/// A day of weather.
struct HeatDay {
    /// ISO 8601.
    std::string date;
    std::vector<WeatherHour> hours;
    /// What the weather of the day makes of the heat island, in K; times (2 - sky view - green) it
    /// is the greatest warming.
    double heatIslandKelvin = 0.0;
    /// What the day is called in records: a station, or `standard`.
    std::string source;
};

/// The day of the Dutch standard heat map: 1 July 2015, Herwijnen (KNMI 356), 10 to 16 UTC; it
/// occurs in the summer half year once in 1,000 days (2004-2018). Sources: RIVM et al. (2019),
/// Ontwikkeling Standaard Stresstest Hitte; Koopmans et al. (2020), Building and Environment 181.
const HeatDay& standardHeatDay();

/// The diffuse part of global radiation (both W/m²) by how much of the extraterrestrial radiation
/// comes through; 0 where the sun is not up. Source: as used by the Dutch heat standard.
double diffuseRadiation(double radiationWatts, double sunElevationDegrees) noexcept;

/// Wet-bulb temperature, °C. Stull (2011), Journal of Applied Meteorology and Climatology 50,
/// equation 1; for humidities of 5 to 99 %.
double wetBulbTemperature(double temperatureCelsius, double relativeHumidityPercent) noexcept;

/// Part of the day's heat island that is felt at a full hour UTC (0 to 23), by the month and day:
/// the hours of sunrise and sunset decide. Between October and March the nearest days of the table
/// hold. Source: the table of the Dutch heat standard.
double heatIslandShare(int month, int day, int hourUtc) noexcept;

/// What the weather of a day makes of the heat island, K: the fourth root of S·DTR³/U. Theeuwes et
/// al. (2017), International Journal of Climatology 37. `meanRadiationWatts` of 24 hours,
/// `pressurePascal` and `meanTemperatureCelsius` give the density of the air;
/// `temperatureRangeKelvin` and `meanWindMetresPerSecond` (at least 0.1 is taken) of the 24 hours
/// from 8 UTC.
double heatIslandOfWeather(double meanRadiationWatts, double temperatureRangeKelvin,
                           double meanWindMetresPerSecond, double meanTemperatureCelsius,
                           double pressurePascal = 101'325.0) noexcept;

}  // namespace lommer::core
