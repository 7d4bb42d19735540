#include "core/statistics/polygon_coverage.h"

#include "core/statistics/edge_walk.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace lommer::core {
namespace {

constexpr double kFractionTolerance = 1e-9;
constexpr std::size_t kEdgesPerRange = 64;
constexpr std::size_t kRangesPerCheckpoint = 256;

double signedArea(PointSpan ring) {
    double area = 0.0;
    for (std::size_t index = 1; index < ring.size(); ++index) {
        const Point a = ring[index - 1];
        const Point b = ring[index];
        area += (a.x - ring[0].x) * (b.y - ring[0].y) - (b.x - ring[0].x) * (a.y - ring[0].y);
    }
    return area;
}

/// Turns sorted traces into runs, west to east along each row.
class RowSweep {
public:
    explicit RowSweep(std::int64_t columns) : columns_(columns) {}

    void sweep(std::span<const EdgeTrace> traces) {
        for (std::size_t index = 0; index < traces.size();) {
            index = sweepRow(traces, index);
        }
    }

    /// Moves the runs to `coverage`, block by block.
    void moveTo(StripCoverage& coverage) {
        std::stable_sort(found_.begin(), found_.end(),
                         [](const Found& a, const Found& b) { return a.block < b.block; });
        for (const Found& found : found_) {
            const bool isNewBlock =
                coverage.blocks.empty() || isFirst_ || coverage.blocks.back().column != found.block;
            if (isNewBlock) {
                coverage.blocks.push_back({found.block, coverage.runs.size(), 0});
                isFirst_ = false;
            }
            coverage.runs.push_back(found.run);
            coverage.blocks.back().endRun = coverage.runs.size();
        }
    }

private:
    struct Found {
        std::int64_t block;
        CoverageRun run;
    };

    std::size_t sweepRow(std::span<const EdgeTrace> traces, std::size_t index) {
        const std::int32_t row = traces[index].row;
        double cover = 0.0;
        while (index < traces.size() && traces[index].row == row) {
            const std::int64_t column = traces[index].column;
            double area = 0.0;
            const double coverBefore = cover;
            for (; index < traces.size() && traces[index].row == row &&
                   traces[index].column == column;
                 ++index) {
                area += traces[index].area;
                cover += traces[index].cover;
            }
            addCells(row, column, column + 1, coverBefore + area);
            const bool hasMore = index < traces.size() && traces[index].row == row;
            addCells(row, column + 1, hasMore ? traces[index].column : columns_, cover);
        }
        return index;
    }

    void addCells(std::int32_t row, std::int64_t column, std::int64_t endColumn, double covered) {
        if (covered <= kFractionTolerance) {
            return;
        }
        const double fraction = covered >= 1.0 - kFractionTolerance ? 1.0 : covered;
        while (column < endColumn) {
            const std::int64_t block = column / kAnchorCells;
            const std::int64_t end = std::min(endColumn, (block + 1) * kAnchorCells);
            addRun(block, {static_cast<std::uint16_t>(row),
                           static_cast<std::uint16_t>(column - block * kAnchorCells),
                           static_cast<std::uint16_t>(end - column), fraction});
            column = end;
        }
    }

    void addRun(std::int64_t block, const CoverageRun& run) {
        if (!found_.empty() && found_.back().block == block) {
            CoverageRun& last = found_.back().run;
            if (last.row == run.row && last.column + last.length == run.column &&
                last.fraction == 1.0 && run.fraction == 1.0) {
                last.length = static_cast<std::uint16_t>(last.length + run.length);
                return;
            }
        }
        found_.push_back({block, run});
    }

    std::int64_t columns_;
    std::vector<Found> found_;
    bool isFirst_ = true;
};

}  // namespace

