#include "core/analyses/climate/heat_stress/ground_cover.h"

#include <cmath>

namespace lommer::core {
namespace {

constexpr float kLeastObstacle = 2.0F;  // m

bool isTree(const CellEvidence& cell, const CoverKnowledge& knowledge, bool isHigh) noexcept {
    if (knowledge.hasTrees) {
        return (cell.flags & heat_flags::kTree) != 0;
    }
    if (knowledge.hasCanopy) {
        return cell.canopy >= kLeastObstacle;
    }
    if (knowledge.hasVegetationIndex && !std::isnan(cell.vegetationIndex)) {
        return isHigh && cell.vegetationIndex > knowledge.ndviThreshold;
    }
    return isHigh && knowledge.hasBuildings;
}

float obstacle(float height) noexcept {
    return height >= kLeastObstacle ? height : 0.0F;
}

}  // namespace

CellCover coverOf(const CellEvidence& cell, const CoverKnowledge& knowledge) noexcept {
    const float above = cell.surface - cell.ground;  // NaN where one of them is
    const bool isHigh = above >= kLeastObstacle;
    const bool isMarked = (cell.flags & heat_flags::kBuilding) != 0;
    const bool isUnderTree = !isMarked && isTree(cell, knowledge, isHigh);
    const bool isBuilding = knowledge.hasBuildings ? isMarked : isHigh && !isUnderTree;
    CellCover result;
    if (isBuilding) {
        result.cover = HeatCover::building;
        result.buildingHeight = obstacle(above);
        return result;
    }
    if (isUnderTree) {
        result.treeHeight =
            obstacle(knowledge.hasCanopy && !std::isnan(cell.canopy) ? cell.canopy : above);
    }
    if ((cell.flags & heat_flags::kWater) != 0) {
        result.cover = HeatCover::water;
        return result;
    }
    if (std::isnan(cell.surface)) {
        return result;
    }
    const bool isGreen = knowledge.hasVegetationIndex && !std::isnan(cell.vegetationIndex)
                             ? cell.vegetationIndex > knowledge.ndviThreshold
                             : (cell.flags & heat_flags::kGreen) != 0;
    result.isGreen = isGreen || isUnderTree;
    result.cover = isUnderTree ? HeatCover::tree : isGreen ? HeatCover::green : HeatCover::paved;
    return result;
}

}  // namespace lommer::core
