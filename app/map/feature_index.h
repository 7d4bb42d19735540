#pragma once

#include "core/vector/geometry_column.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace lommer::app {

/// Finds the features of a geometry column by place: a packed R-tree over their bounding boxes
/// (sort-tile-recursive: Leutenegger, Lopez, Edgington 1997). Built once, read by many threads.
class FeatureIndex {
public:
    explicit FeatureIndex(std::shared_ptr<const core::GeometryColumn> geometries);

    /// Rows whose bounding box touches `area`, rising. Rows without a geometry are never found.
    std::vector<std::int64_t> rowsIn(const core::Bounds& area) const;
    /// The row at `place`: the topmost (last drawn) polygon that holds it, or a line or point no
    /// further than `tolerance` metres away; lines and points go before polygons.
    std::optional<std::int64_t> rowAt(core::Point place, double tolerance) const;
    /// Of all features.
    const core::Bounds& bounds() const noexcept { return bounds_; }
    const core::GeometryColumn& geometries() const noexcept { return *geometries_; }
    const core::Bounds& boundsOf(std::int64_t row) const noexcept {
        return boxes_[static_cast<std::size_t>(row)];
    }

private:
    struct Node {
        core::Bounds bounds;
        /// Children [first, last) of the level below; rows in `order_` at the lowest level.
        std::uint32_t first = 0;
        std::uint32_t last = 0;
    };
    void pack();
    void addLevel(std::size_t count);

    std::shared_ptr<const core::GeometryColumn> geometries_;
    std::vector<core::Bounds> boxes_;
    std::vector<std::uint32_t> order_;
    /// levels_[0] stands on the features, the last one is the root alone.
    std::vector<std::vector<Node>> levels_;
    core::Bounds bounds_;
};

/// How far `place` is from a feature in metres; 0 inside a polygon. Infinity without geometry.
double distanceTo(const core::GeometryColumn& geometries, std::int64_t row, core::Point place);

}  // namespace lommer::app
