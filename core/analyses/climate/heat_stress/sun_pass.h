#pragma once

#include "core/analyses/climate/heat_stress/ground_pass.h"
#include "core/terrain/height_blocks.h"
#include "core/terrain/height_squares.h"

#include <cstdint>
#include <vector>

namespace lommer::core {

/// The hours in which the sun is up, and how its light falls on cells.
class SunlitHours {
public:
    /// `spread`: no cell that counts stands out more than so many metres above another.
    SunlitHours(const HeatSettings& settings, double cellSize, double spread);

    const Margins& margins() const noexcept { return margins_; }
    /// Sets the hours in the sun of codes (HeatCell) as large as the cells of the tile; `blocks` of
    /// its values. Changes the values of the tile. Throws Cancelled.
    void compute(const WindowTile& tile, const HeightBlocks& blocks,
                 RasterView<std::uint32_t> codes, const Progress& progress) const;

private:
    struct Hour {
        int index = 0;
        ShadowMarch march;
    };

    std::vector<Hour> hours_;
    Margins margins_;
};

/// Sun and shade of the cells of a part of the grid, without a look at all heights beforehand: the
/// first look goes over as much height as most places need, and those with more around are looked
/// at again. The outcome is that of a march over all heights.
class SunPass {
public:
    /// The parts outlive the object.
    SunPass(const RunContext& context, const RasterSource& surface, const HeatSettings& settings,
            const CellWindow& cells);

    /// What a tile of the first look has to see.
    const Margins& margins() const noexcept { return suns_.margins(); }
    /// Reads the heights that lie outside `cells` and may cast a shade on them. Throws Cancelled.
    void readBeyond(const Progress& progress);
    /// Keeps how high a tile of the first look is, before its holes are filled. Every cell of
    /// `cells` once, on any thread.
    void note(const WindowTile& tile);
    /// The first look; as SunlitHours::compute.
    void look(const WindowTile& tile, const HeightBlocks& blocks, RasterView<std::uint32_t> codes,
              const Progress& progress) const {
        suns_.compute(tile, blocks, codes, progress);
    }
    /// Looks again where higher things stand around than the first look went over. Throws
    /// Cancelled, Error memory-too-small.
    void lookFurther(HeatGround& ground, const Progress& progress);

private:
    void lookAgain(HeatGround& ground, const std::vector<CellWindow>& places, double spread,
                   const Progress& progress);

    const RunContext& context_;
    const RasterSource& surface_;
    const HeatSettings& settings_;
    CellWindow cells_;
    double spread_;  // of the first look
    SunlitHours suns_;
    HeightSquares squares_;
};

}  // namespace lommer::core
