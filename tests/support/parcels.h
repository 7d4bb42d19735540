#pragma once

#include "core/vector/geometry_column.h"
#include "tests/support/geometries.h"

#include <cstdint>

namespace lommer::test {

/// How a mesh of parcels is made: `columns` x `rows` quadrilaterals that fit together, corners
/// moved at random by up to `jitter` metres, from `origin` to the east and north.
struct ParcelMesh {
    int columns = 10;
    int rows = 10;
    core::Point origin{200'000.0, 450'000.0};
    double side = 30.0;
    double jitter = 8.0;
    unsigned seed = 1;
    /// Points on each side, moved as the corners are: 1 gives quadrilaterals, more gives parcels
    /// that are not convex.
    int pointsPerSide = 1;
    /// Corners are rounded to whole millimetres.
    bool isOnGrid = true;
};

/// Row by row from the south-west. Neighbours have the same points along their common side.
core::GeometryColumn parcels(const ParcelMesh& mesh);

/// Slow and obvious: area of a row by the shoelace formula, and of all rows together.
double areaOf(const core::GeometryColumn& column, std::int64_t row);
double totalArea(const core::GeometryColumn& column);

/// A ring around `centre` with `corners` corners at random distances up to `radius`; it never
/// crosses itself.
Ring starRing(core::Point centre, double radius, int corners, unsigned seed);

}  // namespace lommer::test
