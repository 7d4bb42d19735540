#include "core/terrain/height_squares.h"

#include "core/base/assert.h"
#include "core/terrain/shadow_march.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace lommer::core {
namespace {

/// Between the nearest cells of two squares that lie so many squares apart.
double gapCells(std::int64_t squares) noexcept {
    constexpr std::int64_t kSide = HeightSquares::kSide;
    return squares == 0 ? 0.0 : static_cast<double>((std::abs(squares) - 1) * kSide + 1);
}

}  // namespace

HeightSquares::HeightSquares(const CellWindow& window)
    : window_(window),
      columns_((window.columns + kSide - 1) / kSide),
      rows_((window.rows + kSide - 1) / kSide),
      ranges_(static_cast<std::size_t>(columns_ * rows_)) {}

CellWindow HeightSquares::cellsOf(std::int64_t square) const noexcept {
    return intersection({window_.column + square % columns_ * kSide,
                         window_.row + square / columns_ * kSide, kSide, kSide},
                        window_);
}

void HeightSquares::put(const CellWindow& cells, RasterView<const float> heights) {
    const CellWindow from = cells.countedFrom(window_);
    LOMMER_ASSERT(from.column % kSide == 0 && from.row % kSide == 0);
    for (std::int64_t row = 0; row < cells.rows; row += kSide) {
        for (std::int64_t column = 0; column < cells.columns; column += kSide) {
            const std::int64_t square =
                (from.row + row) / kSide * columns_ + (from.column + column) / kSide;
            ranges_[static_cast<std::size_t>(square)] =
                valueRangeOf(heights.part({column, row, std::min(kSide, cells.columns - column),
                                           std::min(kSide, cells.rows - row)}));
        }
    }
}

double HeightSquares::spreadFor(std::int64_t square, double sunDegrees, double cellSize,
                                double least) const noexcept {
    const float lowest = ranges_[static_cast<std::size_t>(square)].lowest;
    const double reach = ShadowMarch::reach(sunDegrees);
    const double fallPerMetre = ShadowMarch::kHighestObstacle / reach;
    const auto reachSquares =
        static_cast<std::int64_t>(reach / (cellSize * static_cast<double>(kSide))) + 1;
    const std::int64_t ownRow = square / columns_;
    const std::int64_t ownColumn = square % columns_;
    double spread = least;
    for (std::int64_t row = std::max<std::int64_t>(0, ownRow - reachSquares);
         row <= std::min(rows_ - 1, ownRow + reachSquares); ++row) {
        for (std::int64_t column = std::max<std::int64_t>(0, ownColumn - reachSquares);
             column <= std::min(columns_ - 1, ownColumn + reachSquares); ++column) {
            const ValueRange& other = ranges_[static_cast<std::size_t>(row * columns_ + column)];
            if (!(other.highest > lowest)) {
                continue;  // also where one of them has no heights
            }
            const double rise = std::min(ShadowMarch::kHighestObstacle,
                                         ValueRange{lowest, other.highest, 2}.spread());
            if (rise <= spread) {
                continue;  // as nearly everywhere: the gap takes longer to tell
            }
            const double gap =
                cellSize * std::hypot(gapCells(row - ownRow), gapCells(column - ownColumn));
            spread = rise > gap * fallPerMetre ? rise : spread;
        }
    }
    return spread;
}

}  // namespace lommer::core
