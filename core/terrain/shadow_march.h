#pragma once

#include "core/engine/progress.h"
#include "core/raster/tile_pass.h"
#include "core/terrain/march_kernels.h"
#include "core/terrain/ray.h"

#include <span>
#include <vector>

namespace lommer::core {

/// Where the sun stands in the grid.
struct SunDirection {
    /// Clockwise from grid north.
    double azimuthDegrees = 0.0;
    /// Above the horizon.
    double elevationDegrees = 0.0;
};

class HeightBlocks;

/// Cells in the sun and in the shade, by walking from each cell towards the sun: it is shaded where
/// the surface rises above the ray. On its way the ray crosses columns (or rows) of cell centres;
/// between two centres the height is interpolated, so that evenly sloping roofs cast no false
/// shade. Holes and what lies outside the raster cast none. Every cell is walked from its own
/// centre: no shade spreads sideways, as it does where rows hand on their shadows.
class ShadowMarch {
public:
    /// Nothing that stands out more above a cell casts a shade on it: higher than any building or
    /// mast of the country. Bounds how far an edit reaches.
    static constexpr double kHighestObstacle = 500.0;
    /// A sun that stands lower (degrees) counts as set: shades would have no end.
    static constexpr double kLowestSun = 1.0;

    /// `spread`: no cell stands out more than so many metres above any other (infinity: unknown).
    /// `sun.elevationDegrees` from kLowestSun to 90 (asserted).
    ShadowMarch(const SunDirection& sun, double cellSize, double spread);

    /// How far a shade reaches with such a sun, in metres.
    static double reach(double elevationDegrees) noexcept;

    const Margins& margins() const noexcept { return margins_; }
    /// The furthest place that counts, from a cell.
    CellIndex furthest() const noexcept;
    /// Fills `lit` (as large as the cells of the tile) with 1 (sun), 0 (shade), NaN (hole).
    /// Changes the values of the tile. Throws Cancelled.
    void compute(const WindowTile& tile, RasterView<float> lit, const Progress& progress,
                 const MarchKernels& kernels = marchKernels().front()) const;
    /// The same for a tile whose blocks are known, as for several suns; `blocks` filled its holes.
    void compute(const WindowTile& tile, const HeightBlocks& blocks, RasterView<float> lit,
                 const Progress& progress,
                 const MarchKernels& kernels = marchKernels().front()) const;

private:
    struct Place {
        CellIndex near;
        CellIndex next;
        float weight;
        float drop;
    };
    std::vector<ShadowStep> stepsFor(std::int64_t stride) const;
    /// Of `all` those on which something may stand high enough to shade a cell of `piece`.
    void keepNeeded(const HeightBlocks& blocks, const CellWindow& piece,
                    std::span<const ShadowStep> all, std::vector<ShadowStep>& needed) const;

    std::vector<Place> places_;
    Margins margins_;
};

}  // namespace lommer::core
