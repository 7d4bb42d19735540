#pragma once

#include "core/raster/grid.h"
#include "core/raster/raster_view.h"

#include <cstdint>

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

    /// A coarse look at `window` for pictures, never for figures: one value for each square of
    /// `factor` x `factor` cells (>= 1, asserted), counted from the window's north-west corner;
    /// the last ones may stick out. `values` has ceil(columns / factor) x ceil(rows / factor)
    /// values (asserted). Plainly the cell in the middle of each square; a source that keeps
    /// overviews may use those instead, so that two sources may differ by what lies inside a
    /// square.
    virtual void readReduced(const CellWindow& window, std::int64_t factor,
                             RasterView<float> values) const;
};

/// How many squares of `factor` cells it takes to cover `cells`.
constexpr std::int64_t reducedCount(std::int64_t cells, std::int64_t factor) noexcept {
    return (cells + factor - 1) / factor;
}

}  // namespace lommer::core
