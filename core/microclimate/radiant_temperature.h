#pragma once

#include <cstdint>

namespace lommer::core {

/// What a person stands on.
enum class RadiantGround : std::uint8_t { paved, grass };

/// How far the sun has come on its way over the day.
struct SunCourse {
    /// Of the day, above the horizon.
    double highestSunDegrees = 0.0;
    /// From sunrise to the sun's highest place, and to now.
    double hoursToNoon = 0.0;
    double hoursNow = 0.0;
};

/// What decides how much radiation reaches a person.
struct RadiantPlace {
    double airCelsius = 0.0;
    double relativeHumidityPercent = 0.0;
    /// Global radiation in the open and the diffuse part of it, W/m².
    double radiationWatts = 0.0;
    double diffuseWatts = 0.0;
    double sunElevationDegrees = 0.0;
    SunCourse course = {};
    /// False in the shade.
    bool isSunlit = true;
    /// 0 to 1, of a horizontal plane on the ground.
    double skyView = 1.0;
    RadiantGround ground = RadiantGround::grass;
    /// What hides the sky is leaves, as warm as the air; otherwise walls, half of them in the sun.
    bool isUnderCrown = false;
};

/// How much warmer than the air (K, never less than 0) ground in the sun is: the largest excess of
/// the day is a line through the sun's highest elevation, and between sunrise and its time (15 h
/// solar time for pavements, 14 h for grass) it rises as a sine; less where clouds keep off a part
/// of the radiation. Lines and times of Lindberg, Onomura & Grimmond (2016), Int. J. Biometeorol.
/// 60, for cobble stones and unmanaged grass.
double groundExcessKelvin(RadiantGround ground, const RadiantPlace& place) noexcept;

/// An estimate of the mean radiant temperature (°C) of someone who stands there: radiation from six
/// sides, weighted as a standing body takes it up, the beam of the sun on an upright cylinder.
/// Höppe (1992), Wetter und Leben 44; VDI 3787 part 2; the form and the constants are those of
/// SOLWEIG (Lindberg, Holmer & Thorsson 2008, Int. J. Biometeorol. 52).
///
/// What stands around is taken to be the same on all sides, as high as `skyView` tells, and the
/// ground around to be as sunny as the place itself: streets across and along the sun come out
/// alike, and the edge of a shadow has no neighbour. Long wave of a clear sky by Prata (1996),
/// Quarterly Journal of the Royal Meteorological Society 122, with the share of cloud that the
/// radiation tells by day. Good to some 5 K. Any thread.
double meanRadiantTemperature(const RadiantPlace& place) noexcept;

}  // namespace lommer::core
