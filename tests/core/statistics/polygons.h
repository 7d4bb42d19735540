#pragma once

#include "core/raster/grid.h"
#include "core/statistics/polygon_coverage.h"
#include "core/vector/geometry_column.h"
#include "tests/support/geometries.h"

#include <vector>

namespace lommer::test {

/// An outer ring and its holes.
using Part = std::vector<Ring>;

/// Polygons to test with, one per row. Rings are given open and are closed here.
class Polygons {
public:
    Polygons& add(const std::vector<Part>& parts);
    Polygons& addEmpty();
    const core::GeometryColumn& column() const noexcept { return column_; }

private:
    core::GeometryColumn column_;
};

Ring box(double xmin, double ymin, double xmax, double ymax);
/// A star-shaped ring of `corners` corners around `centre`, jagged but never crossing itself.
Ring star(core::Point centre, double radius, int corners, unsigned seed);

/// Slow and obvious: the fraction of each cell of the grid, row by row, by clipping every ring at
/// the four sides of every cell (Sutherland & Hodgman 1974) and adding up areas.
std::vector<double> clippedFractions(const std::vector<Part>& parts, const core::Grid& grid);

/// The fractions of `feature` as PolygonCoverage finds them, as one array.
std::vector<double> coveredFractions(const core::GeometryColumn& polygons, std::int64_t feature,
                                     const core::Grid& grid);

}  // namespace lommer::test
