#include "core/analyses/climate/heat_stress/heat_settings.h"

#include "core/analyses/climate/heat_stress/heat_codes.h"
#include "core/base/error.h"
#include "core/terrain/sun_position.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace lommer::core {
namespace {

constexpr double kCalmMetresPerSecond = 1.5;

std::vector<int> hoursOf(const Parameters& parameters) {
    std::set<int> hours;
    for (const double hour : parameters.numbers("hours")) {
        if (hour != std::floor(hour)) {
            throw Error(ErrorCode::valueOutOfRange, {{"parameter", std::string("hours")},
                                                     {"value", hour},
                                                     {"minimum", 0.0},
                                                     {"maximum", 23.0}});
        }
        hours.insert(static_cast<int>(hour));
    }
    if (hours.empty()) {
        throw Error(ErrorCode::parameterMissing, {{"parameter", std::string("hours")},
                                                  {"analysis", std::string("heat-stress")}});
    }
    if (hours.size() > HeatCell::kMostHours) {
        throw Error(ErrorCode::valueOutOfRange, {{"parameter", std::string("hours")},
                                                 {"value", static_cast<std::int64_t>(hours.size())},
                                                 {"minimum", std::int64_t{1}},
                                                 {"maximum", std::int64_t{HeatCell::kMostHours}}});
    }
    return {hours.begin(), hours.end()};
}

/// The hours asked for of the standard day, which knows seven.
HeatDay standardDayWith(const std::vector<int>& hours) {
    const HeatDay& standard = standardHeatDay();
    HeatDay day{standard.date, {}, standard.heatIslandKelvin, standard.source};
    for (const int hour : hours) {
        const auto found =
            std::find_if(standard.hours.begin(), standard.hours.end(),
                         [hour](const WeatherHour& one) { return one.hourUtc == hour; });
        if (found == standard.hours.end()) {
            throw Error(ErrorCode::valueOutOfRange,
                        {{"parameter", std::string("hours")},
                         {"value", static_cast<std::int64_t>(hour)},
                         {"minimum", static_cast<std::int64_t>(standard.hours.front().hourUtc)},
                         {"maximum", static_cast<std::int64_t>(standard.hours.back().hourUtc)}});
        }
        day.hours.push_back(*found);
    }
    return day;
}

HeatDay dayOf(const RunContext& context, const std::vector<int>& hours,
              const GeoLocator::Position& place) {
    const BoundInput* weather = context.find("weather");
    const bool hasDate = context.parameters.has("date");
    if (weather == nullptr) {
        if (hasDate && context.parameters.text("date") != standardHeatDay().date) {
            throw Error(ErrorCode::roleMissing,
                        {{"role", std::string("weather")}, {"analysis", context.analysis.id}});
        }
        return standardDayWith(hours);
    }
    if (!hasDate) {
        throw Error(ErrorCode::parameterMissing,
                    {{"parameter", std::string("date")}, {"analysis", context.analysis.id}});
    }
    TableQuery query;
    query.withGeometry = false;
    return heatDayOf(weather->table->read(query, context.progress.stopToken()), weather->label,
                     context.parameters.text("date"), hours, place);
}

HeatHour heatHourOf(const WeatherHour& weather, const std::string& date,
                    const GeoLocator::Position& place, bool isWetBulbOfPlace) {
    const double julianDay =
        julianDayOf(date + "T00:00Z").value() + static_cast<double>(weather.hourUtc) / 24.0;
    const SunPosition sun = sunPosition(julianDay, place.latitudeDegrees, place.longitudeDegrees);
    HeatHour hour;
    hour.weather = weather;
    hour.side = windSideOf(weather.windFromDegrees, weather.windMetresPerSecond);
    hour.sun = {sun.azimuthDegrees - place.meridianConvergenceDegrees, sun.elevationDegrees};
    hour.wetBulbCelsius =
        wetBulbTemperature(weather.temperatureCelsius, weather.relativeHumidityPercent);
    if (isWetBulbOfPlace) {
        hour.wetBulbPerKelvin =
            wetBulbTemperature(weather.temperatureCelsius + 1.0, weather.relativeHumidityPercent) -
            hour.wetBulbCelsius;
    }
    return hour;
}

}  // namespace

WindSide windSideOf(double fromDegrees, double metresPerSecond) noexcept {
    if (!(metresPerSecond >= kCalmMetresPerSecond) || std::isnan(fromDegrees)) {
        return WindSide::calm;
    }
    constexpr double kQuarter = 90.0;
    const double turned = std::fmod(fromDegrees + 0.5 * kQuarter, 4.0 * kQuarter);
    constexpr std::array kSides{WindSide::north, WindSide::east, WindSide::south, WindSide::west};
    return kSides[static_cast<std::size_t>(std::clamp(std::floor(turned / kQuarter), 0.0, 3.0))];
}

double HeatSettings::lowestSunDegrees() const noexcept {
    double lowest = 90.0;
    for (const HeatHour& hour : hours) {
        if (hour.sun.elevationDegrees >= ShadowMarch::kLowestSun) {
            lowest = std::min(lowest, hour.sun.elevationDegrees);
        }
    }
    return lowest;
}

std::vector<WindSide> HeatSettings::sides() const {
    std::set<WindSide> found;
    for (const HeatHour& hour : hours) {
        found.insert(hour.side);
    }
    return {found.begin(), found.end()};
}

HeatSettings heatSettingsOf(const RunContext& context, const Grid& grid) {
    const Parameters& parameters = context.parameters;
    const GeoLocator::Position place = context.locator.locate(grid.bounds().centre());
    const HeatDay day = dayOf(context, hoursOf(parameters), place);
    HeatSettings settings;
    settings.sky = {.directions = static_cast<int>(parameters.integer("directions")),
                    .maxDistance = parameters.number("max-distance"),
                    .observerHeight = parameters.number("observer-height"),
                    .hasWallFaces = parameters.boolean("wall-faces")};
    settings.wind.buildingFront = parameters.number("building-front-factor");
    settings.wind.treeFrontRoot = parameters.number("tree-front-coefficient");
    settings.wind.treeHeightRoot = parameters.number("tree-height-coefficient");
    settings.date = day.date;
    settings.heatIslandKelvin = day.heatIslandKelvin;
    settings.ndviThreshold = static_cast<float>(parameters.number("ndvi-threshold"));
    settings.builtUpMetres = parameters.number("built-up-distance");
    const bool isWetBulbOfPlace = parameters.text("wet-bulb") == "place";
    for (const WeatherHour& weather : day.hours) {
        settings.hours.push_back(heatHourOf(weather, day.date, place, isWetBulbOfPlace));
    }
    return settings;
}

}  // namespace lommer::core
