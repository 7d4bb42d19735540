#pragma once

#include "core/engine/progress.h"
#include "core/raster/grid.h"
#include "core/vector/geometry_column.h"

#include <cstdint>
#include <vector>

namespace lommer::core {

class EdgeWalk;

/// Side in cells of the square in which values are summed before they are merged. Fixed, so that
/// sums do not depend on tiles, threads or memory.
inline constexpr std::int64_t kAnchorCells = 256;

/// Neighbouring cells of one row inside one anchor block, counted from the block's corner: either
/// one or more cells that lie wholly inside (fraction 1) or a single cell that the edge cuts.
struct CoverageRun {
    std::uint16_t row = 0;
    std::uint16_t column = 0;
    std::uint16_t length = 1;
    double fraction = 1.0;

    friend bool operator==(const CoverageRun&, const CoverageRun&) = default;
};

/// What one polygon covers of a strip of 256 rows, anchor block by anchor block from west to east;
/// inside a block row by row. Blocks that it does not cover are left out.
struct StripCoverage {
    struct Block {
        std::int64_t column = 0;  // of anchor blocks
        std::size_t firstRun = 0;
        std::size_t endRun = 0;
    };

    std::vector<CoverageRun> runs;
    std::vector<Block> blocks;
};

/// The exact part of each cell that lies inside a polygon.
///
/// Every edge is walked once through the cells that it crosses. In each it leaves the height that
/// it spans there (`cover`, which counts in full for all cells to its east) and the area between
/// itself and the cell's east side: signed trapezoids. Adding up along a row gives the fraction of
/// each cell. Heights are multiples of 2^-36 cell, so their sums are exact and the inside of a
/// polygon is 1 and its outside 0 without rounding; a shared edge gives two neighbours exactly
/// opposite areas. Fractions within 1e-9 of 0 or 1 count as 0 or 1: RD coordinates are not exact
/// beyond that.
///
/// Polygons must be valid, in either winding. The grid may cover a part of them.
class PolygonCoverage {
public:
    /// Both must outlive the object.
    PolygonCoverage(const GeometryColumn& polygons, const Grid& grid);

    /// Half-open range of strips (rows of anchor blocks) that may hold cells of the feature; none
    /// where it is no polygon.
    struct Strips {
        std::int64_t first = 0;
        std::int64_t end = 0;
    };
    Strips stripsOf(std::int64_t feature) const;

    /// Adds what `feature` covers of `strip` to the end of `coverage`. Thread-safe.
    /// Throws Cancelled.
    void cover(std::int64_t feature, std::int64_t strip, StripCoverage& coverage,
               const Progress& progress) const;

    std::int64_t byteCount() const noexcept;

private:
    struct Range {
        double low;
        double high;
    };

    void walkRing(std::uint32_t ring, Range rows, EdgeWalk& walk, const Progress& progress) const;

    const GeometryColumn& polygons_;
    const Grid& grid_;
    std::vector<Range> heights_;         // of each 64 edges, in rows
    std::vector<std::int8_t> windings_;  // of each ring: 1 as it should be, -1 the other way round
};

}  // namespace lommer::core
