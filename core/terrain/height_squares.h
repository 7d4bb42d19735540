#pragma once

#include "core/raster/value_range.h"

#include <cstdint>
#include <vector>

namespace lommer::core {

/// How high the surface is by squares of 256 cells: tells how far the shades of what stands around
/// a square reach into it, without another look at the cells.
class HeightSquares {
public:
    static constexpr std::int64_t kSide = 256;

    /// Squares start at the corner of `window`, in cells of the raster.
    explicit HeightSquares(const CellWindow& window);

    std::int64_t count() const noexcept { return static_cast<std::int64_t>(ranges_.size()); }
    /// The cells of a square, by row from the north-west.
    CellWindow cellsOf(std::int64_t square) const noexcept;
    /// The heights of `cells`, which start at the corner of a square and end at that of one or at
    /// the edge of the window. Several threads may each put their own squares.
    void put(const CellWindow& cells, RasterView<const float> heights);

    /// Over how many metres of height a march towards a sun has to look (ShadowMarch) so that no
    /// shade on the square is missed, if that is more than `least`; else `least`. No more than
    /// ShadowMarch::kHighestObstacle. Squares that were never put cast no shade. Considers
    /// everything around, whatever the azimuth. `sunDegrees`: above the horizon.
    double spreadFor(std::int64_t square, double sunDegrees, double cellSize,
                     double least) const noexcept;

private:
    CellWindow window_;
    std::int64_t columns_;
    std::int64_t rows_;
    std::vector<ValueRange> ranges_;
};

}  // namespace lommer::core
