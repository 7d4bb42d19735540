#include "core/analyses/basic/difference/difference.h"

#include "core/analyses/basic/difference/clear_difference.h"
#include "core/analyses/basic/difference/likeness_remarks.h"
#include "core/analyses/basic/feature_layer.h"
#include "core/raster/difference_source.h"

#include <algorithm>
#include <utility>

namespace lommer::core {
namespace {

OutputDeclaration rasterDeclaration() {
    OutputDeclaration output;
    output.id = "difference";
    output.kind = DataKind::raster;
    output.unitOfRole = "later";
    output.tolerance = 1e-6;
    output.style = "style";
    output.charts = {{ChartKind::histogram}};
    return output;
}

OutputDeclaration areasDeclaration() {
    OutputDeclaration output;
    output.id = "areas";
    output.kind = DataKind::table;
    output.needsRole = "areas";
    output.unitOfRole = "later";
    output.columnsOfRoles = {"areas"};
    output.geometryKinds = {GeometryKind::polygon};
    output.columns = {{.name = "difference_mean"},
                      {.name = "share_higher", .unit = Unit::fraction},
                      {.name = "share_lower", .unit = Unit::fraction}};
    output.tolerance = 1e-9;
    output.style = "style";
    output.charts = {{ChartKind::rankedBars, "difference_mean"}};
    return output;
}

OutputDeclaration summaryDeclaration() {
    OutputDeclaration output;
    output.id = "summary";
    output.kind = DataKind::table;
    output.unitOfRole = "later";
    output.columns = {{.name = "cells", .unit = Unit::count},
                      {.name = "difference_mean"},
                      {.name = "share_higher", .unit = Unit::fraction},
                      {.name = "share_lower", .unit = Unit::fraction}};
    output.tolerance = 1e-9;
    return output;
}

AnalysisDeclaration declare() {
    AnalysisDeclaration analysis;
    analysis.id = "difference";
    analysis.family = "basic";
    analysis.access = RasterAccess::cell;
    // Cells of another size or place make an edit reach further than the cell it is in.
    analysis.roles = {{.id = "later", .kind = DataKind::raster},
                      {.id = "earlier", .kind = DataKind::raster},
                      {.id = "areas",
                       .kind = DataKind::table,
                       .geometryKinds = {GeometryKind::polygon},
                       .subjects = {"areas"},
                       .minimumCount = 0}};
    constexpr double kSmallestLimit = 0.001;
    analysis.parameters = {{.id = "limit", .minimum = kSmallestLimit, .defaultValue = 1.0}};
    analysis.outputs = {rasterDeclaration(), areasDeclaration(), summaryDeclaration()};
    return analysis;
}

Unit unitOf(const RunContext& context) {
    const BoundInput* later = context.find("later");
    return later->origin == nullptr ? Unit::none : later->origin->unit;
}

Grid gridOf(const RunContext& context) {
    const auto grid = commonGrid(context.raster("later").grid(), context.raster("earlier").grid());
    if (!grid) {
        throw Error(ErrorCode::noOverlap, {{"first", context.find("later")->label},
                                           {"second", context.find("earlier")->label}});
    }
    return *grid;
}

void remarkOnGrids(const RunContext& context, const DifferenceSource& differences) {
    const Grid& grid = differences.grid();
    const Bounds all = grid.bounds().grownBy(0.5 * grid.cellSize());
    bool isWhole = true;
    for (const auto& [role, fitted] :
         {std::pair{"later", &differences.later()}, std::pair{"earlier", &differences.earlier()}}) {
        const BoundInput& input = *context.find(role);
        if (fitted->isChanged()) {
            context.remarks.add(
                {"raster-aligned", {{"layer", input.label}, {"cellSize", grid.cellSize()}}});
        }
        isWhole = isWhole && all.contains(input.raster->grid().bounds());
    }
    if (!isWhole) {
        context.remarks.add({"only-where-both", {}});
    }
}

/// The columns of figures, in the order in which they are declared.
std::vector<Column> figureColumns(const std::vector<ClearDifference>& figures, Unit unit,
                                  PrivacyClass privacy) {
    const auto columnOf = [&](const char* name, Unit own,
                              double (ClearDifference::*figure)() const noexcept) {
        Column column({name, ColumnType::real, own, privacy});
        for (const ClearDifference& one : figures) {
            one.isEmpty() ? column.appendAbsent() : column.appendReal((one.*figure)());
        }
        return column;
    };
    std::vector<Column> columns;
    columns.push_back(columnOf("difference_mean", unit, &ClearDifference::mean));
    columns.push_back(columnOf("share_higher", Unit::fraction, &ClearDifference::shareHigher));
    columns.push_back(columnOf("share_lower", Unit::fraction, &ClearDifference::shareLower));
    return columns;
}

void writeSummary(const RunContext& context, const ClearDifference& all) {
    Column cells({"cells", ColumnType::real, Unit::count, PrivacyClass::open});
    cells.appendReal(all.cells());
    std::vector<ColumnPointer> columns{std::make_shared<const Column>(std::move(cells))};
    for (Column& column : figureColumns({all}, unitOf(context), PrivacyClass::open)) {
        columns.push_back(std::make_shared<const Column>(std::move(column)));
    }
    context.tableOutput("summary").append(Table(1, std::move(columns), nullptr));
}

void writeAreas(const RunContext& context, const DifferenceSource& differences,
                const Progress& progress) {
    TableQuery query;
    query.bounds = context.region;
    const Table areas = context.table("areas").read(query, progress.stopToken());
    const auto reserved = context.memory.reserve(areas.byteCount());
    const std::vector<ClearDifference> figures =
        differencesOfAreas(differences, areas.geometries(), context.parameters.number("limit"),
                           context.memory, progress);
    const auto without =
        std::count_if(figures.begin(), figures.end(),
                      [](const ClearDifference& figure) { return figure.isEmpty(); });
    if (without > 0) {
        context.remarks.add({"areas-without-difference", {{"count", std::int64_t{without}}}});
    }
    std::vector<GatheredColumn> columns;
    ColumnNames names;
    addColumns(columns, names, areas, nullptr);
    const std::vector<Column> made = figureColumns(figures, unitOf(context), highestPrivacy(areas));
    for (const Column& column : made) {
        ColumnInfo info = column.info();
        info.name = names.claim(info.name);
        columns.push_back({info, &column, nullptr});
    }
    names.remarkOnRenamed(context.remarks);
    writeRows(context.tableOutput("areas"), areas.geometries(), columns, std::nullopt,
              progress.stopToken());
}

class Difference : public Analysis {
public:
    const AnalysisDeclaration& declaration() const noexcept override { return declaration_; }

    void run(const RunContext& context) const override {
        const DifferenceSource differences(context.raster("later"), context.raster("earlier"),
                                           gridOf(context));
        remarkOnUnlikeOrigins(*context.find("later"), *context.find("earlier"), context.remarks);
        remarkOnGrids(context, differences);
        const CellWindow wanted = context.wantedWindow(differences.grid());
        const bool hasAreas = context.find("areas") != nullptr;
        const double both = hasAreas ? 0.7 : 1.0;
        writeSummary(
            context,
            writeDifferences(differences, wanted, context.parameters.number("limit"),
                             context.rasterOutput("difference", differences.grid().subgrid(wanted)),
                             context.progress.part(0.0, both, "map")));
        if (hasAreas) {
            writeAreas(context, differences, context.progress.part(both, 1.0, "areas"));
        }
    }

private:
    AnalysisDeclaration declaration_ = declare();
};

}  // namespace

std::unique_ptr<const Analysis> makeDifference() {
    return std::make_unique<Difference>();
}

}  // namespace lommer::core
