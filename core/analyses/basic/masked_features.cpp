#include "core/analyses/basic/masked_features.h"

#include "core/analyses/basic/feature_layer.h"

namespace lommer::core {

AnalysisDeclaration maskingDeclaration(const std::string& id, const std::string& areasRole) {
    AnalysisDeclaration analysis;
    analysis.id = id;
    analysis.family = "basic";
    analysis.roles = {
        {.id = "features",
         .geometryKinds = {GeometryKind::point, GeometryKind::line, GeometryKind::polygon},
         .reach = Reach::cell()},
        {.id = areasRole, .geometryKinds = {GeometryKind::polygon}, .reach = Reach::cell()}};
    OutputDeclaration features;
    features.id = "features";
    features.kind = DataKind::table;
    features.columnsOfRoles = {"features"};
    features.tolerance = 0.001;
    analysis.outputs = {features};
    analysis.references = {"OverlayNG of GEOS with a fixed precision of 1 mm",
                           "Hobby (1999), Computational Geometry 13(4): snap rounding"};
    return analysis;
}

void writeMaskedFeatures(const RunContext& context, const std::string& areasRole, MaskSide side) {
    const FeatureLayer features =
        readLayer(context, "features", regionAround(context), Precision::grid);
    const FeatureLayer areas =
        readLayer(context, areasRole, boundsAround(context, features), Precision::grid);
    requireOverlap(context, features, areas);
    const MaskedRows kept = maskRows(features.shared(), areas.shared(), side,
                                     context.progress.part(0.1, 0.9, "overlay"));
    const auto held = context.memory.reserve(kept.geometries.byteCount());
    remarkOnFailures(context, features, kept.failed);
    if (kept.rows.empty() && !context.region) {
        context.remarks.add({"nothing-left", {{"first", features.label}, {"second", areas.label}}});
    }
    std::vector<GatheredColumn> columns;
    ColumnNames names;
    addColumns(columns, names, features.table, &kept.rows);
    names.remarkOnRenamed(context.remarks);
    writeRows(context.tableOutput("features"), kept.geometries, columns, context.region,
              context.progress.stopToken());
}

}  // namespace lommer::core
