#include "tests/support/dummy_analysis.h"

#include "core/engine/parallel.h"
#include "core/engine/parameter_check.h"

#include <algorithm>
#include <numeric>

namespace lommer::test {
namespace {

using namespace core;

std::vector<RoleDeclaration> roles() {
    return {
        {.id = "places", .kind = DataKind::table, .subjects = {"areas"}, .reach = Reach::cell()},
        {.id = "height",
         .kind = DataKind::raster,
         .minimumCount = 0,
         .alternativeGroup = {},
         .reach = {[](const Parameters& parameters) { return parameters.number("factor"); }}},
    };
}

std::vector<ParameterDeclaration> parameters() {
    return {
        {.id = "figure",
         .kind = ParameterKind::column,
         .isRequired = true,
         .role = "places",
         .columnTypes = {ColumnType::real, ColumnType::integer}},
        {.id = "factor", .unit = Unit::metre, .minimum = 0.0, .maximum = 10.0, .defaultValue = 1.0},
        {.id = "times",
         .kind = ParameterKind::integer,
         .minimum = 1.0,
         .defaultValue = std::int64_t{1},
         .isAdvanced = true},
        {.id = "with-note", .kind = ParameterKind::boolean, .defaultValue = false},
        {.id = "with-raster", .kind = ParameterKind::boolean, .defaultValue = false},
        {.id = "mode",
         .kind = ParameterKind::choice,
         .defaultValue = std::string("plain"),
         .choices = {"plain", "reverse"}},
        {.id = "note",
         .kind = ParameterKind::text,
         .requiredIf = ParameterCondition{"with-note", "true"}},
        {.id = "moment", .kind = ParameterKind::dateTime, .exclusiveGroup = "when"},
        {.id = "day", .kind = ParameterKind::integer, .exclusiveGroup = "when"},
        {.id = "limits",
         .kind = ParameterKind::numberList,
         .minimum = -100.0,
         .defaultValue = std::vector<double>{}},
        {.id = "weights", .kind = ParameterKind::weights, .minimum = 0.0},
        {.id = "classes",
         .kind = ParameterKind::rules,
         .ruleColumns = {{.id = "from", .isOptional = true},
                         {.id = "to", .isOptional = true},
                         {.id = "name", .isNumber = false}}},
    };
}

AnalysisDeclaration declare() {
    AnalysisDeclaration analysis;
    analysis.id = "dummy";
    analysis.version = 3;
    analysis.family = "basic";
    analysis.access = RasterAccess::cell;
    analysis.roles = roles();
    analysis.parameters = parameters();
    analysis.definitions = {{"standard", {}}, {"double", {{"factor", 2.0}}}};
    analysis.outputs = {
        {.id = "places",
         .kind = DataKind::table,
         .columnsOfRoles = {"places"},
         .columns = {{.name = "weighted", .unit = Unit::metre},
                     {.name = "class",
                      .type = ColumnType::text,
                      .condition = ParameterCondition{"classes"}},
                     {.name = "above_{}", .type = ColumnType::integer, .perValueOf = "limits"},
                     {.name = "_note",
                      .type = ColumnType::text,
                      .condition = ParameterCondition{"with-note", "true"},
                      .namedAfter = "figure"}},
         .tolerance = 1e-9,
         .charts = {{ChartKind::rankedBars, "weighted"}}},
        {.id = "height-doubled",
         .condition = ParameterCondition{"with-raster", "true"},
         .unit = Unit::metre,
         .resolutionExponent = -4,
         .tolerance = 0.0625},
    };
    return analysis;
}

class DummyAnalysis : public Analysis {
public:
    const AnalysisDeclaration& declaration() const noexcept override { return declaration_; }

