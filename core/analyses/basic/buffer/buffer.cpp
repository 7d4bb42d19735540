#include "core/analyses/basic/buffer/buffer.h"

#include "core/analyses/basic/feature_layer.h"
#include "core/geometry/buffer.h"
#include "core/geometry/precision.h"
#include "core/geometry/unite.h"

#include <algorithm>
#include <cmath>

namespace lommer::core {
namespace {

double reachOf(const Parameters& parameters) {
    return std::abs(parameters.number("distance"));
}

AnalysisDeclaration declare() {
    AnalysisDeclaration analysis;
    analysis.id = "buffer";
    analysis.family = "basic";
    analysis.roles = {
        {.id = "features",
         .geometryKinds = {GeometryKind::point, GeometryKind::line, GeometryKind::polygon},
         .reach = {&reachOf}}};
    analysis.parameters = {
        {.id = "distance",
         .unit = Unit::metre,
         .minimum = -100'000.0,
         .maximum = 100'000.0,
         .isRequired = true},
        {.id = "dissolve", .kind = ParameterKind::boolean, .defaultValue = false},
        {.id = "segments",
         .kind = ParameterKind::integer,
         .unit = Unit::count,
         .minimum = 1.0,
         .maximum = 200.0,
         .defaultValue = std::int64_t{8},
         .isAdvanced = true}};
    OutputDeclaration features;
    features.id = "features";
    features.kind = DataKind::table;
    features.condition = ParameterCondition{"dissolve", "false"};
    features.columnsOfRoles = {"features"};
    features.geometryKinds = {GeometryKind::polygon};
    features.tolerance = 0.001;
    OutputDeclaration zone;
    zone.id = "zone";
    zone.kind = DataKind::table;
    zone.condition = ParameterCondition{"dissolve", "true"};
    zone.columns = {{.name = "count", .type = ColumnType::integer, .unit = Unit::count}};
    zone.geometryKinds = {GeometryKind::polygon};
    zone.tolerance = 0.001;
    analysis.outputs = {features, zone};
    analysis.references = {"Buffer of GEOS with round caps and joins"};
    return analysis;
}

class Buffer : public Analysis {
public:
    const AnalysisDeclaration& declaration() const noexcept override { return declaration_; }
    void run(const RunContext& context) const override;

private:
    AnalysisDeclaration declaration_ = declare();
};

/// Zones, and the row of the features that each is around.
struct Zones {
    SharedGeometries geometries;
    std::vector<std::int64_t> rows;
};

/// The zones that have a geometry.
Zones withoutEmpty(Zones zones, const Progress& progress) {
    const auto& kinds = zones.geometries->kinds;
    if (std::find(kinds.begin(), kinds.end(), GeometryKind::none) == kinds.end()) {
        return zones;
    }
    GeometryColumn kept;
    std::vector<std::int64_t> rows;
    for (std::size_t row = 0; row < kinds.size(); ++row) {
        progress.checkpoint();
        if (kinds[row] != GeometryKind::none) {
            kept.appendRow(*zones.geometries, static_cast<std::int64_t>(row));
            rows.push_back(zones.rows[row]);
        }
    }
    return {std::make_shared<const GeometryColumn>(std::move(kept)), std::move(rows)};
}

void writeEach(const RunContext& context, const FeatureLayer& features, const Zones& zones) {
    std::vector<GatheredColumn> columns;
    ColumnNames names;
    addColumns(columns, names, features.table, &zones.rows);
    names.remarkOnRenamed(context.remarks);
    writeRows(context.tableOutput("features"), *zones.geometries, columns, context.region,
              context.progress.stopToken());
}

/// All zones as one row, with how many there were.
void writeUnited(const RunContext& context, const FeatureLayer& features,
                 const SharedGeometries& zones) {
    std::vector<std::int64_t> all;
    for (std::int64_t row = 0; row < zones->rowCount(); ++row) {
        all.push_back(row);
    }
    Column counts({"count", ColumnType::integer, Unit::count, highestPrivacy(features.table)});
    GeometryColumn united;
    if (!all.empty()) {
        united =
            uniteGroups(zones, {all}, features.label, context.progress.part(0.6, 0.9, "unite"));
        counts.appendInteger(zones->rowCount());
    }
    writeRows(context.tableOutput("zone"), united, {{counts.info(), &counts, nullptr}},
              context.region, context.progress.stopToken());
}

void Buffer::run(const RunContext& context) const {
    const double distance = context.parameters.number("distance");
    const bool isUnited = context.parameters.boolean("dissolve");
    const auto wanted = isUnited ? std::nullopt : regionAround(context, std::max(0.0, distance));
    const FeatureLayer features = readLayer(context, "features", wanted, Precision::asRead);
    MaskedRows zones = bufferRows(features.shared(), distance,
                                  static_cast<int>(context.parameters.integer("segments")),
                                  context.progress.part(0.1, isUnited ? 0.6 : 0.9, "buffer"));
    remarkOnFailures(context, features, zones.failed);
    const auto snapped =
        snapToGrid(std::make_shared<const GeometryColumn>(std::move(zones.geometries)),
                   context.progress.stopToken());
    const auto held = context.memory.reserve(snapped.geometries->byteCount());
    const std::int64_t lost = features.table.rowCount() -
                              static_cast<std::int64_t>(zones.rows.size() + zones.failed.size()) +
                              static_cast<std::int64_t>(snapped.vanished.size());
    remarkOnCount(context, "rows-without-zone", features, lost);
    const Zones kept = withoutEmpty({snapped.geometries, std::move(zones.rows)}, context.progress);
    isUnited ? writeUnited(context, features, kept.geometries) : writeEach(context, features, kept);
}

}  // namespace

std::unique_ptr<const Analysis> makeBuffer() {
    return std::make_unique<Buffer>();
}

}  // namespace lommer::core
