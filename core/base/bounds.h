#pragma once

#include <algorithm>
#include <limits>

namespace lommer::core {

/// A place in the coordinates of the run: RD New metres, x east, y north.
struct Point {
    double x = 0.0;
    double y = 0.0;

    friend bool operator==(const Point&, const Point&) = default;
};

/// A closed rectangle in RD metres. The default one is empty and grows by `include`.
struct Bounds {
    double xmin = std::numeric_limits<double>::infinity();
    double ymin = std::numeric_limits<double>::infinity();
    double xmax = -std::numeric_limits<double>::infinity();
    double ymax = -std::numeric_limits<double>::infinity();

    bool isEmpty() const noexcept { return !(xmin <= xmax && ymin <= ymax); }
    double width() const noexcept { return xmax - xmin; }
    double height() const noexcept { return ymax - ymin; }

    void include(Point point) noexcept {
        xmin = std::min(xmin, point.x);
        ymin = std::min(ymin, point.y);
        xmax = std::max(xmax, point.x);
        ymax = std::max(ymax, point.y);
    }
    void include(const Bounds& other) noexcept {
        xmin = std::min(xmin, other.xmin);
        ymin = std::min(ymin, other.ymin);
        xmax = std::max(xmax, other.xmax);
        ymax = std::max(ymax, other.ymax);
    }
    Point centre() const noexcept { return {(xmin + xmax) / 2.0, (ymin + ymax) / 2.0}; }
    /// Edges included.
    bool contains(const Bounds& other) const noexcept {
        return xmin <= other.xmin && ymin <= other.ymin && other.xmax <= xmax && other.ymax <= ymax;
    }
    bool intersects(const Bounds& other) const noexcept {
        return xmin <= other.xmax && other.xmin <= xmax && ymin <= other.ymax && other.ymin <= ymax;
    }
    /// Larger on all sides by `metres`; smaller where it is negative.
    Bounds grownBy(double metres) const noexcept {
        return {xmin - metres, ymin - metres, xmax + metres, ymax + metres};
    }

    friend bool operator==(const Bounds&, const Bounds&) = default;
};

/// The part that both hold; empty where they do not touch.
inline Bounds intersection(const Bounds& a, const Bounds& b) noexcept {
    return {std::max(a.xmin, b.xmin), std::max(a.ymin, b.ymin), std::min(a.xmax, b.xmax),
            std::min(a.ymax, b.ymax)};
}

}  // namespace lommer::core
