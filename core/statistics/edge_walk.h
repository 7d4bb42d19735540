#pragma once

#include "core/base/bounds.h"

#include <cstdint>
#include <vector>

namespace lommer::core {

/// What the edges of a polygon leave in one cell. See PolygonCoverage.
struct EdgeTrace {
    std::int32_t row = 0;
    std::int32_t column = 0;
    double cover = 0.0;  // signed height, in cells
    double area = 0.0;   // signed area between edge and the cell's east side, in cells
};

/// `rows` as a multiple of 2^-36: sums and differences of such heights inside a row are exact.
double quantisedRow(double rows) noexcept;

/// Walks edges through the cells of a strip of rows.
class EdgeWalk {
public:
    /// Rows [firstRow, endRow) of a grid that is `columns` cells wide.
    EdgeWalk(std::int64_t firstRow, std::int64_t endRow, std::int64_t columns);

    /// An edge in cells from the grid's north-west corner, x east, y south; y is quantised.
    /// Going south counts `winding`, going north -`winding`. Parts west of the grid are moved to
    /// its first column, parts elsewhere outside leave nothing.
    void addEdge(Point from, Point to, double winding);

    /// Traces sorted by row and column; cells crossed more than once stand there more than once.
    std::vector<EdgeTrace>& sortedTraces();

private:
    void addRowPiece(std::int64_t row, Point upper, Point lower, double sign);
    void addTrace(std::int64_t row, std::int64_t column, double cover, double eastShare);

    std::int64_t firstRow_;
    std::int64_t endRow_;
    std::int64_t columns_;
    std::vector<EdgeTrace> traces_;
};

}  // namespace lommer::core
