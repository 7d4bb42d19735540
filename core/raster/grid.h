#pragma once

#include "core/base/bounds.h"

#include <cstdint>
#include <optional>

namespace lommer::core {

/// One cell: row 0 is the northernmost, column 0 the westernmost.
struct CellIndex {
    std::int64_t row = 0;
    std::int64_t column = 0;

    friend bool operator==(const CellIndex&, const CellIndex&) = default;
};

/// A rectangle of cells, half open: [column, column + columns) x [row, row + rows).
struct CellWindow {
    std::int64_t column = 0;
    std::int64_t row = 0;
    std::int64_t columns = 0;
    std::int64_t rows = 0;

    bool isEmpty() const noexcept { return columns <= 0 || rows <= 0; }
    std::int64_t endColumn() const noexcept { return column + columns; }
    std::int64_t endRow() const noexcept { return row + rows; }
    std::int64_t cellCount() const noexcept { return isEmpty() ? 0 : columns * rows; }
    bool contains(const CellWindow& other) const noexcept {
        return other.column >= column && other.row >= row && other.endColumn() <= endColumn() &&
               other.endRow() <= endRow();
    }
    /// Larger on all sides by `cells`; may stick out of the grid.
    CellWindow grownBy(std::int64_t cells) const noexcept {
        return {column - cells, row - cells, columns + 2 * cells, rows + 2 * cells};
    }
    /// The same cells, counted from the first cell of `frame`.
    CellWindow countedFrom(const CellWindow& frame) const noexcept {
        return {column - frame.column, row - frame.row, columns, rows};
    }

    friend bool operator==(const CellWindow&, const CellWindow&) = default;
};

/// The cells that both hold; empty (zero size) where there are none.
CellWindow intersection(const CellWindow& a, const CellWindow& b) noexcept;

/// Where the cells of a raster lie: north-up, square cells, in RD metres. 64-bit counts.
class Grid {
public:
    /// `cellSize` > 0 in metres, counts > 0 (asserted).
    Grid(double left, double top, double cellSize, std::int64_t columns, std::int64_t rows);

    double left() const noexcept { return left_; }
    double top() const noexcept { return top_; }
    double cellSize() const noexcept { return cellSize_; }
    std::int64_t columns() const noexcept { return columns_; }
    std::int64_t rows() const noexcept { return rows_; }
    std::int64_t cellCount() const noexcept { return columns_ * rows_; }
    CellWindow window() const noexcept { return {0, 0, columns_, rows_}; }
    Bounds bounds() const noexcept { return boundsOf(window()); }
    Bounds boundsOf(const CellWindow& window) const noexcept;

    Point centreOf(CellIndex cell) const noexcept;
    /// The cell that holds `point`, or nothing outside the grid. A point on a shared edge belongs
    /// to the cell to its east or south.
    std::optional<CellIndex> cellAt(Point point) const noexcept;
    /// The cells of the grid that `bounds` touches with more than an edge; empty without overlap.
    CellWindow windowOf(const Bounds& bounds) const noexcept;
    /// The grid of a part of the cells: same cell edges. `part` must not be empty (asserted).
    Grid subgrid(const CellWindow& part) const;
    /// True where the cells of the two coincide wherever both have cells (edges within 1e-6 cell).
    bool isAlignedWith(const Grid& other) const noexcept;

    friend bool operator==(const Grid&, const Grid&) = default;

private:
    double left_;
    double top_;
    double cellSize_;
    std::int64_t columns_;
    std::int64_t rows_;
};

}  // namespace lommer::core
