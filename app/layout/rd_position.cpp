#include "app/layout/rd_position.h"

#include <cmath>
#include <numbers>

namespace lommer::app {
namespace {

using std::numbers::pi;

constexpr double kRadiansPerDegree = pi / 180.0;
constexpr double kSemiMajorAxisMetres = 6377397.155;
constexpr double kFlattening = 1.0 / 299.1528128;
constexpr double kEccentricitySquared = kFlattening * (2.0 - kFlattening);
// 52°09'22.178" N, 5°23'15.500" E: the tower of Our Lady in Amersfoort.
constexpr double kOriginLatitude = (52.0 + 9.0 / 60.0 + 22.178 / 3600.0) * kRadiansPerDegree;
constexpr double kOriginLongitude = (5.0 + 23.0 / 60.0 + 15.5 / 3600.0) * kRadiansPerDegree;
constexpr double kScaleAtOrigin = 0.9999079;
constexpr core::Point kFalseOriginMetres{155000.0, 463000.0};

/// The sphere between ellipsoid and plane, with the letters of the Guidance Note.
struct ConformalSphere {
    double diameter;  // 2 R k0, in metres
    double n;
    double c;
    double chi0;
};

double eccentricity() {
    return std::sqrt(kEccentricitySquared);
}

ConformalSphere conformalSphere() {
    const double sine = std::sin(kOriginLatitude);
    const double e = eccentricity();
    const double w = 1.0 - kEccentricitySquared * sine * sine;
    const double meridianRadius =
        kSemiMajorAxisMetres * (1.0 - kEccentricitySquared) / std::pow(w, 1.5);
    const double primeVerticalRadius = kSemiMajorAxisMetres / std::sqrt(w);
    const double n = std::sqrt(1.0 + kEccentricitySquared * std::pow(std::cos(kOriginLatitude), 4) /
                                         (1.0 - kEccentricitySquared));
    const double s1 = (1.0 + sine) / (1.0 - sine);
    const double s2 = (1.0 - e * sine) / (1.0 + e * sine);
    const double w1 = std::pow(s1 * std::pow(s2, e), n);
    const double sineChi00 = (w1 - 1.0) / (w1 + 1.0);
    const double c = (n + sine) * (1.0 - sineChi00) / ((n - sine) * (1.0 + sineChi00));
    const double w2 = c * w1;
    return {2.0 * kScaleAtOrigin * std::sqrt(meridianRadius * primeVerticalRadius), n, c,
            std::asin((w2 - 1.0) / (w2 + 1.0))};
}

/// The latitude on the ellipsoid with this isometric latitude, by Newton's method: five steps are
/// more than doubles can show.
double latitudeOf(double isometric) {
    const double e = eccentricity();
    double latitude = 2.0 * std::atan(std::exp(isometric)) - pi / 2.0;
    for (int step = 0; step < 5; ++step) {
        const double sine = std::sin(latitude);
        const double found = std::log(std::tan(latitude / 2.0 + pi / 4.0)) +
                             e / 2.0 * std::log((1.0 - e * sine) / (1.0 + e * sine));
        latitude -= (found - isometric) * std::cos(latitude) *
                    (1.0 - kEccentricitySquared * sine * sine) / (1.0 - kEccentricitySquared);
    }
    return latitude;
}

}  // namespace

AmersfoortPosition amersfoortPosition(core::Point rd) {
    const ConformalSphere sphere = conformalSphere();
    const double east = rd.x - kFalseOriginMetres.x;
    const double north = rd.y - kFalseOriginMetres.y;
    const double g = sphere.diameter * std::tan(pi / 4.0 - sphere.chi0 / 2.0);
    const double h = 2.0 * sphere.diameter * std::tan(sphere.chi0) + g;
    const double i = std::atan2(east, h + north);
    const double j = std::atan2(east, g - north) - i;
    const double chi =
        sphere.chi0 + 2.0 * std::atan((north - east * std::tan(j / 2.0)) / sphere.diameter);
    const double longitude = (j + 2.0 * i) / sphere.n + kOriginLongitude;
    const double isometric =
        0.5 * std::log((1.0 + std::sin(chi)) / (sphere.c * (1.0 - std::sin(chi)))) / sphere.n;
    return {latitudeOf(isometric) / kRadiansPerDegree, longitude / kRadiansPerDegree};
}

}  // namespace lommer::app
