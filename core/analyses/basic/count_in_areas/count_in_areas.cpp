#include "core/analyses/basic/count_in_areas/count_in_areas.h"

#include "core/analyses/basic/count_in_areas/area_counts.h"
#include "core/analyses/basic/feature_layer.h"

namespace lommer::core {
namespace {

AnalysisDeclaration declare() {
    AnalysisDeclaration analysis;
    analysis.id = "count-in-areas";
    analysis.family = "basic";
    analysis.roles = {
        {.id = "areas", .geometryKinds = {GeometryKind::polygon}},
        {.id = "features",
         .geometryKinds = {GeometryKind::point, GeometryKind::line, GeometryKind::polygon}}};
    analysis.parameters = {
        {.id = "column",
         .kind = ParameterKind::column,
         .role = "features",
         .columnTypes = {ColumnType::integer, ColumnType::real}},
        {.id = "density", .kind = ParameterKind::boolean, .defaultValue = false}};
    OutputDeclaration areas;
    areas.id = "areas";
    areas.kind = DataKind::table;
    areas.columnsOfRoles = {"areas"};
    areas.columns = {
        {.name = "count", .type = ColumnType::integer, .unit = Unit::count},
        {.name = "length_inside", .unit = Unit::metre},
        {.name = "area_inside", .unit = Unit::squareMetre},
        {.name = "_sum", .condition = ParameterCondition{"column"}, .namedAfter = "column"},
        {.name = "_mean", .condition = ParameterCondition{"column"}, .namedAfter = "column"},
        {.name = "per_km2", .condition = ParameterCondition{"density", "true"}}};
    areas.geometryKinds = {GeometryKind::polygon};
    areas.tolerance = 1e-6;
    areas.style = "style";
    areas.charts = {{ChartKind::rankedBars, "count"}};
    analysis.outputs = {areas};
    return analysis;
}

class CountInAreas : public Analysis {
public:
    const AnalysisDeclaration& declaration() const noexcept override { return declaration_; }
    void run(const RunContext& context) const override;

private:
    AnalysisDeclaration declaration_ = declare();
};

void CountInAreas::run(const RunContext& context) const {
    const FeatureLayer areas = readLayer(context, "areas", regionAround(context), Precision::grid);
    const FeatureLayer features =
        readLayer(context, "features", boundsAround(context, areas), Precision::grid);
    requireOverlap(context, areas, features);
    const TouchingRows touching = touchingRows(context, areas, features);
    const InsideParts inside =
        insideParts(areas, features, touching.pairs, context.progress.part(0.1, 0.9, "count"));
    remarkOnFailures(context, areas, inside.failed);
    remarkOnCount(context, "features-outside", features, inside.outsideCount);
    AreaCounts counts(areas, features, inside);
    ColumnNames names;
    std::vector<GatheredColumn> columns;
    addColumns(columns, names, areas.table, nullptr);
    std::vector<Column> made = counts.basic(names);
    if (context.parameters.has("column")) {
        std::int64_t missing = 0;
        for (Column& column : counts.figures(names, context.parameters.text("column"), missing)) {
            made.push_back(std::move(column));
        }
        remarkOnCount(context, "figures-missing", features, missing);
    }
    if (context.parameters.boolean("density")) {
        made.push_back(counts.density(names));
    }
    for (const Column& column : made) {
        columns.push_back({column.info(), &column, nullptr});
    }
    names.remarkOnRenamed(context.remarks);
    writeRows(context.tableOutput("areas"), areas.geometries(), columns, context.region,
              context.progress.stopToken());
}

}  // namespace

std::unique_ptr<const Analysis> makeCountInAreas() {
    return std::make_unique<CountInAreas>();
}

}  // namespace lommer::core
