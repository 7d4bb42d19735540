#pragma once

namespace lommer::core {

/// What stands in a window of ground, added up from its cells of 1 or more metres.
struct WindObstacles {
    /// The window's area that is known, m².
    double area = 0.0;
    /// Half of the height differences between neighbours along the wind, times the width of a
    /// cell: what building and crown turn to the wind, m², before any factor.
    double buildingFront = 0.0;
    double treeFront = 0.0;
    /// Mean height (m) over the part (0 to 1) of the window that is built, or under crowns.
    double buildingHeight = 0.0;
    double buildingShare = 0.0;
    double treeHeight = 0.0;
    double treeShare = 0.0;
};

/// How heights of obstacles become drag. The two for trees are fitted to crowns out of the national
/// height survey against a register of trees: other crowns ask for others.
struct WindCoefficients {
    double buildingFront = 0.16;
    double treeFront = 0.27;
    /// Front of trees = treeFrontRoot · √(treeFront · sum).
    double treeFrontRoot = 45.45;
    /// Height of trees = treeHeightRoot · √height.
    double treeHeightRoot = 7.721;
};

/// Wind at 1.2 m against that over open grass, 0 to 1, behind and among obstacles. Macdonald
/// (2000), Boundary-Layer Meteorology 97, with trees as the Dutch heat standard has them: the
/// frontal area density decides among five classes of roughness, between which the outcome jumps.
double windReduction(const WindObstacles& obstacles, const WindCoefficients& coefficients) noexcept;

/// The last part of it: `frontalDensity` (front per area) and the height of the obstacles, m.
double windReductionOf(double frontalDensity, double obstacleHeight) noexcept;

}  // namespace lommer::core
