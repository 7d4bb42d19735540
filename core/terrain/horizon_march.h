#pragma once

#include "core/engine/progress.h"
#include "core/raster/tile_pass.h"
#include "core/terrain/march_kernels.h"
#include "core/terrain/ray.h"

#include <vector>

namespace lommer::core {

/// How the sky is looked at.
struct SkyViewSettings {
    /// Azimuths, evenly spread from grid north.
    int directions = 16;
    /// Metres; what lies further does not count.
    double maxDistance = 100.0;
    /// Metres above the surface.
    double observerHeight = 0.0;
    /// A rise of more than 2 m from one cell to the next counts as a wall on the edge of the higher
    /// cell (half a cell nearer); otherwise each cell stands in its centre.
    bool hasWallFaces = false;
};

/// Sky view factor by walking from each cell in each direction: the mean over the directions of
/// cos² of the horizon angle (flat receiver, uniform sky; Johnson & Watson 1984, Journal of Climate
/// and Applied Meteorology 23). Each ray takes in each column (or row) of cells it crosses the cell
/// that lies nearest. Holes and what lies outside the raster hide no sky. The outcome of a cell
/// depends on nothing but the cells within `maxDistance`.
class HorizonMarch {
public:
    HorizonMarch(const SkyViewSettings& settings, double cellSize);

    const Margins& margins() const noexcept { return margins_; }
    /// Fills `skyView` (as large as the cells of the tile) with 0 to 1; NaN in holes. Changes the
    /// values of the tile. Throws Cancelled.
    void compute(const WindowTile& tile, RasterView<float> skyView, const Progress& progress,
                 const MarchKernels& kernels = marchKernels().front()) const;

private:
    std::vector<HorizonStep> stepsFor(std::size_t direction, std::int64_t stride) const;

    SkyViewSettings settings_;
    double cellSize_;
    std::vector<std::vector<RayStep>> rays_;
    Margins margins_;
};

}  // namespace lommer::core
