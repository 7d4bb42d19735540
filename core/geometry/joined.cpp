#include "core/geometry/joined.h"

#include "core/base/error.h"

namespace lommer::core {

GeometryColumn joined(std::vector<GeometryColumn> parts, const std::stop_token& stop) {
    std::size_t points = 0;
    std::size_t rings = 0;
    std::size_t pieces = 0;
    std::size_t rows = 0;
    for (const GeometryColumn& part : parts) {
        points += part.points.size();
        rings += part.ringOffsets.size();
        pieces += part.partOffsets.size();
        rows += part.kinds.size();
    }
    GeometryColumn whole;
    whole.points.reserve(points);
    whole.ringOffsets.reserve(rings);
    whole.partOffsets.reserve(pieces);
    whole.featureOffsets.reserve(rows + 1);
    whole.kinds.reserve(rows);
    for (GeometryColumn& part : parts) {
        if (stop.stop_requested()) {
            throw Cancelled{};
        }
        whole.appendAll(part);
        part = {};
    }
    return whole;
}

}  // namespace lommer::core
