#pragma once

#include "core/raster/grid.h"

#include <vector>

namespace lommer::core {

/// A direction in the grid: one cell along the longer axis, `slope` (-1 to 1) along the other.
/// Azimuths that differ by 90 degrees give the same numbers turned.
struct RayDirection {
    /// `azimuthDegrees` clockwise from grid north; any number.
    explicit RayDirection(double azimuthDegrees);

    /// True where each step goes one column east or west, false where it goes one row.
    bool isAlongRows = false;
    /// +1 east or south, -1 west or north.
    int sign = 1;
    /// Cells along the other axis per step; positive = south or east.
    double slope = 0.0;
    /// Length of a step in cells, 1 to sqrt(2).
    double stepCells = 1.0;

    /// Rows (south) and columns (east) from a place `step` along the longer axis and `across` along
    /// the other.
    CellIndex offset(std::int64_t step, std::int64_t across) const noexcept;
};

/// A cell on the ray that starts in the middle of another cell.
struct RayStep {
    CellIndex offset;
    /// Along the ray, in metres.
    double distance = 0.0;
};

/// The cells whose column or row of cells the ray crosses in the middle, nearest first, while they
/// lie within `maxDistance` metres.
std::vector<RayStep> raySteps(const RayDirection& direction, double maxDistance, double cellSize);

}  // namespace lommer::core
