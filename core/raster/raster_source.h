#pragma once

#include "core/raster/grid.h"
#include "core/raster/raster_view.h"

namespace lommer::core {

/// Port: cell values of one raster layer, in RD, north-up, square cells, NaN as the only hole.
/// Scale, offset, NoData and masks have been resolved by whoever implements it.
class RasterSource {
public:
    virtual ~RasterSource() = default;

    virtual const Grid& grid() const noexcept = 0;
    /// Fills `values` (same size as `window`) with the cells of `window`, which may stick out of
    /// the grid: cells outside are NaN. May be called from any thread at any time; several reads
    /// may run at once. Throws Error (file-missing, file-incomplete, file-changed …).
    virtual void read(const CellWindow& window, RasterView<float> values) const = 0;
};

}  // namespace lommer::core
