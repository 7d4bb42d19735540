#pragma once

#include "core/analyses/climate/heat_stress/heat_codes.h"

#include <cstdint>

namespace lommer::core {

/// Which layers there are to tell one cover from another.
struct CoverKnowledge {
    bool hasBuildings = false;
    bool hasTrees = false;
    bool hasCanopy = false;
    bool hasVegetationIndex = false;
    float ndviThreshold = 0.0F;
};

/// What is known of one cell; NaN where a raster has a hole or is not there.
struct CellEvidence {
    float surface = 0.0F;
    float ground = 0.0F;
    float canopy = 0.0F;
    float vegetationIndex = 0.0F;
    std::uint8_t flags = 0;
};

/// The cover of a cell and what stands on it.
struct CellCover {
    HeatCover cover = HeatCover::unknown;
    bool isGreen = false;
    /// Metres above the ground; 0 where none of 2 m or more stands there.
    float buildingHeight = 0.0F;
    float treeHeight = 0.0F;
};

/// Buildings and trees by their layers. Without a layer of buildings, what rises 2 m or more and is
/// no tree is one; without trees (crowns or a canopy), what rises so high beside buildings is a
/// tree, of which the vegetation index may say otherwise. All other ground is green or counts as
/// paved.
CellCover coverOf(const CellEvidence& cell, const CoverKnowledge& knowledge) noexcept;

}  // namespace lommer::core
