#pragma once

#include "core/analyses/climate/heat_stress/ground_pass.h"

#include <cstdint>
#include <vector>

namespace lommer::core {

/// Figures of one area over some of its cells, each weighted with the part of it that lies inside.
struct HeatFigures {
    /// Of the area that has a value, in cells.
    double cells = 0.0;
    double petMean = 0.0;
    double pet90 = 0.0;
    double shareAbove35 = 0.0;
    double shareAbove38 = 0.0;
    double shareAbove41 = 0.0;
    double shadeShare = 0.0;
};

/// Of one area: all ground that has a value, and what of it lies near buildings.
struct AreaHeat {
    HeatFigures all;
    HeatFigures builtUp;
};

/// The figures of each row of `areas` (polygons) from the outcomes of the cells. All of whole
/// numbers, so that they do not depend on any order. `hourCount`: hours of the map. Throws
/// Cancelled, Error memory-too-small.
std::vector<AreaHeat> areaHeat(const Table& areas, const HeatGround& outcomes, const Grid& grid,
                               std::size_t hourCount, MemoryBudget& memory,
                               const Progress& progress);

/// Writes the areas with their figures behind their own columns.
void writeAreaHeat(const RunContext& context, const Table& areas,
                   const std::vector<AreaHeat>& figures, bool hasBuiltUp);

/// The figures of all cells of `window`, as one row without a place.
void writeWholeHeat(const RunContext& context, const HeatGround& outcomes, const Grid& grid,
                    const CellWindow& window, std::size_t hourCount, const Progress& progress);

}  // namespace lommer::core
