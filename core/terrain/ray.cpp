#include "core/terrain/ray.h"

#include <cmath>
#include <numbers>

namespace lommer::core {

RayDirection::RayDirection(double azimuthDegrees) {
    // Reduced to 0 to 45 degrees from an axis, so that turned directions get the same numbers.
    const double turns = std::round(azimuthDegrees / 90.0);
    const double fromAxis = (azimuthDegrees - 90.0 * turns) * std::numbers::pi / 180.0;
    const int quarter = static_cast<int>(turns - 4.0 * std::floor(turns / 4.0));
    isAlongRows = quarter % 2 == 1;
    sign = quarter == 1 || quarter == 2 ? 1 : -1;  // north 0: rows fall; east 1, south 2: rise
    // Turning clockwise from north leads east, from east south, from south west, from west north.
    slope = (quarter <= 1 ? 1.0 : -1.0) * std::tan(fromAxis);
    stepCells = 1.0 / std::cos(fromAxis);
}

CellIndex RayDirection::offset(std::int64_t step, std::int64_t across) const noexcept {
    return isAlongRows ? CellIndex{across, sign * step} : CellIndex{sign * step, across};
}

std::vector<RayStep> raySteps(const RayDirection& direction, double maxDistance, double cellSize) {
    std::vector<RayStep> steps;
    const double most = maxDistance / cellSize * (1.0 + 1e-12);
    for (std::int64_t step = 1;; ++step) {
        const double across = std::round(static_cast<double>(step) * direction.slope);
        const double along = static_cast<double>(step) * direction.stepCells;
        if (along > most || std::hypot(static_cast<double>(step), across) > most) {
            return steps;
        }
        steps.push_back(
            {direction.offset(step, static_cast<std::int64_t>(across)), along * cellSize});
    }
}

}  // namespace lommer::core
