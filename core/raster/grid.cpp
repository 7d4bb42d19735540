#include "core/raster/grid.h"

#include "core/base/assert.h"

#include <algorithm>
#include <cmath>

namespace lommer::core {
namespace {

// Edges closer than this to a cell edge count as lying on it: decimal cell sizes are not exact.
constexpr double kEdgeToleranceCells = 1e-6;

}  // namespace

CellWindow intersection(const CellWindow& a, const CellWindow& b) noexcept {
    const auto column = std::max(a.column, b.column);
    const auto row = std::max(a.row, b.row);
    return {column, row, std::max<std::int64_t>(0, std::min(a.endColumn(), b.endColumn()) - column),
            std::max<std::int64_t>(0, std::min(a.endRow(), b.endRow()) - row)};
}

Grid::Grid(double left, double top, double cellSize, std::int64_t columns, std::int64_t rows)
    : left_(left), top_(top), cellSize_(cellSize), columns_(columns), rows_(rows) {
    LOMMER_ASSERT(cellSize > 0.0 && columns > 0 && rows > 0);
}

Bounds Grid::boundsOf(const CellWindow& window) const noexcept {
    return {left_ + static_cast<double>(window.column) * cellSize_,
            top_ - static_cast<double>(window.endRow()) * cellSize_,
            left_ + static_cast<double>(window.endColumn()) * cellSize_,
            top_ - static_cast<double>(window.row) * cellSize_};
}

Point Grid::centreOf(CellIndex cell) const noexcept {
    return {left_ + (static_cast<double>(cell.column) + 0.5) * cellSize_,
            top_ - (static_cast<double>(cell.row) + 0.5) * cellSize_};
}

std::optional<CellIndex> Grid::cellAt(Point point) const noexcept {
    const double column = std::floor((point.x - left_) / cellSize_);
    const double row = std::floor((top_ - point.y) / cellSize_);
    const bool isInside = column >= 0.0 && column < static_cast<double>(columns_) && row >= 0.0 &&
                          row < static_cast<double>(rows_);  // false for NaN
    if (!isInside) {
        return std::nullopt;
    }
    return CellIndex{static_cast<std::int64_t>(row), static_cast<std::int64_t>(column)};
}

CellWindow Grid::windowOf(const Bounds& bounds) const noexcept {
    const Bounds overlap = core::intersection(bounds, this->bounds());
    if (!(overlap.xmin < overlap.xmax && overlap.ymin < overlap.ymax)) {
        return {};
    }
    const auto first = [](double cells) {
        return static_cast<std::int64_t>(std::floor(cells + kEdgeToleranceCells));
    };
    const auto last = [](double cells) {
        return static_cast<std::int64_t>(std::ceil(cells - kEdgeToleranceCells));
    };
    const auto column = first((overlap.xmin - left_) / cellSize_);
    const auto row = first((top_ - overlap.ymax) / cellSize_);
    return core::intersection({column, row, last((overlap.xmax - left_) / cellSize_) - column,
                               last((top_ - overlap.ymin) / cellSize_) - row},
                              window());
}

Grid Grid::subgrid(const CellWindow& part) const {
    return {left_ + static_cast<double>(part.column) * cellSize_,
            top_ - static_cast<double>(part.row) * cellSize_, cellSize_, part.columns, part.rows};
}

bool Grid::isAlignedWith(const Grid& other) const noexcept {
    const auto isWhole = [](double cells) {
        return std::abs(cells - std::round(cells)) <= kEdgeToleranceCells;
    };
    return std::abs(cellSize_ - other.cellSize_) <= 1e-9 * cellSize_ &&
           isWhole((other.left_ - left_) / cellSize_) && isWhole((other.top_ - top_) / cellSize_);
}

}  // namespace lommer::core