PolygonCoverage::PolygonCoverage(const GeometryColumn& polygons, const Grid& grid)
    : polygons_(polygons), grid_(grid) {
    const auto& points = polygons.points;
    heights_.reserve(points.size() / kEdgesPerRange + 1);
    for (std::size_t first = 0; first < points.size(); first += kEdgesPerRange) {
        const std::size_t end = std::min(points.size(), first + kEdgesPerRange + 1);
        Range range{std::numeric_limits<double>::infinity(),
                    -std::numeric_limits<double>::infinity()};
        for (std::size_t point = first; point < end; ++point) {
            const double row = quantisedRow((grid.top() - points[point].y) / grid.cellSize());
            range = {std::min(range.low, row), std::max(range.high, row)};
        }
        heights_.push_back(range);
    }
    windings_.resize(polygons.ringOffsets.size() - 1);
    for (std::size_t part = 0; part + 1 < polygons.partOffsets.size(); ++part) {
        for (auto ring = polygons.partOffsets[part]; ring < polygons.partOffsets[part + 1];
             ++ring) {
            const bool isOuter = ring == polygons.partOffsets[part];
            const bool isCounterClockwise = signedArea(polygons.ring(ring)) > 0.0;
            windings_[ring] = isOuter == isCounterClockwise ? 1 : -1;
        }
    }
}

PolygonCoverage::Strips PolygonCoverage::stripsOf(std::int64_t feature) const {
    const Bounds overlap = intersection(polygons_.boundsOf(feature), grid_.bounds());
    const bool isPolygon =
        polygons_.kinds[static_cast<std::size_t>(feature)] == GeometryKind::polygon;
    if (!isPolygon || !(overlap.xmin < overlap.xmax && overlap.ymin < overlap.ymax)) {
        return {};
    }
    const auto rowOf = [this](double y) {
        return std::clamp(std::floor((grid_.top() - y) / grid_.cellSize()), 0.0,
                          static_cast<double>(grid_.rows() - 1));
    };
    return {static_cast<std::int64_t>(rowOf(overlap.ymax)) / kAnchorCells,
            static_cast<std::int64_t>(rowOf(overlap.ymin)) / kAnchorCells + 1};
}

void PolygonCoverage::cover(std::int64_t feature, std::int64_t strip, StripCoverage& coverage,
                            const Progress& progress) const {
    const std::int64_t firstRow = strip * kAnchorCells;
    const std::int64_t endRow = std::min(grid_.rows(), firstRow + kAnchorCells);
    EdgeWalk walk(firstRow, endRow, grid_.columns());
    const auto index = static_cast<std::size_t>(feature);
    const auto firstRing = polygons_.partOffsets[polygons_.featureOffsets[index]];
    const auto endRing = polygons_.partOffsets[polygons_.featureOffsets[index + 1]];
    for (auto ring = firstRing; ring < endRing; ++ring) {
        walkRing(ring, {static_cast<double>(firstRow), static_cast<double>(endRow)}, walk,
                 progress);
    }
    RowSweep sweep(grid_.columns());
    sweep.sweep(walk.sortedTraces());
    sweep.moveTo(coverage);
}

void PolygonCoverage::walkRing(std::uint32_t ring, Range rows, EdgeWalk& walk,
                               const Progress& progress) const {
    const auto placeOf = [this](const Point& point) {
        return Point{(point.x - grid_.left()) / grid_.cellSize(),
                     quantisedRow((grid_.top() - point.y) / grid_.cellSize())};
    };
    const std::size_t endPoint = polygons_.ringOffsets[ring + 1];
    for (std::size_t point = polygons_.ringOffsets[ring]; point + 1 < endPoint;) {
        const std::size_t range = point / kEdgesPerRange;
        const std::size_t end = std::min(endPoint - 1, (range + 1) * kEdgesPerRange);
        if (range % kRangesPerCheckpoint == 0) {
            progress.checkpoint();
        }
        if (heights_[range].high <= rows.low || heights_[range].low >= rows.high) {
            point = end;
            continue;
        }
        Point from = placeOf(polygons_.points[point]);
        for (; point < end; ++point) {
            const Point to = placeOf(polygons_.points[point + 1]);
            walk.addEdge(from, to, windings_[ring]);
            from = to;
        }
    }
}

std::int64_t PolygonCoverage::byteCount() const noexcept {
    return static_cast<std::int64_t>(heights_.size() * sizeof(Range) + windings_.size());
}

}  // namespace lommer::core
