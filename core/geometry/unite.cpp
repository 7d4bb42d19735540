#include "core/geometry/unite.h"

#include "core/engine/parallel.h"
#include "core/geometry/geos.h"
#include "core/geometry/joined.h"
#include "core/geometry/precision.h"
#include "core/geometry/validity.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace lommer::core {
namespace {

constexpr std::size_t kRowsPerBlock = 64;
constexpr std::size_t kBlocksPerMerge = 4;

using Groups = std::vector<std::vector<std::int64_t>>;

/// A block of rows that GEOS could not unite.
struct RefusedBlock {
    Point place;
};

void appendUnion(const geos::Session& session, const GeometryColumn& rows,
                 const std::vector<std::int64_t>& block, GeometryColumn& target) {
    if (block.size() == 1) {
        target.appendRow(rows, block.front());
        return;
    }
    const auto handle = session.handle();
    std::vector<geos::Pointer> parts;
    parts.reserve(block.size());
    for (const std::int64_t row : block) {
        parts.push_back(geos::toGeos(session, rows, row));
    }
    std::vector<GEOSGeometry*> released;
    released.reserve(parts.size());
    for (geos::Pointer& part : parts) {
        released.push_back(part.release());
    }
    const geos::Pointer all = session.own(GEOSGeom_createCollection_r(
        handle, GEOS_GEOMETRYCOLLECTION, released.data(), static_cast<unsigned>(released.size())));
    const geos::Pointer united =
        session.own(GEOSUnaryUnionPrec_r(handle, all.get(), kPrecisionMetres));
    const std::size_t first = target.points.size();
    if (!geos::appendRow(session, united.get(), GeometryKind::polygon, target)) {
        target.endFeature(GeometryKind::none);
    }
    snapPoints(target, first);
}

/// One row per block. Throws RefusedBlock for the first block that GEOS refuses.
GeometryColumn uniteBlocks(const GeometryColumn& rows, const Groups& blocks,
                           const Progress& progress) {
    std::vector<GeometryColumn> ofBlock(blocks.size());
    std::vector<std::uint8_t> isRefused(blocks.size(), 0);
    const auto count = static_cast<std::int64_t>(blocks.size());
    parallelFor(count, progress.stopToken(), [&](std::int64_t index) {
        const auto at = static_cast<std::size_t>(index);
        const geos::Session session(progress.stopToken());
        try {
            appendUnion(session, rows, blocks[at], ofBlock[at]);
        } catch (const geos::Failure&) {
            isRefused[at] = 1;
        }
        progress.advance(count);
    });
    for (std::size_t at = 0; at < blocks.size(); ++at) {
        if (isRefused[at] != 0) {
            throw RefusedBlock{rows.boundsOf(blocks[at].front()).centre()};
        }
    }
    return joined(std::move(ofBlock), progress.stopToken());
}

/// Cuts each group in blocks of `size`; where the blocks of a group begin in the list.
Groups cutInBlocks(const Groups& groups, std::size_t size, Groups& blocks) {
    Groups next;
    for (const auto& group : groups) {
        auto& places = next.emplace_back();
        for (std::size_t first = 0; first < group.size(); first += size) {
            const auto end = std::min(first + size, group.size());
            places.push_back(static_cast<std::int64_t>(blocks.size()));
            blocks.emplace_back(group.begin() + static_cast<std::ptrdiff_t>(first),
                                group.begin() + static_cast<std::ptrdiff_t>(end));
        }
    }
    return next;
}

/// The rows of each group that are polygons, neighbours in the plane beside each other.
Groups inSpatialOrder(const GeometryColumn& rows, const Groups& groups,
                      const std::stop_token& stop) {
    const BoxTree tree(rows, stop);
    std::vector<std::uint32_t> rank(rows.kinds.size(), 0);
    for (std::size_t place = 0; place < tree.spatialOrder().size(); ++place) {
        rank[tree.spatialOrder()[place]] = static_cast<std::uint32_t>(place);
    }
    Groups sorted;
    for (const auto& group : groups) {
        auto& kept = sorted.emplace_back();
        std::copy_if(group.begin(), group.end(), std::back_inserter(kept), [&](std::int64_t row) {
            return rows.kinds[static_cast<std::size_t>(row)] == GeometryKind::polygon;
        });
        std::sort(kept.begin(), kept.end(), [&](std::int64_t a, std::int64_t b) {
            return rank[static_cast<std::size_t>(a)] < rank[static_cast<std::size_t>(b)];
        });
    }
    return sorted;
}

GeometryColumn uniteAll(const GeometryColumn& rows, const Groups& groups,
                        const Progress& progress) {
    Groups blocks;
    Groups places =
        cutInBlocks(inSpatialOrder(rows, groups, progress.stopToken()), kRowsPerBlock, blocks);
    GeometryColumn level = uniteBlocks(rows, blocks, progress.part(0.0, 0.6, {}));
    double done = 0.6;
    const auto isOpen = [](const auto& group) { return group.size() > 1; };
    while (std::any_of(places.begin(), places.end(), isOpen)) {
        blocks.clear();
        places = cutInBlocks(places, kBlocksPerMerge, blocks);
        const double next = done + (1.0 - done) * 0.3;
        level = uniteBlocks(level, blocks, progress.part(done, next, {}));
        done = next;
    }
    GeometryColumn united;
    for (const auto& group : places) {
        if (group.empty()) {
            united.endFeature(GeometryKind::none);
        } else {
            united.appendRow(level, group.front());
        }
    }
    return united;
}

}  // namespace

GeometryColumn uniteGroups(const SharedGeometries& rows, const Groups& groups,
                           const std::string& layer, const Progress& progress) {
    try {
        return uniteAll(*rows, groups, progress);
    } catch (const RefusedBlock&) {
        // Tried again below, repaired.
    }
    try {
        return uniteAll(*repairGeometries(rows, progress.stopToken()).geometries, groups, progress);
    } catch (const RefusedBlock& block) {
        throw Error(ErrorCode::geometryFailed,
                    {{"layer", layer}, {"x", block.place.x}, {"y", block.place.y}});
    }
}

}  // namespace lommer::core
