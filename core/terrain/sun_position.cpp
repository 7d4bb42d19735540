#include "core/terrain/sun_position.h"

#include <array>
#include <cmath>
#include <numbers>

namespace lommer::core {
namespace {

constexpr double kRadians = std::numbers::pi / 180.0;
constexpr double kJulianDay2000 = 2451545.0;

double sine(double degrees) {
    return std::sin(degrees * kRadians);
}
double cosine(double degrees) {
    return std::cos(degrees * kRadians);
}

struct Equatorial {
    double rightAscension;  // degrees
    double declination;     // degrees
};

Equatorial sunInTheSky(double julianDay) {
    const double t = (julianDay - kJulianDay2000) / 36525.0;
    const double meanLongitude = 280.46646 + t * (36000.76983 + t * 0.0003032);
    const double meanAnomaly = 357.52911 + t * (35999.05029 - t * 0.0001537);
    const double centre = sine(meanAnomaly) * (1.914602 - t * (0.004817 + t * 0.000014)) +
                          sine(2.0 * meanAnomaly) * (0.019993 - t * 0.000101) +
                          sine(3.0 * meanAnomaly) * 0.000289;
    const double node = 125.04 - 1934.136 * t;
    const double longitude = meanLongitude + centre - 0.00569 - 0.00478 * sine(node);
    const double obliquity = 23.4392911 - 0.0130042 * t + 0.00256 * cosine(node);
    return {std::atan2(cosine(obliquity) * sine(longitude), cosine(longitude)) / kRadians,
            std::asin(sine(obliquity) * sine(longitude)) / kRadians};
}

bool isLeapYear(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int daysInMonth(int year, int month) {
    constexpr std::array kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeapYear(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

/// Reads digits where `pattern` has '#'; false where the text does not fit.
bool fits(std::string_view text, std::string_view pattern) {
    if (text.size() != pattern.size()) {
        return false;
    }
    for (std::size_t index = 0; index < text.size(); ++index) {
        const bool isDigit = text[index] >= '0' && text[index] <= '9';
        if (pattern[index] == '#' ? !isDigit : text[index] != pattern[index]) {
            return false;
        }
    }
    return true;
}

int numberAt(std::string_view text, std::size_t first, std::size_t count) {
    int number = 0;
    for (const char digit : text.substr(first, count)) {
        number = number * 10 + (digit - '0');
    }
    return number;
}

}  // namespace

std::optional<double> julianDayOf(std::string_view isoUtc) noexcept {
    const bool hasSeconds = fits(isoUtc, "####-##-##T##:##:##Z");
    if (!hasSeconds && !fits(isoUtc, "####-##-##T##:##Z")) {
        return std::nullopt;
    }
    int year = numberAt(isoUtc, 0, 4);
    int month = numberAt(isoUtc, 5, 2);
    const int day = numberAt(isoUtc, 8, 2);
    const int hour = numberAt(isoUtc, 11, 2);
    const int minute = numberAt(isoUtc, 14, 2);
    const int second = hasSeconds ? numberAt(isoUtc, 17, 2) : 0;
    if (year < 1583 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month) ||
        hour > 23 || minute > 59 || second > 59) {
        return std::nullopt;
    }
    // Meeus, chapter 7; January and February count as months 13 and 14 of the year before.
    if (month <= 2) {
        year -= 1;
        month += 12;
    }
    const int century = year / 100;
    const int gregorian = 2 - century + century / 4;
    const double midnight = std::floor(365.25 * (year + 4716)) + std::floor(30.6001 * (month + 1)) +
                            day + gregorian - 1524.5;
    return midnight + (hour * 3600 + minute * 60 + second) / 86400.0;
}

SunPosition sunPosition(double julianDay, double latitudeDegrees,
                        double longitudeDegrees) noexcept {
    const Equatorial sun = sunInTheSky(julianDay);
    const double siderealTime = 280.46061837 + 360.98564736629 * (julianDay - kJulianDay2000);
    const double hourAngle = siderealTime + longitudeDegrees - sun.rightAscension;
    const double elevation =
        std::asin(sine(latitudeDegrees) * sine(sun.declination) +
                  cosine(latitudeDegrees) * cosine(sun.declination) * cosine(hourAngle));
    const double fromSouth = std::atan2(
        sine(hourAngle), cosine(hourAngle) * sine(latitudeDegrees) -
                             std::tan(sun.declination * kRadians) * cosine(latitudeDegrees));
    const double azimuth = fromSouth / kRadians + 180.0;
    return {azimuth >= 360.0 ? azimuth - 360.0 : azimuth, elevation / kRadians};
}

}  // namespace lommer::core
