#include "core/analyses/climate/heat_stress/felt_hour.h"

#include <algorithm>
#include <cmath>

namespace lommer::core {

std::vector<FeltHour> feltHoursOf(const HeatSettings& settings,
                                  const std::vector<WindSide>& sides) {
    std::vector<FeltHour> hours;
    for (std::size_t index = 0; index < settings.hours.size(); ++index) {
        const HeatHour& hour = settings.hours[index];
        const auto side = static_cast<std::size_t>(
            std::find(sides.begin(), sides.end(), hour.side) - sides.begin());
        // Still air has no logarithm; the least wind takes its place anyway.
        constexpr double kStill = 0.01;
        const double wind = std::max(hour.weather.windMetresPerSecond, kStill);
        hours.push_back(
            {FeltTemperature(hour.weather, hour.wetBulbCelsius, hour.wetBulbPerKelvin), side,
             static_cast<float>(hour.weather.temperatureCelsius),
             static_cast<float>(settings.heatIslandKelvin * hour.weather.heatIslandShare),
             static_cast<float>(wind), static_cast<float>(std::log(wind)), 1U << index});
    }
    return hours;
}

}  // namespace lommer::core
