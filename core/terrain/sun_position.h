#pragma once

#include <optional>
#include <string_view>

namespace lommer::core {

struct SunPosition {
    /// Clockwise from true north, 0 to less than 360.
    double azimuthDegrees = 0.0;
    /// Of the centre of the sun above the horizon, without refraction; negative at night.
    double elevationDegrees = 0.0;
};

/// Days since noon of 1 January 4713 BC (UT) of a moment such as 2026-07-01T13:00Z or
/// 2026-07-01T13:00:30Z; nothing where it is not such a text or no moment of the calendar.
std::optional<double> julianDayOf(std::string_view isoUtc) noexcept;

/// Where the sun stands, good to about 0.01 degree between 1950 and 2050 and still far better than
/// a tenth in the centuries around. Meeus (1998), Astronomical Algorithms, chapters 12, 13 and 25,
/// low precision; UT is taken for dynamical time (a minute or so: 0.001 degree).
SunPosition sunPosition(double julianDay, double latitudeDegrees, double longitudeDegrees) noexcept;

}  // namespace lommer::core
