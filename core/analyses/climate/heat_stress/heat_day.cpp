#include "core/analyses/climate/heat_stress/heat_settings.h"
#include "core/base/error.h"
#include "core/terrain/sun_position.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

namespace lommer::core {
namespace {

constexpr std::int64_t kHourMilliseconds = 3'600'000;
constexpr double kUnixEpochJulianDay = 2'440'587.5;
constexpr double kJoulesPerSquareCentimetreHour = 10'000.0 / 3'600.0;  // to W/m²

/// Full hours from 1970 to the first of the day. Throws value-unknown where `date` is none.
std::int64_t midnightOf(const std::string& date) {
    const auto julianDay = julianDayOf(date + "T00:00Z");
    if (!julianDay) {
        throw Error(ErrorCode::valueUnknown, {{"parameter", std::string("date")},
                                              {"value", date},
                                              {"allowed", std::string("2018-07-26")}});
    }
    return std::llround(24.0 * (*julianDay - kUnixEpochJulianDay));
}

/// Month or day of a date that is one.
int numberAt(const std::string& date, std::size_t first) {
    return 10 * (date[first] - '0') + date[first + 1] - '0';
}

/// Rows of one station by the hour at which they end.
class WeatherRows {
public:
    WeatherRows(const Table& weather, const std::string& label, const std::string& date)
        : weather_(weather), label_(label), date_(date) {
        const Column& moments = column("tijdstip");
        if (moments.info().type != ColumnType::dateTime) {
            throwMissing();  // texts that tell no moment
        }
        const auto stations = weather.indexOf("station");
        for (std::int64_t row = 0; row < weather.rowCount(); ++row) {
            if (!moments.isPresent(row)) {
                continue;
            }
            const std::string station =
                stations ? weather.column(*stations).displayAt(row) : std::string();
            source_ = rows_.empty() ? station : source_;
            if (station == source_) {
                rows_.emplace(moments.integerAt(row) / kHourMilliseconds, row);
            }
        }
    }

    const std::string& source() const noexcept { return source_; }

    /// The value at an hour since 1970. Throws weather-missing.
    double at(std::int64_t hour, const char* name) const {
        const auto value = find(hour, name);
        if (!value) {
            throwMissing();
        }
        return *value;
    }
    /// Throws column-missing, column-not-numeric.
    std::optional<double> find(std::int64_t hour, const char* name) const {
        const Column& values = column(name);
        if (!values.isNumeric()) {
            throw Error(ErrorCode::columnNotNumeric,
                        {{"layer", label_}, {"column", std::string(name)}});
        }
        const auto found = rows_.find(hour);
        return found == rows_.end() || !values.isPresent(found->second)
                   ? std::nullopt
                   : std::optional(values.numberAt(found->second));
    }
    /// Of the 24 hours from `first` those that are there, at least 20. Throws weather-missing.
    std::vector<double> ofDay(std::int64_t first, const char* name) const {
        constexpr std::size_t kEnough = 20;
        std::vector<double> values;
        for (std::int64_t hour = first; hour < first + 24; ++hour) {
            if (const auto value = find(hour, name)) {
                values.push_back(*value);
            }
        }
        if (values.size() < kEnough) {
            throwMissing();
        }
        return values;
    }

private:
    const Column& column(const char* name) const {
        const auto index = weather_.indexOf(name);
        if (!index) {
            throw Error(ErrorCode::columnMissing,
                        {{"layer", label_}, {"column", std::string(name)}});
        }
        return weather_.column(*index);
    }
    [[noreturn]] void throwMissing() const {
        throw Error(ErrorCode::weatherMissing, {{"layer", label_}, {"date", date_}});
    }

    const Table& weather_;
    const std::string& label_;
    const std::string& date_;
    std::map<std::int64_t, std::int64_t> rows_;
    std::string source_;
};

double meanOf(const std::vector<double>& values) {
    double sum = 0.0;
    for (const double value : values) {
        sum += value;
    }
    return sum / static_cast<double>(values.size());
}

double heatIslandOf(const WeatherRows& rows, std::int64_t midnight) {
    constexpr std::int64_t kFromHour = 8;
    const auto radiation = rows.ofDay(midnight + 1, "straling");
    const auto temperatures = rows.ofDay(midnight + kFromHour, "temperatuur");
    const auto wind = rows.ofDay(midnight + kFromHour, "windsnelheid");
    const auto [coldest, warmest] = std::minmax_element(temperatures.begin(), temperatures.end());
    return heatIslandOfWeather(kJoulesPerSquareCentimetreHour * meanOf(radiation),
                               *warmest - *coldest, meanOf(wind), meanOf(temperatures));
}

}  // namespace

HeatDay heatDayOf(const Table& weather, const std::string& label, const std::string& date,
                  const std::vector<int>& hours, const GeoLocator::Position& place) {
    constexpr std::size_t kMonth = 5;
    constexpr std::size_t kDay = 8;
    const std::int64_t midnight = midnightOf(date);
    const WeatherRows rows(weather, label, date);
    HeatDay day{date, {}, heatIslandOf(rows, midnight), rows.source()};
    for (const int hour : hours) {
        const std::int64_t moment = midnight + hour;
        WeatherHour one;
        one.hourUtc = hour;
        one.temperatureCelsius = rows.at(moment, "temperatuur");
        one.windMetresPerSecond = rows.at(moment, "windsnelheid");
        // Calm and turning winds have no direction: nothing tells one side from another.
        const auto direction = rows.find(moment, "windrichting");
        one.windFromDegrees = direction.value_or(std::numeric_limits<double>::quiet_NaN());
        one.radiationWatts = kJoulesPerSquareCentimetreHour * rows.at(moment, "straling");
        one.relativeHumidityPercent = rows.at(moment, "vochtigheid");
        one.sunElevationDegrees =
            sunPosition(kUnixEpochJulianDay + static_cast<double>(moment) / 24.0,
                        place.latitudeDegrees, place.longitudeDegrees)
                .elevationDegrees;
        one.diffuseWatts = diffuseRadiation(one.radiationWatts, one.sunElevationDegrees);
        one.heatIslandShare = heatIslandShare(numberAt(date, kMonth), numberAt(date, kDay), hour);
        day.hours.push_back(one);
    }
    return day;
}

}  // namespace lommer::core
