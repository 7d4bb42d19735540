#include "tests/bench/quadrant_sums.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

namespace lommer::bench {
namespace {

using core::Bounds;
using core::CellWindow;
using core::Point;
using Ring = std::vector<Point>;

/// The part of `ring` on one side of a line along an axis, closed without repeating a point.
Ring clipped(const Ring& ring, bool isVertical, double limit, bool keepsLower) {
    Ring result;
    const auto along = [&](Point point) { return isVertical ? point.x : point.y; };
    const auto isKept = [&](Point point) {
        return keepsLower ? along(point) <= limit : along(point) >= limit;
    };
    for (std::size_t index = 0; index < ring.size(); ++index) {
        const Point from = ring[index];
        const Point to = ring[(index + 1) % ring.size()];
        if (isKept(from)) {
            result.push_back(from);
        }
        if (isKept(from) != isKept(to)) {
            const double share = (limit - along(from)) / (along(to) - along(from));
            result.push_back(isVertical ? Point{limit, from.y + share * (to.y - from.y)}
                                        : Point{from.x + share * (to.x - from.x), limit});
        }
    }
    return result;
}

Ring clippedTo(const Ring& ring, const Bounds& box) {
    return clipped(clipped(clipped(clipped(ring, true, box.xmin, false), true, box.xmax, true),
                           false, box.ymin, false),
                   false, box.ymax, true);
}

double areaOf(const Ring& ring) {
    double twice = 0.0;
    for (std::size_t index = 0; index < ring.size(); ++index) {
        const Point a = ring[index];
        const Point b = ring[(index + 1) % ring.size()];
        twice += (a.x - ring[0].x) * (b.y - ring[0].y) - (b.x - ring[0].x) * (a.y - ring[0].y);
    }
    return std::abs(twice) / 2.0;
}

using CellVisitor = std::function<void(const CellWindow& cells, double part)>;

/// `ring` in cells, y down; already clipped to the square.
void quarter(const Ring& ring, const CellWindow& square, const CellVisitor& visit) {
    const double whole = static_cast<double>(square.columns * square.rows);
    const double inside = ring.size() < 3 ? 0.0 : areaOf(ring);
    if (inside <= 0.0) {
        return;
    }
    if (square.cellCount() == 1 || whole - inside < 1e-12 * whole) {
        visit(square, std::min(1.0, inside / whole));
        return;
    }
    const std::int64_t left = (square.columns + 1) / 2;
    const std::int64_t top = (square.rows + 1) / 2;
    for (const CellWindow& part :
         {CellWindow{square.column, square.row, left, top},
          CellWindow{square.column + left, square.row, square.columns - left, top},
          CellWindow{square.column, square.row + top, left, square.rows - top},
          CellWindow{square.column + left, square.row + top, square.columns - left,
                     square.rows - top}}) {
        if (!part.isEmpty()) {
            const Bounds box{static_cast<double>(part.column), static_cast<double>(part.row),
                             static_cast<double>(part.endColumn()),
                             static_cast<double>(part.endRow())};
            quarter(clippedTo(ring, box), part, visit);
        }
    }
}

struct Weighed {
    float value;
    double part;
};

QuadrantSums sumsOf(const std::vector<Weighed>& cells) {
    QuadrantSums sums;
    long double count = 0.0L;
    long double sum = 0.0L;
    float lowest = std::numeric_limits<float>::infinity();
    float highest = -std::numeric_limits<float>::infinity();
    for (const Weighed& cell : cells) {
        count += static_cast<long double>(cell.part);
        sum += static_cast<long double>(cell.part) * static_cast<long double>(cell.value);
        lowest = std::min(lowest, cell.value);
        highest = std::max(highest, cell.value);
    }
    const long double mean = sum / count;
    long double squares = 0.0L;
    for (const Weighed& cell : cells) {
        const long double difference = static_cast<long double>(cell.value) - mean;
        squares += static_cast<long double>(cell.part) * difference * difference;
    }
    sums.count = static_cast<double>(count);
    sums.sum = static_cast<double>(sum);
    sums.minimum = static_cast<double>(lowest);
    sums.maximum = static_cast<double>(highest);
    sums.deviation = static_cast<double>(std::sqrt(squares / count));
    return sums;
}

}  // namespace

QuadrantSums quadrantSums(core::PointSpan points, const core::RasterSource& values) {
    const core::Grid& grid = values.grid();
    Ring ring;
    Bounds bounds;
    for (std::size_t index = 0; index + 1 < points.size(); ++index) {
        ring.push_back({(points[index].x - grid.left()) / grid.cellSize(),
                        (grid.top() - points[index].y) / grid.cellSize()});
        bounds.include(points[index]);
    }
    const CellWindow window = grid.windowOf(bounds);
    core::RasterBuffer<float> cells(window.columns, window.rows);
    values.read(window, cells.view());
    std::vector<Weighed> weighed;
    const auto collect = [&](const CellWindow& part, double share) {
        for (std::int64_t row = part.row; row < part.endRow(); ++row) {
            for (std::int64_t column = part.column; column < part.endColumn(); ++column) {
                const float value = cells.view()(row - window.row, column - window.column);
                if (!std::isnan(value) && share > 1e-9) {
                    weighed.push_back({value, share});
                }
            }
        }
    };
    quarter(ring, window, collect);
    return sumsOf(weighed);
}

}  // namespace lommer::bench
