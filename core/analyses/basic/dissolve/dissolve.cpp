#include "core/analyses/basic/dissolve/dissolve.h"

#include "core/analyses/basic/feature_layer.h"
#include "core/geometry/unite.h"
#include "core/statistics/neumaier_sum.h"

#include <map>

namespace lommer::core {
namespace {

using Groups = std::vector<std::vector<std::int64_t>>;

AnalysisDeclaration declare() {
    AnalysisDeclaration analysis;
    analysis.id = "dissolve";
    analysis.family = "basic";
    analysis.roles = {{.id = "areas", .geometryKinds = {GeometryKind::polygon}}};
    analysis.parameters = {
        {.id = "column", .kind = ParameterKind::column, .role = "areas"},
        {.id = "second-column", .kind = ParameterKind::column, .role = "areas", .isAdvanced = true},
        {.id = "sum-column",
         .kind = ParameterKind::column,
         .role = "areas",
         .columnTypes = {ColumnType::integer, ColumnType::real},
         .isAdvanced = true}};
    OutputDeclaration united;
    united.id = "united";
    united.kind = DataKind::table;
    united.columns = {{.name = "",
                       .type = ColumnType::text,
                       .condition = ParameterCondition{"column"},
                       .namedAfter = "column"},
                      {.name = "",
                       .type = ColumnType::text,
                       .condition = ParameterCondition{"second-column"},
                       .namedAfter = "second-column"},
                      {.name = "count", .type = ColumnType::integer, .unit = Unit::count},
                      {.name = "_sum",
                       .condition = ParameterCondition{"sum-column"},
                       .namedAfter = "sum-column"}};
    united.geometryKinds = {GeometryKind::polygon};
    united.tolerance = 0.001;
    analysis.outputs = {united};
    analysis.references = {"OverlayNG of GEOS with a fixed precision of 1 mm"};
    return analysis;
}

class Dissolve : public Analysis {
public:
    const AnalysisDeclaration& declaration() const noexcept override { return declaration_; }
    void run(const RunContext& context) const override;

private:
    AnalysisDeclaration declaration_ = declare();
};

std::vector<const Column*> groupColumns(const RunContext& context, const Table& table) {
    std::vector<const Column*> columns;
    for (const char* parameter : {"column", "second-column"}) {
        if (context.parameters.has(parameter)) {
            columns.push_back(&table.columnNamed(context.parameters.text(parameter)));
        }
    }
    return columns;
}

/// Rows with equal values, in the order in which the values first occur. A missing value is a value
/// of its own, each reason apart.
Groups groupsOf(const Table& table, const std::vector<const Column*>& columns,
                const Progress& progress) {
    std::map<std::vector<std::pair<Presence, std::string>>, std::size_t> places;
    Groups groups;
    for (std::int64_t row = 0; row < table.rowCount(); ++row) {
        progress.checkpoint();
        std::vector<std::pair<Presence, std::string>> key;
        key.reserve(columns.size());
        for (const Column* column : columns) {
            key.emplace_back(column->presenceAt(row), column->displayAt(row));
        }
        const auto [found, isNew] = places.try_emplace(std::move(key), groups.size());
        if (isNew) {
            groups.emplace_back();
        }
        groups[found->second].push_back(row);
    }
    return groups;
}

Column countsOf(const Groups& groups, std::string name, PrivacyClass privacy) {
    Column counts({std::move(name), ColumnType::integer, Unit::count, privacy});
    for (const auto& group : groups) {
        counts.appendInteger(static_cast<std::int64_t>(group.size()));
    }
    return counts;
}

/// Totals of the figures that are there; missing where a group has none. `skipped` counts figures
/// that were missing beside others that were not.
Column sumsOf(const Groups& groups, const Column& figures, std::string name,
              std::int64_t& skipped) {
    Column sums({std::move(name), ColumnType::real, figures.info().unit, figures.info().privacy});
    for (const auto& group : groups) {
        NeumaierSum sum;
        std::int64_t missing = 0;
        for (const std::int64_t row : group) {
            if (figures.isPresent(row)) {
                sum.add(figures.numberAt(row));
            } else {
                ++missing;
            }
        }
        if (missing == static_cast<std::int64_t>(group.size())) {
            sums.appendAbsent();
        } else {
            sums.appendReal(sum.value());
            skipped += missing;
        }
    }
    return sums;
}

void Dissolve::run(const RunContext& context) const {
    // A group may reach from one end of the layer to the other: all rows count in a region too.
    const FeatureLayer areas = readLayer(context, "areas", std::nullopt, Precision::grid);
    const auto keys = groupColumns(context, areas.table);
    const Groups groups = groupsOf(areas.table, keys, context.progress);
    const GeometryColumn united =
        uniteGroups(areas.shared(), groups, areas.label, context.progress.part(0.1, 0.9, "unite"));
    const auto held = context.memory.reserve(united.byteCount());
    std::vector<std::int64_t> firstRows;
    for (const auto& group : groups) {
        firstRows.push_back(group.front());
    }
    std::vector<GatheredColumn> columns;
    ColumnNames names;
    for (const Column* key : keys) {
        ColumnInfo info = key->info();
        info.name = names.claim(info.name);
        columns.push_back({std::move(info), key, &firstRows});
    }
    const Column counts = countsOf(groups, names.claim("count"), highestPrivacy(areas.table));
    columns.push_back({counts.info(), &counts, nullptr});
    Column sums{ColumnInfo{}};
    if (context.parameters.has("sum-column")) {
        const std::string& name = context.parameters.text("sum-column");
        std::int64_t skipped = 0;
        sums = sumsOf(groups, areas.table.columnNamed(name), names.claim(name + "_sum"), skipped);
        columns.push_back({sums.info(), &sums, nullptr});
        remarkOnCount(context, "figures-missing", areas, skipped);
    }
    names.remarkOnRenamed(context.remarks);
    writeRows(context.tableOutput("united"), united, columns, context.region,
              context.progress.stopToken());
}

}  // namespace

std::unique_ptr<const Analysis> makeDissolve() {
    return std::make_unique<Dissolve>();
}

}  // namespace lommer::core
