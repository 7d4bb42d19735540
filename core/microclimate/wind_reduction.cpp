#include "core/microclimate/wind_reduction.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace lommer::core {
namespace {

constexpr double kKarman = 0.4;
constexpr double kPersonHeight = 1.2;     // m
constexpr double kGrassRoughness = 0.03;  // m
constexpr double kStationHeight = 10.0;   // m
constexpr double kBlendingHeight = 60.0;  // m; there the wind does not feel the ground
constexpr double kGroundDensity = 0.015;  // frontal density of ground without obstacles
constexpr double kHighestDensity = 0.33;
constexpr double kLeastFront = 25.0;  // m²; less does not slow the wind
constexpr double kLeastHeight = 4.0;  // m

/// Roughness length, displacement and the height above which the profile is logarithmic, all per
/// height of the obstacles, and the two constants of the profile among them.
struct Roughness {
    double below;
    double length;
    double displacement;
    double top;
    double a;
    double b;
};
constexpr std::array kClasses{
    Roughness{0.08, 0.048, 0.066, 2.0, -0.35, 0.56},
    Roughness{0.135, 0.071, 0.26, 2.5, -0.35, 0.50}, Roughness{0.18, 0.084, 0.32, 2.7, -0.34, 0.48},
    Roughness{0.265, 0.08, 0.42, 1.5, -0.56, 0.66},
    Roughness{std::numeric_limits<double>::infinity(), 0.077, 0.57, 1.2, -0.85, 0.92}};

double obstacleHeight(const WindObstacles& obstacles, const WindCoefficients& coefficients) {
    const double treeWeight =
        obstacles.treeShare * coefficients.treeFront / coefficients.buildingFront;
    const double weight = obstacles.buildingShare + treeWeight;
    if (!(weight > 0.0)) {
        return kLeastHeight;
    }
    const double trees = coefficients.treeHeightRoot * std::sqrt(obstacles.treeHeight);
    return std::max(
        kLeastHeight,
        (obstacles.buildingHeight * obstacles.buildingShare + trees * treeWeight) / weight);
}

}  // namespace

double windReductionOf(double frontalDensity, double obstacleHeight) noexcept {
    const double density = std::min(frontalDensity, kHighestDensity);
    const double height = obstacleHeight;
    const auto* const kind =
        std::find_if(kClasses.begin(), kClasses.end() - 1,
                     [density](const Roughness& one) { return density < one.below; });
    // The wind over grass at 1.2 m is 1; at 60 m it is the same here as there.
    const double atStation =
        std::log(kStationHeight / kGrassRoughness) / std::log(kPersonHeight / kGrassRoughness);
    const double toBlending =
        std::log(kBlendingHeight / kGrassRoughness) / std::log(kStationHeight / kGrassRoughness);
    const double atBlending = atStation * toBlending;
    const double roughness = kind->length * height;
    const double displacement = kind->displacement * height;
    const double top = kind->top * height;
    const double friction =
        atBlending * kKarman / std::log((kBlendingHeight - displacement) / roughness);
    const double atTop = friction / kKarman * std::log((top - displacement) / roughness);
    const double mixing = kind->a * height;
    const double atRoofs =
        atTop -
        friction / kind->b * std::log((mixing + kind->b * top) / (mixing + kind->b * height));
    const double atPerson = atRoofs * std::exp(9.6 * density * (kPersonHeight / height - 1.0));
    return std::clamp(atPerson, 0.0, 1.0);
}

double windReduction(const WindObstacles& obstacles,
                     const WindCoefficients& coefficients) noexcept {
    const double trees =
        coefficients.treeFrontRoot * std::sqrt(coefficients.treeFront * obstacles.treeFront);
    const double front = coefficients.buildingFront * obstacles.buildingFront + trees;
    const bool isOpen = !(obstacles.buildingShare > 0.0 || obstacles.treeShare > 0.0);
    if (isOpen || front <= kLeastFront || !(obstacles.area > 0.0)) {
        return 1.0;
    }
    return windReductionOf(front / obstacles.area + kGroundDensity,
                           obstacleHeight(obstacles, coefficients));
}

}  // namespace lommer::core
