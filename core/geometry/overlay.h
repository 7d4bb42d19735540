#pragma once

#include "core/engine/progress.h"
#include "core/geometry/box_tree.h"
#include "core/vector/geometry_column.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace lommer::core {

using SharedGeometries = std::shared_ptr<const GeometryColumn>;

/// A place where an overlay could not be computed, not after a repair either.
struct FailedOverlay {
    std::int64_t row = 0;  // of the left layer
    Point place;
};

/// Parts that two layers have in common.
struct Pieces {
    /// A row for each piece; of the kind with the fewest dimensions of its two rows.
    GeometryColumn geometries;
    /// What each piece is the common part of.
    std::vector<RowPair> rows;
    std::vector<FailedOverlay> failed;
};

/// The common part of each pair that has one of that kind: polygons that only share an edge have
/// none, nor have lines that only cross. Points of pieces lie on the precision grid if those of
/// both layers do (`snapToGrid`). In the order of `pairs`, whatever the number of threads.
///
/// Two convex rings are clipped directly; a row that lies inside the other is copied; the rest is
/// GEOS's OverlayNG with a fixed precision. Pairs that it refuses are repaired and tried again.
/// Throws Cancelled.
Pieces intersectPairs(const SharedGeometries& left, const SharedGeometries& right,
                      const std::vector<RowPair>& pairs, const Progress& progress);

enum class MaskSide { inside, outside };

/// What is left of the rows of a layer.
struct MaskedRows {
    GeometryColumn geometries;
    /// The row that each was; rising.
    std::vector<std::int64_t> rows;
    std::vector<FailedOverlay> failed;
};

/// The part of each row inside (or outside) all areas together; rows of which nothing is left are
/// left out. Areas are polygons and may overlap. The edge belongs to the inside. As
/// `intersectPairs` for precision, order and repair. Throws Cancelled.
MaskedRows maskRows(const SharedGeometries& rows, const SharedGeometries& areas, MaskSide side,
                    const Progress& progress);

}  // namespace lommer::core
