#include "core/analyses/climate/heat_stress/heat_stress.h"

#include "core/analyses/basic/feature_layer.h"
#include "core/analyses/climate/heat_stress/felt_pass.h"
#include "core/analyses/climate/heat_stress/heat_areas.h"
#include "core/analyses/climate/heat_stress/heat_declaration.h"
#include "core/analyses/climate/heat_stress/place_heat.h"
#include "core/analyses/climate/surface_remarks.h"

#include <optional>

namespace lommer::core {
namespace {

/// Areas that the run is asked for; none where the role is empty.
std::optional<Table> readAreas(const RunContext& context) {
    const BoundInput* areas = context.find("neighbourhoods");
    if (areas == nullptr) {
        return std::nullopt;
    }
    TableQuery query;
    query.bounds = context.region;
    return areas->table->read(query, context.progress.stopToken());
}

/// The wanted cells, and in a run for a region those of all areas that touch it: their figures are
/// those of the whole area.
HeatCells cellsOf(const RunContext& context, const Grid& grid, const std::optional<Table>& areas) {
    HeatCells cells;
    cells.wanted = context.wantedWindow(grid);
    cells.all = cells.wanted;
    if (context.region && areas && areas->rowCount() > 0) {
        Bounds bounds = grid.boundsOf(cells.wanted);
        bounds.include(areas->geometries().bounds());
        cells.all = grid.windowOf(bounds);
    }
    return cells;
}

void addRemarks(const RunContext& context, const HeatCounts& counts,
                const Surroundings& surroundings, const CellWindow& wanted) {
    addHolesRemark(context.remarks, wanted.cellCount() - counts.unknown, wanted.cellCount());
    addEdgeRemark(context.remarks, surroundings.cutShare);
    if (context.find("ndvi") == nullptr && counts.paved > 0) {
        const double paved = static_cast<double>(counts.paved) / static_cast<double>(counts.valued);
        context.remarks.add(
            {context.find("green") == nullptr ? "cover-unknown" : "cover-counts-as-paved",
             {{"share", percentOf(paved)}}});
    }
    if (context.find("buildings") == nullptr) {
        const bool hasTrees = context.find("trees") != nullptr ||
                              context.find("canopy") != nullptr || context.find("ndvi") != nullptr;
        context.remarks.add(
            {hasTrees ? "buildings-from-heights" : "buildings-and-trees-unknown", {}});
    }
}

/// Buildings of the year of the survey or later: the heights may not show them.
void writeChangedPlaces(const RunContext& context) {
    const BoundInput* buildings = context.find("buildings");
    if (buildings == nullptr) {
        return;
    }
    if (!context.parameters.has("survey-year")) {
        context.remarks.add({"survey-year-unknown", {}});
        return;
    }
    TableQuery query;
    query.bounds = context.region;
    const Table table = buildings->table->read(query, context.progress.stopToken());
    const auto column = table.indexOf("bouwjaar");
    const bool hasYears = column && table.column(*column).isNumeric();
    const auto surveyYear = static_cast<double>(context.parameters.integer("survey-year"));
    std::vector<std::int64_t> rows;
    for (std::int64_t row = 0; hasYears && row < table.rowCount(); ++row) {
        if (table.column(*column).numberAt(row) >= surveyYear) {
            rows.push_back(row);
        }
    }
    if (!hasYears) {
        context.remarks.add({"building-years-unknown", {{"layer", buildings->label}}});
    } else if (!rows.empty()) {
        context.remarks.add({"built-after-survey",
                             {{"count", static_cast<std::int64_t>(rows.size())},
                              {"year", context.parameters.integer("survey-year")}}});
    }
    const Table changed = table.select(rows);
    std::vector<GatheredColumn> columns;
    ColumnNames names;
    addColumns(columns, names, changed, nullptr);
    writeRows(context.tableOutput("changed-places"), changed.geometries(), columns, std::nullopt,
              context.progress.stopToken());
}

class HeatStress : public Analysis {
public:
    const AnalysisDeclaration& declaration() const noexcept override { return declaration_; }

    void run(const RunContext& context) const override {
        const HeatSources sources(context);
        const Grid& grid = sources.grid();
        const HeatSettings settings = heatSettingsOf(context, grid);
        const std::optional<Table> areas = readAreas(context);
        const HeatCells cells = cellsOf(context, grid, areas);
        const HeatSinks sinks = sinksOf(context, grid.subgrid(cells.wanted));
        HeatGround ground =
            makeHeatGround(context, sources, settings, groundAround(grid, cells.all),
                           context.progress.part(0.0, 0.65, "horizon"));
        const Surroundings surroundings =
            surroundingsOf(*ground.blocks, settings, cells.wanted, context.memory,
                           context.progress.part(0.65, 0.7, "surroundings"));
        ground.blocks.reset();
        const HeatCounts counts =
            computeFeltTemperature(context, settings, surroundings, cells, sinks, ground,
                                   context.progress.part(0.7, 0.95, "felt"));
        const Progress counting = context.progress.part(0.95, 1.0, "areas");
        if (!areas) {
            writeWholeHeat(context, ground, grid, cells.wanted, settings.hours.size(), counting);
        } else {
            const bool hasBuiltUp = context.find("buildings") != nullptr;
            writeAreaHeat(
                context, *areas,
                areaHeat(*areas, ground, grid, settings.hours.size(), context.memory, counting),
                hasBuiltUp);
        }
        writeChangedPlaces(context);
        addRemarks(context, counts, surroundings, cells.wanted);
    }

    bool canExplain() const noexcept override { return true; }
    std::optional<PlaceExplanation> explain(
        const RunContext& context, Point place,
        std::unique_ptr<KeptSurroundings>& kept) const override {
        return explainHeat(context, place, kept);
    }

private:
    static HeatSinks sinksOf(const RunContext& context, const Grid& grid) {
        return {&context.rasterOutput("pet", grid), &context.rasterOutput("sky-view-factor", grid),
                &context.rasterOutput("shade-share", grid),
                &context.rasterOutput("air-temperature", grid),
                &context.rasterOutput("wind", grid)};
    }

    AnalysisDeclaration declaration_ = declareHeatStress();
};

}  // namespace

std::unique_ptr<const Analysis> makeHeatStress() {
    return std::make_unique<HeatStress>();
}

}  // namespace lommer::core