    void run(const RunContext& context) const override {
        writePlaces(context);
        if (context.parameters.boolean("with-raster")) {
            writeDoubled(context);
        }
    }

private:
    static double weightOf(const Parameters& parameters) {
        double weight =
            parameters.number("factor") * static_cast<double>(parameters.integer("times"));
        if (parameters.has("weights")) {
            for (const auto& [key, value] : parameters.weights("weights").weights) {
                weight += value;
            }
        }
        return parameters.text("mode") == "reverse" ? -weight : weight;
    }

    static std::string classOf(const RuleTable& rules, double figure) {
        std::string name;
        for (const auto& row : rules.rows) {
            const auto* from = std::get_if<double>(&row[0]);
            const auto* to = std::get_if<double>(&row[1]);
            if ((from == nullptr || figure >= *from) && (to == nullptr || figure < *to)) {
                name = std::get<std::string>(row[2]);
            }
        }
        return name;
    }

    static Table placesWithFigures(const RunContext& context, const Table& places) {
        const Parameters& parameters = context.parameters;
        const Column& figure = places.columnNamed(parameters.text("figure"));
        const PrivacyClass privacy = figure.info().privacy;
        Column weighted({"weighted", ColumnType::real, Unit::metre, privacy});
        Column classes({"class", ColumnType::text, Unit::none, privacy});
        for (std::int64_t row = 0; row < places.rowCount(); ++row) {
            context.progress.checkpoint();
            weighted.appendReal(figure.numberAt(row) * weightOf(parameters));
            classes.appendText(parameters.has("classes")
                                   ? classOf(parameters.rules("classes"), figure.numberAt(row))
                                   : std::string());
        }
        Table result = places.withColumn(std::move(weighted));
        if (parameters.has("classes")) {
            result = result.withColumn(std::move(classes));
        }
        for (const double limit : parameters.numbers("limits")) {
            Column above({"above_" + toText(ParameterValue(limit)), ColumnType::integer, Unit::none,
                          privacy});
            for (std::int64_t row = 0; row < places.rowCount(); ++row) {
                above.appendInteger(figure.numberAt(row) >= limit ? 1 : 0);
            }
            result = result.withColumn(std::move(above));
        }
        if (parameters.boolean("with-note")) {
            Column note(
                {parameters.text("figure") + "_note", ColumnType::text, Unit::none, privacy});
            for (std::int64_t row = 0; row < places.rowCount(); ++row) {
                note.appendText(parameters.text("note"));
            }
            result = result.withColumn(std::move(note));
        }
        return result;
    }

    static void writePlaces(const RunContext& context) {
        TableQuery query;
        query.bounds = context.region;
        const Table places = context.table("places").read(query, context.progress.stopToken());
        context.tableOutput("places").append(placesWithFigures(context, places));
    }

    static void writeDoubled(const RunContext& context) {
        const RasterSource& height = context.raster("height");
        const CellWindow wanted = context.wantedWindow(height.grid());
        RasterSink& sink = context.rasterOutput("height-doubled", height.grid().subgrid(wanted));
        const auto tile = context.options.tileSize;
        const auto columns = (wanted.columns + tile - 1) / tile;
        const auto rows = (wanted.rows + tile - 1) / tile;
        parallelFor(columns * rows, context.progress.stopToken(), [&](std::int64_t index) {
            const CellWindow part =
                intersection(CellWindow{index % columns * tile, index / columns * tile, tile, tile},
                             CellWindow{0, 0, wanted.columns, wanted.rows});
            RasterBuffer<float> values(part.columns, part.rows);
            height.read(
                {wanted.column + part.column, wanted.row + part.row, part.columns, part.rows},
                values.view());
            for (float& value : values.values()) {
                value *= 2.0F;
            }
            sink.write(part, values.view());
            context.progress.advance(columns * rows);
        });
    }

    AnalysisDeclaration declaration_ = declare();
};

}  // namespace

std::unique_ptr<const core::Analysis> makeDummyAnalysis() {
    return std::make_unique<DummyAnalysis>();
}

}  // namespace lommer::test
