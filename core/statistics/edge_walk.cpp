#include "core/statistics/edge_walk.h"

#include <algorithm>
#include <cmath>

namespace lommer::core {
namespace {

constexpr double kRowSteps = 0x1p36;

}  // namespace

double quantisedRow(double rows) noexcept {
    return std::nearbyint(rows * kRowSteps) * (1.0 / kRowSteps);
}

EdgeWalk::EdgeWalk(std::int64_t firstRow, std::int64_t endRow, std::int64_t columns)
    : firstRow_(firstRow), endRow_(endRow), columns_(columns) {}

void EdgeWalk::addEdge(Point from, Point to, double winding) {
    if (from.y == to.y) {
        return;
    }
    // Neighbours walk a shared edge in opposite directions: from the north for both, so that both
    // get the same numbers.
    const double sign = from.y < to.y ? winding : -winding;
    const Point north = from.y < to.y ? from : to;
    const Point south = from.y < to.y ? to : from;
    const double first = std::max(north.y, static_cast<double>(firstRow_));
    const double last = std::min(south.y, static_cast<double>(endRow_));
    if (!(first < last)) {
        return;
    }
    const double slope = (south.x - north.x) / (south.y - north.y);
    const auto [low, high] = std::minmax(north.x, south.x);
    const auto placeAt = [&, least = low, most = high](double y) {
        return y >= south.y ? south
                            : Point{std::clamp(north.x + (y - north.y) * slope, least, most), y};
    };
    Point upper = first > north.y ? placeAt(first) : north;
    for (auto row = static_cast<std::int64_t>(std::floor(first)); upper.y < last; ++row) {
        const Point lower = placeAt(std::min(static_cast<double>(row + 1), last));
        const auto top = static_cast<double>(row);
        addRowPiece(row, {upper.x, upper.y - top}, {lower.x, lower.y - top}, sign);
        upper = lower;
    }
}

void EdgeWalk::addRowPiece(std::int64_t row, Point upper, Point lower, double sign) {
    const Point west = upper.x <= lower.x ? upper : lower;
    const Point east = upper.x <= lower.x ? lower : upper;
    if (east.x <= 0.0) {
        addTrace(row, 0, sign * (lower.y - upper.y), 1.0);
        return;
    }
    if (west.x >= static_cast<double>(columns_)) {
        return;
    }
    const double rise = west.x < east.x ? (east.y - west.y) / (east.x - west.x) : 0.0;
    const auto heightAt = [&](double x, double previous) {
        const double height = quantisedRow(west.y + (x - west.x) * rise);
        return std::clamp(height, std::min(previous, east.y), std::max(previous, east.y));
    };
    Point here = west;
    if (here.x < 0.0) {
        const double height = heightAt(0.0, here.y);
        addTrace(row, 0, sign * std::abs(height - here.y), 1.0);
        here = {0.0, height};
    }
    for (auto column = static_cast<std::int64_t>(here.x); column < columns_; ++column) {
        const auto side = static_cast<double>(column);
        const bool isLast = east.x <= side + 1.0;
        const Point next = isLast ? east : Point{side + 1.0, heightAt(side + 1.0, here.y)};
        addTrace(row, column, sign * std::abs(next.y - here.y),
                 1.0 - (0.5 * (here.x + next.x) - side));
        if (isLast) {
            return;
        }
        here = next;
    }
}

void EdgeWalk::addTrace(std::int64_t row, std::int64_t column, double cover, double eastShare) {
    if (cover != 0.0) {
        traces_.push_back({static_cast<std::int32_t>(row - firstRow_),
                           static_cast<std::int32_t>(column), cover, cover * eastShare});
    }
}

std::vector<EdgeTrace>& EdgeWalk::sortedTraces() {
    std::stable_sort(traces_.begin(), traces_.end(), [](const EdgeTrace& a, const EdgeTrace& b) {
        return a.row != b.row ? a.row < b.row : a.column < b.column;
    });
    return traces_;
}

}  // namespace lommer::core
