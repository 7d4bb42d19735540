#include "gis/crs/transformer.h"

#include <cmath>

namespace lommer::gis {
namespace {

constexpr double kRadiansPerDegree = M_PI / 180.0;

class RdGeoLocator : public core::GeoLocator {
public:
    RdGeoLocator() : toEtrs89_(rdNew(), parseCrs("EPSG:4258"), {}) {}

    Position locate(core::Point place) const override {
        // Grid north from two places 100 m north and south: the direction of that line on the
        // globe differs from the meridian by the convergence. Good to 1e-6 degree.
        constexpr double kHalfStepMetres = 100.0;
        core::Point places[3] = {
            place, {place.x, place.y - kHalfStepMetres}, {place.x, place.y + kHalfStepMetres}};
        toEtrs89_.transform(places);
        const double latitude = places[0].y * kRadiansPerDegree;
        const double east =
            (places[2].x - places[1].x) * std::cos(latitude) * primeVerticalRadius(latitude);
        const double north = (places[2].y - places[1].y) * meridianRadius(latitude);
        return {places[0].y, places[0].x, std::atan2(east, north) / kRadiansPerDegree};
    }

private:
    // Radii of curvature of GRS 80 over the semi-major axis; the common factor drops out.
    static constexpr double kEccentricitySquared = 0.00669438002290;
    static double primeVerticalRadius(double latitude) {
        return 1.0 / std::sqrt(1.0 - kEccentricitySquared * std::pow(std::sin(latitude), 2));
    }
    static double meridianRadius(double latitude) {
        return (1.0 - kEccentricitySquared) * std::pow(primeVerticalRadius(latitude), 3);
    }

    Transformer toEtrs89_;
};

}  // namespace

std::unique_ptr<core::GeoLocator> makeGeoLocator() {
    return std::make_unique<RdGeoLocator>();
}

}  // namespace lommer::gis
