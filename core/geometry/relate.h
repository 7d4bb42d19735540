#pragma once

#include "core/engine/progress.h"
#include "core/geometry/overlay.h"

#include <vector>

namespace lommer::core {

/// How a row of the left layer lies to one of the right. Edges count as part of a row.
enum class Relation {
    intersects,  // they have at least a point in common
    within,      // no part of the left lies outside the right
    contains     // no part of the right lies outside the left
};

struct RelatedPairs {
    /// Those of the given pairs for which it holds, in their order.
    std::vector<RowPair> pairs;
    std::vector<FailedOverlay> failed;
};

/// Tests pairs of rows (`touchingBoxes`). Throws Cancelled.
RelatedPairs relatedPairs(const GeometryColumn& left, const GeometryColumn& right,
                          const std::vector<RowPair>& pairs, Relation relation,
                          const Progress& progress);

struct NearestRow {
    /// -1 where no row is near enough.
    std::int64_t row = -1;
    double distanceMetres = 0.0;
};

struct NearestRows {
    /// One for each row of the left layer.
    std::vector<NearestRow> rows;
    /// Left rows whose distance to some candidate GEOS could not tell; that one was passed over.
    std::vector<FailedOverlay> failed;
};

/// For each row of the left layer the nearest of the right within `maximum` metres (infinity = no
/// limit); 0 metres where they touch; of equals the first. Rows without geometry have none.
/// Throws Cancelled.
NearestRows nearestRows(const GeometryColumn& left, const GeometryColumn& right, double maximum,
                        const Progress& progress);

}  // namespace lommer::core
