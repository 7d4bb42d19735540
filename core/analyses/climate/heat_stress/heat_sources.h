#pragma once

#include "core/engine/analysis.h"
#include "core/raster/aggregated_source.h"

#include <memory>
#include <vector>

namespace lommer::core {

/// The rasters of a heat map on one grid.
class HeatSources {
public:
    /// The grid has the corner of the role `dsm` and the largest of its cells, those of `dtm` and
    /// the parameter `resolution`. Smaller cells are put together: the highest of the surface, the
    /// mean of the rest. Remark `raster-resampled` where values had to be made between cells.
    /// Throws Error no-overlap where the two heights lie apart.
    explicit HeatSources(const RunContext& context);

    const Grid& grid() const noexcept { return surface_->grid(); }
    /// Height with buildings and trees.
    const RasterSource& surface() const noexcept { return *surface_; }
    const RasterSource& ground() const noexcept { return *ground_; }
    /// Null where there is none.
    const RasterSource* canopy() const noexcept { return canopy_; }
    const RasterSource* vegetationIndex() const noexcept { return vegetationIndex_; }

private:
    const RasterSource* onto(const RunContext& context, const BoundInput& input, const Grid& grid,
                             Aggregation aggregation);

    std::vector<std::unique_ptr<const RasterSource>> made_;
    const RasterSource* surface_ = nullptr;
    const RasterSource* ground_ = nullptr;
    const RasterSource* canopy_ = nullptr;
    const RasterSource* vegetationIndex_ = nullptr;
};

/// The surface that casts shade and hides the sky: the heights with buildings and trees; where
/// those have a hole, the ground as it was measured. Where that has one too, as on water, it stays
/// a hole.
class SurfaceSource : public RasterSource {
public:
    /// Both outlive the object and lie on one grid (asserted).
    SurfaceSource(const RasterSource& surface, const RasterSource& ground);

    const Grid& grid() const noexcept override { return surface_.grid(); }
    void read(const CellWindow& window, RasterView<float> values) const override;

private:
    void fillHoles(const CellWindow& window, RasterView<float> values) const;

    const RasterSource& surface_;
    const RasterSource& ground_;
};

}  // namespace lommer::core
