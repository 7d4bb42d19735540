#pragma once

#include "core/geometry/box_tree.h"
#include "core/vector/geometry_column.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace lommer::app {

/// Finds the features of a geometry column by place. Built once, read by many threads.
class FeatureIndex {
public:
    explicit FeatureIndex(std::shared_ptr<const core::GeometryColumn> geometries);

    /// Rows whose bounding box touches `area`, rising. Rows without a geometry are never found.
    std::vector<std::int64_t> rowsIn(const core::Bounds& area) const { return tree_.itemsIn(area); }
    /// The row at `place`: the topmost (last drawn) polygon that holds it, or a line or point no
    /// further than `tolerance` metres away; lines and points go before polygons.
    std::optional<std::int64_t> rowAt(core::Point place, double tolerance) const;
    /// Of all features.
    const core::Bounds& bounds() const noexcept { return tree_.bounds(); }
    const core::GeometryColumn& geometries() const noexcept { return *geometries_; }
    const core::Bounds& boundsOf(std::int64_t row) const noexcept { return tree_.boundsOf(row); }

private:
    std::shared_ptr<const core::GeometryColumn> geometries_;
    core::BoxTree tree_;
};

/// How far `place` is from a feature in metres; 0 inside a polygon. Infinity without geometry.
double distanceTo(const core::GeometryColumn& geometries, std::int64_t row, core::Point place);

}  // namespace lommer::app
