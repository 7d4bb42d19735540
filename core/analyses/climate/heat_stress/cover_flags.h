#pragma once

#include "core/engine/analysis.h"
#include "core/raster/scratch_raster.h"

#include <memory>

namespace lommer::core {

/// What layers of polygons say of the cells of a part of a grid, one byte per cell (heat_flags).
struct CoverFlags {
    CellWindow cells;
    std::unique_ptr<ScratchFlags> flags;

    /// What of `window` lies in `cells`; 0 elsewhere.
    void read(const CellWindow& window, RasterView<std::uint8_t> values) const;
};

/// Paints the layers of the roles buildings, water, green and trees: a cell belongs to a polygon
/// that covers at least half of it. Left out: rows below the ground (`niveau` < 0) and, of green,
/// rows whose `fysiek_voorkomen` is a pavement. Throws Cancelled and Error as reading does.
CoverFlags paintCover(const RunContext& context, const Grid& grid, const CellWindow& cells,
                      const Progress& progress);

}  // namespace lommer::core
