#pragma once

#include "core/analyses/climate/heat_stress/heat_settings.h"
#include "core/microclimate/felt_temperature.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lommer::core {

/// An hour with what it makes of a cell worked out as far as it goes.
struct FeltHour {
    FeltTemperature felt;
    std::size_t side;  // among those of the surroundings
    float stationCelsius;
    float warmthShare;  // K of the day's heat island, in this hour
    float stationWind;
    float logStationWind;
    std::uint32_t sunBit;
};

/// The hours of the settings; `sides` are those of the surroundings and hold each of theirs.
std::vector<FeltHour> feltHoursOf(const HeatSettings& settings, const std::vector<WindSide>& sides);

}  // namespace lommer::core
