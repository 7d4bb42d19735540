#pragma once

#include "core/vector/geometry_column.h"

#include <cmath>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <vector>

namespace lommer::core {

/// Side of the grid on which overlays are computed and on which their points lie: 1 mm, a tenth of
/// the precision of the best survey in a register. On a fixed grid an overlay cannot fail by
/// rounding, and slivers thinner than it do not arise.
inline constexpr double kPrecisionMetres = 0.001;

/// The nearest point of the grid.
inline double snapped(double metres) noexcept {
    constexpr double kPerMetre = 1.0 / kPrecisionMetres;
    return std::round(metres * kPerMetre) / kPerMetre;
}
inline Point snapped(Point point) noexcept {
    return {snapped(point.x), snapped(point.y)};
}

/// Moves the points from `first` on to the grid: GEOS rounds to it with other digits at the end.
inline void snapPoints(GeometryColumn& geometries, std::size_t first) noexcept {
    for (std::size_t point = first; point < geometries.points.size(); ++point) {
        geometries.points[point] = snapped(geometries.points[point]);
    }
}

struct SnappedGeometries {
    /// The column that went in where all its points lie on the grid.
    std::shared_ptr<const GeometryColumn> geometries;
    /// Rows that are smaller than the grid; they have no geometry now.
    std::vector<std::int64_t> vanished;
};

/// Moves every point to the grid. Polygons stay valid: where rounding alone would let edges cross,
/// GEOS's precision reduction does it. Rows must be sound (`repairGeometries`). All processors are
/// used. Throws Cancelled.
SnappedGeometries snapToGrid(std::shared_ptr<const GeometryColumn> geometries,
                             const std::stop_token& stop);

}  // namespace lommer::core
