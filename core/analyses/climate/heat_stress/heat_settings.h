#pragma once

#include "core/engine/analysis.h"
#include "core/microclimate/weather_hour.h"
#include "core/microclimate/wind_reduction.h"
#include "core/terrain/horizon_march.h"
#include "core/terrain/shadow_march.h"

#include <string>
#include <vector>

namespace lommer::core {

/// Where the wind comes from, as the Dutch heat standard tells directions apart.
enum class WindSide : std::uint8_t { north, east, south, west, calm };

/// Sides by the direction (clockwise from north) and the speed at the station: below 1.5 m/s it is
/// calm.
WindSide windSideOf(double fromDegrees, double metresPerSecond) noexcept;

/// An hour of the map.
struct HeatHour {
    WeatherHour weather;
    WindSide side = WindSide::calm;
    /// In the grid, over the middle of the map; below ShadowMarch::kLowestSun all lies in shade.
    SunDirection sun;
    double wetBulbCelsius = 0.0;
    /// How much the wet-bulb temperature rises with the air where one stands; 0 where that of the
    /// station counts.
    double wetBulbPerKelvin = 0.0;
};

/// What is asked of a heat map.
struct HeatSettings {
    SkyViewSettings sky;
    WindCoefficients wind;
    /// Of the day, ISO 8601.
    std::string date;
    std::vector<HeatHour> hours;
    double heatIslandKelvin = 0.0;
    float ndviThreshold = 0.0F;
    double builtUpMetres = 0.0;

    /// Of the hours in which the sun is up; 90 where it never is.
    double lowestSunDegrees() const noexcept;
    /// Sides that occur, each once, in the order of WindSide.
    std::vector<WindSide> sides() const;
};

/// The settings of a run on `grid`: the weather of the day and where the sun stands. Throws Error
/// value-out-of-range (hours), what heatDayOf and reading throw.
HeatSettings heatSettingsOf(const RunContext& context, const Grid& grid);

/// The day from rows of `weather-hours`: `date` is YYYY-MM-DD, `hours` full hours UTC; the sun at
/// `place`. Heat island by the radiation from 1 to 24 UTC, and by temperatures and wind from 8 UTC
/// to 7 UTC the next day; at least 20 of the 24 hours must be there. Of several stations the first
/// counts. Throws Error weather-missing, column-missing, column-not-numeric, and value-unknown
/// where `date` is none.
HeatDay heatDayOf(const Table& weather, const std::string& label, const std::string& date,
                  const std::vector<int>& hours, const GeoLocator::Position& place);

}  // namespace lommer::core
