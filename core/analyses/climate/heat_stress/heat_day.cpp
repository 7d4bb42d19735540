#include "core/analyses/climate/heat_stress/heat_settings.h"
#include "core/base/error.h"
#include "core/terrain/sun_position.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <limits>
#include <map>
#include <optional>

namespace lommer::core {
namespace {

constexpr std::int64_t kHourMilliseconds = 3'600'000;
constexpr double kJoulesPerSquareCentimetreHour = 10'000.0 / 3'600.0;  // to W/m²

struct Calendar {
    int month = 0;
    int day = 0;
    std::int64_t daysSince1970 = 0;
};

std::optional<int> numberAt(std::string_view text, std::size_t first, std::size_t count) {
    int value = 0;
    const char* const begin = text.data() + first;
    const auto [end, error] = std::from_chars(begin, begin + count, value);
    return error == std::errc() && end == begin + count ? std::optional(value) : std::nullopt;
}

Calendar calendarOf(const std::string& date) {
    if (date.size() == 10 && date[4] == '-' && date[7] == '-') {
        const auto year = numberAt(date, 0, 4);
        const auto month = numberAt(date, 5, 2);
        const auto day = numberAt(date, 8, 2);
        if (year && month && day) {
            const std::chrono::year_month_day calendar{
                std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                std::chrono::day{static_cast<unsigned>(*day)}};
            if (calendar.ok()) {
                return {*month, *day, std::chrono::sys_days{calendar}.time_since_epoch().count()};
            }
        }
    }
    throw Error(ErrorCode::valueUnknown, {{"parameter", std::string("date")},
                                          {"value", date},
                                          {"allowed", std::string("2018-07-26")}});
}

/// Rows of one station by the hour at which they end.
class WeatherRows {
public:
    WeatherRows(const Table& weather, const std::string& label, const std::string& date)
        : weather_(weather), label_(label), date_(date) {
        const Column& moments = weather.columnNamed("tijdstip");
        const auto stationColumn = weather.indexOf("station");
        std::optional<std::int64_t> station;
        for (std::int64_t row = 0; row < weather.rowCount(); ++row) {
            if (!moments.isPresent(row)) {
                continue;
            }
            if (stationColumn && weather.column(*stationColumn).isPresent(row)) {
                const std::int64_t own = weather.column(*stationColumn).integerAt(row);
                station = station.value_or(own);
                if (own != *station) {
                    continue;
                }
            }
            rows_.emplace(moments.integerAt(row) / kHourMilliseconds, row);
        }
        if (station) {
            source_ = std::to_string(*station);
        }
    }

    const std::string& source() const noexcept { return source_; }

    /// The value at an hour since 1970. Throws weather-missing.
    double at(std::int64_t hour, const char* column) const {
        const auto found = rows_.find(hour);
        const Column& values = weather_.columnNamed(column);
        if (found == rows_.end() || !values.isPresent(found->second)) {
            throwMissing();
        }
        return values.numberAt(found->second);
    }
    std::optional<double> find(std::int64_t hour, const char* column) const {
        const auto found = rows_.find(hour);
        const Column& values = weather_.columnNamed(column);
        return found == rows_.end() || !values.isPresent(found->second)
                   ? std::nullopt
                   : std::optional(values.numberAt(found->second));
    }
    /// Of the 24 hours from `first` those that are there, at least 20. Throws weather-missing.
    std::vector<double> ofDay(std::int64_t first, const char* column) const {
        constexpr std::size_t kEnough = 20;
        std::vector<double> values;
        for (std::int64_t hour = first; hour < first + 24; ++hour) {
            if (const auto value = find(hour, column)) {
                values.push_back(*value);
            }
        }
        if (values.size() < kEnough) {
            throwMissing();
        }
        return values;
    }

private:
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
    const Calendar calendar = calendarOf(date);
    const WeatherRows rows(weather, label, date);
    const std::int64_t midnight = calendar.daysSince1970 * 24;
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
        constexpr double kUnixEpochJulianDay = 2'440'587.5;
        one.sunElevationDegrees =
            sunPosition(kUnixEpochJulianDay + static_cast<double>(moment) / 24.0,
                        place.latitudeDegrees, place.longitudeDegrees)
                .elevationDegrees;
        one.diffuseWatts = diffuseRadiation(one.radiationWatts, one.sunElevationDegrees);
        one.heatIslandShare = heatIslandShare(calendar.month, calendar.day, hour);
        day.hours.push_back(one);
    }
    return day;
}

}  // namespace lommer::core
