#include "core/analyses/basic/reclassify/reclassify.h"

#include "core/engine/parameter_check.h"
#include "core/raster/cell_pass.h"
#include "core/raster/class_table.h"
#include "core/raster/value_range.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>

namespace lommer::core {
namespace {

AnalysisDeclaration declare() {
    AnalysisDeclaration analysis;
    analysis.id = "reclassify";
    analysis.family = "basic";
    analysis.access = RasterAccess::cell;
    analysis.roles = {{.id = "values",
                       .kind = DataKind::raster,
                       // Classes of equal width hang on the lowest and highest value of all.
                       .reach = {[](const Parameters& parameters) {
                           return parameters.has("equal-classes")
                                      ? std::numeric_limits<double>::infinity()
                                      : 0.0;
                       }}}};
    analysis.parameters = {
        {.id = "rules",
         .kind = ParameterKind::rules,
         .exclusiveGroup = "classes",
         .ruleColumns = {{.id = "from", .isOptional = true},
                         {.id = "to", .isOptional = true},
                         {.id = "class", .isOptional = true}}},
        {.id = "limits", .kind = ParameterKind::numberList, .exclusiveGroup = "classes"},
        {.id = "equal-classes",
         .kind = ParameterKind::integer,
         .minimum = 1.0,
         .maximum = 1000.0,
         .exclusiveGroup = "classes"},
        {.id = "bound",
         .kind = ParameterKind::choice,
         .defaultValue = std::string("above"),
         .choices = {"above", "below"},
         .isAdvanced = true},
        {.id = "otherwise",
         .kind = ParameterKind::choice,
         .defaultValue = std::string("no-data"),
         .choices = {"no-data", "keep"},
         .isAdvanced = true}};
    OutputDeclaration classes;
    classes.id = "classes";
    classes.kind = DataKind::raster;
    classes.style = "style";
    classes.charts = {{ChartKind::histogram}};
    analysis.outputs = {classes};
    return analysis;
}

std::optional<double> numberOf(const RuleCell& cell) {
    const auto* number = std::get_if<double>(&cell);
    return number == nullptr ? std::nullopt : std::optional<double>(*number);
}

std::vector<ClassRule> rulesOf(const RuleTable& table) {
    std::vector<ClassRule> rules;
    for (const auto& row : table.rows) {
        const ClassRule rule{numberOf(row[0]), numberOf(row[1]), numberOf(row[2])};
        if (rule.from && rule.to && *rule.from > *rule.to) {
            throw Error(ErrorCode::valueUnknown, {{"parameter", std::string("rules")},
                                                  {"value", toText(RuleTable{{row}})},
                                                  {"allowed", std::string("from <= to")}});
        }
        rules.push_back(rule);
    }
    return rules;
}

/// Classes 1, 2, 3 … between bounds, open at both ends.
std::vector<ClassRule> rulesBetween(const std::vector<double>& bounds) {
    std::vector<ClassRule> rules;
    for (std::size_t number = 0; number <= bounds.size(); ++number) {
        rules.push_back(
            {number == 0 ? std::nullopt : std::optional<double>(bounds[number - 1]),
             number == bounds.size() ? std::nullopt : std::optional<double>(bounds[number]),
             static_cast<double>(number + 1)});
    }
    return rules;
}

std::vector<double> risingLimits(const std::vector<double>& limits) {
    const auto fall = std::adjacent_find(limits.begin(), limits.end(), std::greater_equal<>());
    if (fall != limits.end()) {
        throw Error(ErrorCode::valueUnknown,
                    {{"parameter", std::string("limits")},
                     {"value", toText(std::vector<double>{fall[0], fall[1]})},
                     {"allowed", toText(ParameterValue(fall[0])) + " < …"}});
    }
    return limits;
}

/// The bounds between `count` classes of equal width. Always over the whole map, so that a part of
/// it gets the same classes.
std::vector<double> equalBounds(const RunContext& context, std::int64_t count,
                                const Progress& progress) {
    const RasterSource& values = context.raster("values");
    const ValueRange range = valueRange(values, values.grid().window(), progress);
    std::vector<double> bounds;
    const auto lowest = static_cast<double>(range.lowest);
    const double width = (static_cast<double>(range.highest) - lowest) / static_cast<double>(count);
    for (std::int64_t number = 1; number < count && width > 0.0; ++number) {
        bounds.push_back(lowest + static_cast<double>(number) * width);
    }
    return bounds;
}

class Reclassify : public Analysis {
public:
    const AnalysisDeclaration& declaration() const noexcept override { return declaration_; }

    void run(const RunContext& context) const override {
        const Parameters& parameters = context.parameters;
        const bool isEqual = parameters.has("equal-classes");
        const double start = isEqual ? 0.4 : 0.0;
        const ClassTable table(
            rules(context, context.progress.part(0.0, start, "range")),
            parameters.text("bound") == "above" ? BoundBelongsTo::above : BoundBelongsTo::below,
            parameters.text("otherwise") == "keep");
        if (const auto overlap = table.firstOverlap()) {
            context.remarks.add(
                {"rules-overlap", {{"rule", static_cast<std::int64_t>(*overlap) + 1}}});
        }
        write(context, table, context.progress.part(start, 1.0, "classes"));
    }

private:
    static std::vector<ClassRule> rules(const RunContext& context, const Progress& progress) {
        const Parameters& parameters = context.parameters;
        if (parameters.has("rules") && !parameters.rules("rules").rows.empty()) {
            return rulesOf(parameters.rules("rules"));
        }
        if (parameters.has("limits") && !parameters.numbers("limits").empty()) {
            return rulesBetween(risingLimits(parameters.numbers("limits")));
        }
        if (parameters.has("equal-classes")) {
            const std::int64_t count = parameters.integer("equal-classes");
            return rulesBetween(equalBounds(context, count, progress));
        }
        throw Error(ErrorCode::parameterMissing,
                    {{"parameter", std::string("rules")}, {"analysis", context.analysis.id}});
    }

    static void write(const RunContext& context, const ClassTable& table,
                      const Progress& progress) {
        const RasterSource& values = context.raster("values");
        const CellWindow wanted = context.wantedWindow(values.grid());
        std::atomic<std::int64_t> without{0};
        runCellPass({{&values}, wanted, context.options.tileSize},
                    context.rasterOutput("classes", values.grid().subgrid(wanted)), context.memory,
                    progress, [&] {
                        return [&](std::span<const float* const> inputs, std::span<float> result) {
                            without += table.apply({inputs[0], result.size()}, result);
                        };
                    });
        if (without > 0) {
            const bool isKept = context.parameters.text("otherwise") == "keep";
            context.remarks.add(
                {isKept ? "cells-kept" : "cells-without-class", {{"cells", without.load()}}});
        }
    }

    AnalysisDeclaration declaration_ = declare();
};

}  // namespace

std::unique_ptr<const Analysis> makeReclassify() {
    return std::make_unique<Reclassify>();
}

}  // namespace lommer::core
