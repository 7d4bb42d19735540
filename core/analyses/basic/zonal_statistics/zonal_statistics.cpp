#include "core/analyses/basic/zonal_statistics/zonal_statistics.h"

#include "core/analyses/basic/feature_layer.h"
#include "core/analyses/basic/zonal_statistics/zone_columns.h"
#include "core/statistics/zone_pass.h"
#include "core/statistics/zone_quantiles.h"

#include <algorithm>
#include <numeric>

namespace lommer::core {
namespace {

constexpr double kManyHoles = 0.2;

AnalysisDeclaration declare() {
    AnalysisDeclaration analysis;
    analysis.id = "zonal-statistics";
    analysis.family = "basic";
    analysis.access = RasterAccess::reduce;
    analysis.roles = {{.id = "zones",
                       .kind = DataKind::table,
                       .geometryKinds = {GeometryKind::polygon},
                       .subjects = {"areas"}},
                      {.id = "values", .kind = DataKind::raster}};
    analysis.parameters = {{.id = "median", .kind = ParameterKind::boolean, .defaultValue = false},
                           {.id = "quantiles",
                            .kind = ParameterKind::numberList,
                            .unit = Unit::percent,
                            .minimum = 0.0,
                            .maximum = 100.0,
                            .isAdvanced = true}};
    OutputDeclaration zones;
    zones.id = "zones";
    zones.kind = DataKind::table;
    zones.columnsOfRoles = {"zones"};
    zones.geometryKinds = {GeometryKind::polygon};
    zones.columns = {{.name = "count", .unit = Unit::count},
                     {.name = "sum"},
                     {.name = "mean"},
                     {.name = "min"},
                     {.name = "max"},
                     {.name = "stdev"},
                     {.name = "median", .condition = ParameterCondition{"median", "true"}},
                     {.name = "quantile_{}", .perValueOf = "quantiles"}};
    zones.tolerance = 1e-9;
    zones.style = "style";
    zones.charts = {{ChartKind::rankedBars, "mean"}};
    analysis.outputs = {zones};
    analysis.references = {"Baston (2021), exactextract: exact coverage fractions of cells",
                           "Chan, Golub & LeVeque (1983), The American Statistician 37(3)",
                           "Hyndman & Fan (1996), definition 2, The American Statistician 50(4)"};
    return analysis;
}

/// Adds up the statistics of all zones.
class StatisticsMaker : public PieceVisitor {
public:
    explicit StatisticsMaker(std::vector<ZoneOutcome>& outcomes) : outcomes_(outcomes) {}

