#include "core/analyses/basic/feature_layer.h"

#include "core/base/assert.h"
#include "core/geometry/precision.h"

#include <algorithm>

namespace lommer::core {
namespace {

/// A box may grow so much when its points are put on the grid.
constexpr double kRounding = 2.0 * kPrecisionMetres;

bool isOneOf(GeometryKind kind, const std::vector<GeometryKind>& kinds) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

/// The rows that have one of the kinds; the rest is counted in remarks.
Table ofKinds(const RunContext& context, const std::string& label, const Table& table,
              const std::vector<GeometryKind>& kinds) {
    std::vector<std::int64_t> rows;
    std::int64_t without = 0;
    for (std::size_t row = 0; row < table.geometries().kinds.size(); ++row) {
        const GeometryKind kind = table.geometries().kinds[row];
        without += kind == GeometryKind::none ? 1 : 0;
        if (isOneOf(kind, kinds)) {
            rows.push_back(static_cast<std::int64_t>(row));
        }
    }
    const auto kept = static_cast<std::int64_t>(rows.size());
    if (kept == table.rowCount()) {
        return table;
    }
    const auto remark = [&](const char* code, std::int64_t count) {
        if (count > 0) {
            context.remarks.add({code, {{"layer", label}, {"count", count}}});
        }
    };
    remark("rows-without-geometry", without);
    remark("rows-of-other-kind", table.rowCount() - kept - without);
    return table.select(rows);
}

}  // namespace

FeatureLayer readLayer(const RunContext& context, std::string_view role,
                       const std::optional<Bounds>& bounds, Precision precision) {
    const RoleDeclaration* declared = context.analysis.findRole(role);
    LOMMER_ASSERT(declared != nullptr);
    FeatureLayer layer;
    layer.label = context.find(role)->label;
    TableQuery query;
    query.bounds = bounds;
    layer.table =
        ofKinds(context, layer.label, context.table(role).read(query, context.progress.stopToken()),
                declared->geometryKinds);
    if (precision == Precision::grid) {
        const SnappedGeometries snapped =
            snapToGrid(layer.table.geometryPointer(), context.progress.stopToken());
        layer.table = Table(layer.table.rowCount(), layer.table.columns(), snapped.geometries);
        if (!snapped.vanished.empty()) {
            remarkOnCount(context, "rows-below-precision", layer,
                          static_cast<std::int64_t>(snapped.vanished.size()));
            layer.table = ofKinds(context, layer.label, layer.table, declared->geometryKinds);
        }
    }
    if (layer.table.rowCount() == 0 && !context.region) {
        throw Error(ErrorCode::layerEmpty, {{"layer", layer.label}});
    }
    layer.reserved = context.memory.reserve(layer.table.byteCount());
    return layer;
}

std::optional<Bounds> regionAround(const RunContext& context, double metres) {
    return context.region ? std::optional(context.region->grownBy(metres + kRounding))
                          : std::nullopt;
}

std::optional<Bounds> boundsAround(const RunContext& context, const FeatureLayer& layer,
                                   double metres) {
    if (!context.region) {
        return std::nullopt;
    }
    const Bounds bounds = layer.geometries().bounds();
    return (bounds.isEmpty() ? *context.region : bounds).grownBy(metres + kRounding);
}

TouchingRows touchingRows(const RunContext& context, const FeatureLayer& left,
                          const FeatureLayer& right) {
    const std::stop_token& stop = context.progress.stopToken();
    const BoxTree leftTree(left.geometries(), stop);
    const BoxTree rightTree(right.geometries(), stop);
    const auto trees = context.memory.reserve(leftTree.byteCount() + rightTree.byteCount());
    TouchingRows touching;
    touching.pairs = touchingBoxes(leftTree, rightTree, left.table.rowCount(), stop);
    touching.reserved =
        context.memory.reserve(static_cast<std::int64_t>(touching.pairs.size() * sizeof(RowPair)));
    return touching;
}

void requireOverlap(const RunContext& context, const FeatureLayer& first,
                    const FeatureLayer& second) {
    if (!context.region && !first.geometries().bounds().intersects(second.geometries().bounds())) {
        throw Error(ErrorCode::noOverlap, {{"first", first.label}, {"second", second.label}});
    }
}

void remarkOnFailures(const RunContext& context, const FeatureLayer& layer,
                      const std::vector<FailedOverlay>& failed) {
    if (!failed.empty()) {
        context.remarks.add(
            {"overlay-failed",
             {{"layer", layer.label}, {"count", static_cast<std::int64_t>(failed.size())}},
             failed.front().place});
    }
}

void remarkOnCount(const RunContext& context, const char* code, const FeatureLayer& layer,
                   std::int64_t count) {
    if (count > 0) {
        context.remarks.add({code, {{"layer", layer.label}, {"count", count}}});
    }
}

void addColumns(std::vector<GatheredColumn>& columns, ColumnNames& names, const Table& table,
                const std::vector<std::int64_t>* rows) {
    for (const ColumnPointer& column : table.columns()) {
        ColumnInfo info = column->info();
        info.name = names.claim(info.name);
        columns.push_back({std::move(info), column.get(), rows});
    }
}

}  // namespace lommer::core
