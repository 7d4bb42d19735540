#include "core/microclimate/radiant_temperature.h"

#include "core/microclimate/thermal_physics.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lommer::core {
namespace {

constexpr double kZeroCelsius = 273.15;
constexpr double kSolarConstant = 1367.0;  // W/m²

// A standing person: what is taken up of short and long wave, and the weights of what comes from
// above and below, from each of four sides, and of the beam on an upright cylinder.
constexpr double kShortAbsorption = 0.70;
constexpr double kLongAbsorption = 0.97;
constexpr double kUpright = 0.06;
constexpr double kSides = 4.0 * 0.22;
constexpr double kCylinder = 0.28;

/// What a surface does with radiation, and how warm the sun makes it.
struct Surface {
    double albedo;
    double emissivity;
    double excessPerDegree;  // K per degree of the sun's highest elevation
    double excessAtHorizon;  // K
    double hoursAfterNoon;   // of the largest excess
};
constexpr Surface kPaved{0.20, 0.95, 0.37, -3.41, 3.0};
constexpr Surface kGrass{0.16, 0.94, 0.21, -3.38, 2.0};
constexpr Surface kWall{0.20, 0.90, 0.37, -3.41, 3.0};
/// Part of the walls around that the sun shines on.
constexpr double kSunnyWalls = 0.5;
/// Of the radiation outside the air, what comes through where there are no clouds.
constexpr double kClear = 0.7;

const Surface& surfaceOf(RadiantGround ground) {
    return ground == RadiantGround::paved ? kPaved : kGrass;
}

double sineOf(double degrees) {
    return std::sin(degrees * std::numbers::pi / 180.0);
}

/// W/m² of a black body.
double glow(double celsius) {
    const double kelvin = celsius + kZeroCelsius;
    return kStefanBoltzmann * kelvin * kelvin * kelvin * kelvin;
}

/// 1 without clouds; by night nothing tells of them.
double clearness(const RadiantPlace& place) {
    const double height = sineOf(place.sunElevationDegrees);
    return height <= 0.0
               ? 1.0
               : std::clamp(place.radiationWatts / (kSolarConstant * height * kClear), 0.0, 1.0);
}

double excessKelvin(const Surface& surface, const RadiantPlace& place) {
    const SunCourse& course = place.course;
    const double largest =
        std::max(surface.excessPerDegree * course.highestSunDegrees + surface.excessAtHorizon, 0.0);
    const double rising = course.hoursToNoon + surface.hoursAfterNoon;
    if (place.sunElevationDegrees <= 0.0 || rising <= 0.0 || course.hoursNow <= 0.0) {
        return 0.0;
    }
    const double wave = std::sin(0.5 * std::numbers::pi * course.hoursNow / rising);
    return largest * std::max(wave, 0.0) * clearness(place);
}

/// Parts of what an upright plane sees, where the horizon is equally high all around.
struct SideView {
    double sky;
    double around;
    double ground = 0.5;

    /// The sky view of the ground is the square of the cosine of that height.
    explicit SideView(double skyView) {
        const double height = std::acos(std::sqrt(std::clamp(skyView, 0.0, 1.0)));
        sky = 0.5 - (height + std::sin(height) * std::cos(height)) / std::numbers::pi;
        around = 0.5 - sky;
    }
};

/// W/m² on the three kinds of sides of a person.
struct Flux {
    double fromAbove;
    double fromBelow;
    double fromSides;

    double onBody() const { return kUpright * (fromAbove + fromBelow) + kSides * fromSides; }
};

double shortWave(const RadiantPlace& place, const SideView& side) {
    const double height = sineOf(place.sunElevationDegrees);
    const double direct = height > 0.0 ? place.radiationWatts - place.diffuseWatts : 0.0;
    const double beam =
        place.isSunlit && height > 0.0 ? std::min(direct / height, kSolarConstant) : 0.0;
    const double fromWalls =
        place.isUnderCrown ? 0.0 : kWall.albedo * (place.diffuseWatts + kSunnyWalls * direct);
    Flux flux{};
    flux.fromAbove =
        beam * height + place.skyView * place.diffuseWatts + (1.0 - place.skyView) * fromWalls;
    flux.fromBelow = surfaceOf(place.ground).albedo * flux.fromAbove;
    flux.fromSides =
        side.sky * place.diffuseWatts + side.around * fromWalls + side.ground * flux.fromBelow;
    const double across = std::sqrt(std::max(1.0 - height * height, 0.0));
    return flux.onBody() + kCylinder * beam * across;
}

double skyGlow(const RadiantPlace& place) {
    const double vapour =
        saturatedVapourHectopascal(place.airCelsius) * place.relativeHumidityPercent / 100.0;
    // In the air above, cm.
    const double water = 46.5 * vapour / (place.airCelsius + kZeroCelsius);
    const double ofClearSky = 1.0 - (1.0 + water) * std::exp(-std::sqrt(1.2 + 3.0 * water));
    const double clear = clearness(place);
    return (clear * ofClearSky + 1.0 - clear) * glow(place.airCelsius);
}

double longWave(const RadiantPlace& place, const SideView& side) {
    const double sky = skyGlow(place);
    const double shaded = glow(place.airCelsius);
    const double sunny = glow(place.airCelsius + excessKelvin(kWall, place));
    const double walls = kWall.emissivity * (shaded + kSunnyWalls * (sunny - shaded)) +
                         (1.0 - kWall.emissivity) * sky;
    const double around = place.isUnderCrown ? shaded : walls;
    const Surface& ground = surfaceOf(place.ground);
    const double excess = place.isSunlit ? excessKelvin(ground, place) : 0.0;
    Flux flux{};
    flux.fromAbove = place.skyView * sky + (1.0 - place.skyView) * around;
    flux.fromBelow = ground.emissivity * glow(place.airCelsius + excess) +
                     (1.0 - ground.emissivity) * flux.fromAbove;
    flux.fromSides = side.sky * sky + side.around * around + side.ground * flux.fromBelow;
    return flux.onBody();
}

}  // namespace

double groundExcessKelvin(RadiantGround ground, const RadiantPlace& place) noexcept {
    return excessKelvin(surfaceOf(ground), place);
}

double meanRadiantTemperature(const RadiantPlace& place) noexcept {
    const SideView side(place.skyView);
    const double taken =
        kShortAbsorption * shortWave(place, side) + kLongAbsorption * longWave(place, side);
    return std::pow(taken / (kLongAbsorption * kStefanBoltzmann), 0.25) - kZeroCelsius;
}

}  // namespace lommer::core
