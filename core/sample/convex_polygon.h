#pragma once

#include "core/base/bounds.h"

#include <utility>
#include <vector>

namespace lommer::core {

/// A straight line as `normal · place = offset`, with a normal of length 1.
struct PlanLine {
    Point normal{1.0, 0.0};
    double offset = 0.0;

    /// Metres from the line, positive on the side that the normal points to.
    double distanceTo(Point place) const noexcept {
        return normal.x * place.x + normal.y * place.y - offset;
    }
    /// Along the line, a quarter turn clockwise from the normal.
    Point direction() const noexcept { return {normal.y, -normal.x}; }
    double alongOf(Point place) const noexcept { return normal.y * place.x - normal.x * place.y; }
    PlanLine shiftedBy(double metres) const noexcept { return {normal, offset + metres}; }
    PlanLine reversed() const noexcept { return {{-normal.x, -normal.y}, -offset}; }
};

/// Where two lines cross; they are not parallel (asserted).
Point crossingOf(const PlanLine& a, const PlanLine& b);

/// A convex polygon, counter-clockwise and not closed, that knows for each edge who lies behind it.
class ConvexPolygon {
public:
    /// Of an edge at the border of the place.
    static constexpr int kNoOwner = -1;

    ConvexPolygon() = default;
    explicit ConvexPolygon(const Bounds& bounds);

    bool isEmpty() const noexcept { return corners_.size() < 3; }
    const std::vector<Point>& corners() const noexcept { return corners_; }
    /// Of the edge from corner `index` to the next.
    int owner(std::size_t index) const noexcept { return owners_[index]; }
    Point corner(std::size_t index) const noexcept { return corners_[index % corners_.size()]; }
    double edgeLength(std::size_t index) const noexcept;
    double area() const noexcept;
    Point centroid() const noexcept;
    bool contains(Point place) const noexcept;
    /// The smallest and largest distance of its corners to `line`.
    std::pair<double, double> rangeFrom(const PlanLine& line) const noexcept;
    /// The polygon moved inward by `metres` on all sides; empty where nothing remains.
    ConvexPolygon shrunkBy(double metres) const;

    /// The parts below (distance < 0) and above `line`; one may be empty. The new edges belong to
    /// `owner`. Corners within 1 mm of the line lie on it.
    std::pair<ConvexPolygon, ConvexPolygon> cutBy(const PlanLine& line, int owner) const;

private:
    void add(Point corner, int owner);
    void tidy();

    std::vector<Point> corners_;
    std::vector<int> owners_;
};

}  // namespace lommer::core
