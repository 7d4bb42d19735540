#pragma once

#include "core/base/bounds.h"
#include "core/sample/chance.h"
#include "core/sample/convex_polygon.h"

#include <cstdint>
#include <vector>

namespace lommer::core {

/// Bends the straight lines of a plan into those of a landscape: a map of the place onto itself
/// that is linear on the triangles of a lattice of about 32 m, so that a line that two neighbours
/// share stays shared. Nothing moves at the border. A brook along a plan line gets meanders.
class PlanWarp {
public:
    /// `bounds` is a square (asserted). `brooks`: y of the brooks, which run from west to east in
    /// the plan.
    PlanWarp(const Bounds& bounds, std::uint64_t seed, std::vector<double> brooks);

    Point placed(Point plan) const noexcept;
    /// The line from `a` to `b` with its bends, rounded to millimetres.
    std::vector<Point> placedLine(Point a, Point b) const;
    /// The closed ring of a polygon of the plan, rounded to millimetres.
    std::vector<Point> placedRing(const ConvexPolygon& polygon) const;
    /// The smallest factor by which an area grows; above 0 nothing folds.
    double smallestGrowth() const;

private:
    Point shiftAt(Point plan) const noexcept;
    const Point& node(std::int64_t column, std::int64_t row) const noexcept {
        return nodes_[static_cast<std::size_t>(row * columns_ + column)];
    }
    void addBends(Point a, Point b, std::vector<Point>& line) const;

    Bounds bounds_;
    std::vector<double> brooks_;
    SmoothNoise regionX_;
    SmoothNoise regionY_;
    SmoothNoise wideX_;
    SmoothNoise wideY_;
    SmoothNoise nearX_;
    SmoothNoise nearY_;
    std::int64_t columns_;
    std::int64_t rows_;
    double step_;
    std::vector<Point> nodes_;
};

}  // namespace lommer::core