    void begin(std::size_t count) override { found_.assign(count, {}); }
    void visit(std::size_t index, const ZonePiece& piece, RasterView<const float> block) override {
        found_[index] = statisticsOf(piece.runs, block);
    }
    void merge(std::size_t index, const ZonePiece& piece) override {
        outcomes_[static_cast<std::size_t>(piece.zone)].statistics.add(found_[index]);
    }

private:
    std::vector<ZoneOutcome>& outcomes_;
    std::vector<PieceStatistics> found_;
};

class ZonalStatistics : public Analysis {
public:
    const AnalysisDeclaration& declaration() const noexcept override { return declaration_; }
    void run(const RunContext& context) const override;

private:
    AnalysisDeclaration declaration_ = declare();
};

Table readZones(const RunContext& context) {
    TableQuery query;
    query.bounds = context.region;
    return context.table("zones").read(query, context.progress.stopToken());
}

void requireOverlap(const RunContext& context, const GeometryColumn& zones) {
    const Bounds overlap = intersection(zones.bounds(), context.raster("values").grid().bounds());
    if (!(overlap.xmin < overlap.xmax && overlap.ymin < overlap.ymax)) {
        throw Error(ErrorCode::noOverlap, {{"first", context.find("zones")->label},
                                           {"second", context.find("values")->label}});
    }
}

void addQuantiles(const RunContext& context, const PolygonCoverage& coverage,
                  const QuantileColumns& columns, std::vector<ZoneOutcome>& outcomes) {
    std::vector<QuantileZone> wanted;
    for (std::size_t zone = 0; zone < outcomes.size(); ++zone) {
        const ZoneStatistics& statistics = outcomes[zone].statistics;
        if (!statistics.isEmpty()) {
            wanted.push_back(
                {static_cast<std::int64_t>(zone),
                 statistics.fullCells() * static_cast<std::int64_t>(sizeof(float)) +
                     statistics.cutCells() * static_cast<std::int64_t>(sizeof(CellValues::Cut))});
        }
    }
    auto found = zoneQuantiles(coverage, context.raster("values"), wanted, columns.shares,
                               context.memory, context.progress.part(0.5, 1.0, "quantiles"));
    for (std::size_t index = 0; index < wanted.size(); ++index) {
        outcomes[static_cast<std::size_t>(wanted[index].zone)].quantiles = std::move(found[index]);
    }
}

void addRemark(const RunContext& context, const char* code, std::int64_t zones) {
    if (zones > 0) {
        context.remarks.add({code, {{"zones", zones}}});
    }
}

/// What is unusual about the zones, in numbers.
void addRemarks(const RunContext& context, const GeometryColumn& zones,
                const std::vector<ZoneOutcome>& outcomes) {
    const Grid& grid = context.raster("values").grid();
    const Bounds inside = grid.bounds().grownBy(1e-6 * grid.cellSize());
    std::int64_t without = 0;
    std::int64_t outside = 0;
    std::int64_t partly = 0;
    std::int64_t holes = 0;
    for (std::size_t zone = 0; zone < outcomes.size(); ++zone) {
        const ZoneStatistics& statistics = outcomes[zone].statistics;
        const Bounds bounds = zones.boundsOf(static_cast<std::int64_t>(zone));
        const bool isInside = inside.contains(bounds);
        if (zones.kinds[zone] != GeometryKind::polygon) {
            ++without;
        } else if (!(statistics.covered() > 0.0)) {
            ++outside;
        } else {
            partly += isInside ? 0 : 1;
            holes += statistics.count() < (1.0 - kManyHoles) * statistics.covered() ? 1 : 0;
        }
    }
    addRemark(context, "zones-without-geometry", without);
    addRemark(context, "zones-outside", outside);
    addRemark(context, "zones-partly-outside", partly);
    addRemark(context, "zones-with-holes", holes);
}

/// The zones as they were read, with the statistics behind their own columns.
void write(const RunContext& context, const Table& zones, const std::vector<ZoneOutcome>& outcomes,
           const QuantileColumns& quantiles) {
    std::vector<GatheredColumn> columns;
    ColumnNames names;
    addColumns(columns, names, zones, nullptr);
    const std::vector<Column> made = statisticsColumns(zones, outcomes, quantiles, names);
    for (const Column& column : made) {
        columns.push_back({column.info(), &column, nullptr});
    }
    names.remarkOnRenamed(context.remarks);
    writeRows(context.tableOutput("zones"), zones.geometries(), columns, std::nullopt,
              context.progress.stopToken());
}

void ZonalStatistics::run(const RunContext& context) const {
    const Table zones = readZones(context);
    const auto reserved = context.memory.reserve(zones.byteCount());
    const QuantileColumns columns = quantileColumns(context.parameters);
    std::vector<ZoneOutcome> outcomes(static_cast<std::size_t>(zones.rowCount()));
    if (zones.rowCount() > 0) {
        if (!context.region) {  // a region may hold only zones beside the raster
            requireOverlap(context, zones.geometries());
        }
        const PolygonCoverage coverage(zones.geometries(), context.raster("values").grid());
        std::vector<std::int64_t> all(outcomes.size());
        std::iota(all.begin(), all.end(), 0);
        StatisticsMaker maker(outcomes);
        ZonePass pass(coverage, context.raster("values"), context.memory);
        pass.run(all, maker,
                 context.progress.part(0.0, columns.names.empty() ? 1.0 : 0.5, "statistics"));
        if (!columns.names.empty()) {
            addQuantiles(context, coverage, columns, outcomes);
        }
        addRemarks(context, zones.geometries(), outcomes);
    }
    write(context, zones, outcomes, columns);
}

}  // namespace

std::unique_ptr<const Analysis> makeZonalStatistics() {
    return std::make_unique<ZonalStatistics>();
}

}  // namespace lommer::core
