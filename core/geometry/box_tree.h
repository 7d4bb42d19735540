#pragma once

#include "core/base/bounds.h"
#include "core/vector/geometry_column.h"

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace lommer::core {

/// Finds rectangles by place: a packed R-tree (sort-tile-recursive: Leutenegger, Lopez, Edgington
/// 1997). Items are the indices of the boxes it was made of. Built once, read by many threads.
class BoxTree {
public:
    /// Empty boxes are never found. Throws Cancelled.
    explicit BoxTree(std::vector<Bounds> boxes, const std::stop_token& stop = {});
    /// The boxes of all rows.
    explicit BoxTree(const GeometryColumn& geometries, const std::stop_token& stop = {});

    /// Items whose box touches `area`, rising.
    std::vector<std::int64_t> itemsIn(const Bounds& area) const;
    /// The same, put into `items` so that a buffer can be used again.
    void findItemsIn(const Bounds& area, std::vector<std::int64_t>& items) const;

    struct Nearest {
        std::int64_t item = 0;
        double distance = 0.0;
    };
    /// The item with the smallest `distanceTo(item)` that is no larger than `maximum`; of equals
    /// the lowest. `distanceTo` is asked only where the distance between `area` and the item's box,
    /// which it must not be smaller than, leaves room for it.
    std::optional<Nearest> nearestTo(const Bounds& area, double maximum,
                                     const std::function<double(std::int64_t)>& distanceTo) const;

    /// Of all items.
    const Bounds& bounds() const noexcept { return bounds_; }
    const Bounds& boundsOf(std::int64_t item) const noexcept {
        return boxes_[static_cast<std::size_t>(item)];
    }
    /// Bytes held, for the memory budget.
    std::int64_t byteCount() const noexcept;
    /// All items in an order in which neighbours in the list are neighbours in the plane.
    const std::vector<std::uint32_t>& spatialOrder() const noexcept { return order_; }

private:
    struct Node {
        Bounds bounds;
        /// Children [first, last) of the level below; places in `order_` at the lowest level.
        std::uint32_t first = 0;
        std::uint32_t last = 0;
    };
    void pack(const std::stop_token& stop);
    void addLevel(std::size_t count);

    std::vector<Bounds> boxes_;
    std::vector<std::uint32_t> order_;
    /// levels_[0] stands on the items, the last one is the root alone.
    std::vector<std::vector<Node>> levels_;
    Bounds bounds_;
};

/// Distance between two rectangles in metres; 0 where they touch.
double distanceBetween(const Bounds& a, const Bounds& b) noexcept;

/// A row of one layer and a row of another.
struct RowPair {
    std::int64_t left = 0;
    std::int64_t right = 0;

    /// By left and then right row.
    // NOLINTNEXTLINE(modernize-use-nullptr): the check takes <=> for a comparison with 0
    friend auto operator<=>(const RowPair&, const RowPair&) = default;
};

/// Every pair whose boxes touch, by left and then right row. All processors are used.
/// Throws Cancelled.
std::vector<RowPair> touchingBoxes(const BoxTree& left, const BoxTree& right, std::int64_t leftRows,
                                   const std::stop_token& stop);

}  // namespace lommer::core
