#pragma once

#include "core/analyses/climate/heat_stress/cover_flags.h"
#include "core/analyses/climate/heat_stress/heat_codes.h"
#include "core/analyses/climate/heat_stress/heat_settings.h"
#include "core/analyses/climate/heat_stress/heat_sources.h"
#include "core/analyses/climate/heat_stress/surroundings.h"
#include "core/raster/scratch_raster.h"

#include <memory>

namespace lommer::core {

/// What the cells of a part of the grid are (HeatCell), and what their surroundings are made of.
struct HeatGround {
    CellWindow cells;
    std::unique_ptr<ScratchCodes> codes;
    std::unique_ptr<SurroundingBlocks> blocks;

    /// `window` lies in `cells`.
    void read(const CellWindow& window, RasterView<std::uint32_t> values) const {
        codes->read(window.countedFrom(cells), values);
    }
    // NOLINTNEXTLINE(readability-make-member-function-const): what is written belongs to it
    void write(const CellWindow& window, RasterView<const std::uint32_t> values) {
        codes->write(window.countedFrom(cells), values);
    }
};

/// The cells whose blocks matter to `cells`, in whole squares of 256.
CellWindow groundAround(const Grid& grid, const CellWindow& cells);

/// Walks over `cells` (which start and end on multiples of 256, or at the edge of the grid): the
/// ground is told from buildings and trees, sky and shade are looked at, and blocks add up.
/// Throws Cancelled, Error memory-too-small, and what reading throws.
HeatGround makeHeatGround(const RunContext& context, const HeatSources& sources,
                          const HeatSettings& settings, const CellWindow& cells,
                          const Progress& progress);

}  // namespace lommer::core
