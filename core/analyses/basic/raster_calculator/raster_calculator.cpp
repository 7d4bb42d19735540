#include "core/analyses/basic/raster_calculator/raster_calculator.h"

#include "core/raster/cell_pass.h"
#include "core/raster/formula.h"
#include "core/raster/resample.h"

#include <algorithm>
#include <atomic>

namespace lommer::core {
namespace {

const std::vector<std::string>& mapNames() {
    static const std::vector<std::string> names{"a", "b", "c", "d"};
    return names;
}

AnalysisDeclaration declare() {
    AnalysisDeclaration analysis;
    analysis.id = "raster-calculator";
    analysis.family = "basic";
    analysis.access = RasterAccess::cell;
    for (const std::string& name : mapNames()) {
        RoleDeclaration role;
        role.id = name;
        role.kind = DataKind::raster;
        role.minimumCount = name == "a" ? 1 : 0;
        // Another cell size makes an edited cell reach as far as a cell of either map.
        role.reach = name == "a" ? Reach::cell() : Reach::everywhere();
        analysis.roles.push_back(role);
    }
    analysis.parameters = {{.id = "formula", .kind = ParameterKind::text, .isRequired = true},
                           {.id = "between-cells",
                            .kind = ParameterKind::choice,
                            .defaultValue = std::string("weighted"),
                            .choices = {"weighted", "nearest"},
                            .isAdvanced = true}};
    OutputDeclaration result;
    result.id = "result";
    result.kind = DataKind::raster;
    result.tolerance = 1e-6;
    result.charts = {{ChartKind::histogram}};
    analysis.outputs = {result};
    return analysis;
}

/// The maps that a formula uses, all on the grid of map a.
class Maps {
public:
    Maps(const RunContext& context, const Formula& formula)
        : context_(context), grid_(context.raster("a").grid()) {
        for (std::size_t index = 0; index < mapNames().size(); ++index) {
            const std::string& name = mapNames()[index];
            const BoundInput* input = context.find(name);
            if (formula.uses(index)) {
                add(name, input);
            } else if (input != nullptr) {
                context.remarks.add({"map-unused", {{"map", name}, {"name", input->label}}});
            }
            places_.push_back(formula.uses(index) ? std::optional(sources_.size() - 1)
                                                  : std::nullopt);
        }
    }

    const Grid& grid() const noexcept { return grid_; }
    const std::vector<const RasterSource*>& sources() const noexcept { return sources_; }
    /// The rows of the sources by the number of their variable; null where it is not used.
    std::vector<const float*> byVariable(std::span<const float* const> rows) const {
        std::vector<const float*> ordered;
        for (const auto& place : places_) {
            ordered.push_back(place ? rows[*place] : nullptr);
        }
        return ordered;
    }

private:
    void add(const std::string& name, const BoundInput* input) {
        if (input == nullptr) {
            throw Error(ErrorCode::roleMissing,
                        {{"role", name}, {"analysis", context_.analysis.id}});
        }
        const RasterSource& source = *input->raster;
        if (source.grid() == grid_) {
            sources_.push_back(&source);
            return;
        }
        addOther(name, *input);
    }

    void addOther(const std::string& name, const BoundInput& input) {
        const Bounds theirs = input.raster->grid().bounds();
        const Bounds overlap = intersection(theirs, grid_.bounds());
        if (!(overlap.xmin < overlap.xmax && overlap.ymin < overlap.ymax)) {
            throw Error(ErrorCode::noOverlap,
                        {{"first", context_.find("a")->label}, {"second", input.label}});
        }
        const bool isNearest = context_.parameters.text("between-cells") == "nearest";
        resampled_.push_back(std::make_unique<ResampledSource>(
            *input.raster, grid_, isNearest ? Interpolation::nearest : Interpolation::bilinear));
        sources_.push_back(resampled_.back().get());
        if (resampled_.back()->isResampling()) {
            context_.remarks.add(
                {"raster-aligned", {{"layer", input.label}, {"cellSize", grid_.cellSize()}}});
        }
        if (!theirs.grownBy(1e-6 * grid_.cellSize()).contains(grid_.bounds())) {
            context_.remarks.add({"map-smaller", {{"map", name}, {"name", input.label}}});
        }
    }

    const RunContext& context_;
    Grid grid_;
    std::vector<std::unique_ptr<ResampledSource>> resampled_;
    std::vector<const RasterSource*> sources_;
    std::vector<std::optional<std::size_t>> places_;
};

class RasterCalculator : public Analysis {
public:
    const AnalysisDeclaration& declaration() const noexcept override { return declaration_; }

    void run(const RunContext& context) const override {
        const Formula formula(context.parameters.text("formula"), mapNames());
        const Maps maps(context, formula);
        const CellWindow wanted = context.wantedWindow(maps.grid());
        std::atomic<std::int64_t> failures{0};
        const auto makeWork = [&]() -> CellRowWork {
            return [&failures, &maps, evaluator = FormulaEvaluator(formula)](
                       std::span<const float* const> rows, std::span<float> result) mutable {
                failures += evaluator.evaluate(maps.byVariable(rows), result);
            };
        };
        runCellPass({maps.sources(), wanted, context.options.tileSize},
                    context.rasterOutput("result", maps.grid().subgrid(wanted)), context.memory,
                    context.progress, makeWork);
        if (failures > 0) {
            context.remarks.add({"cells-without-outcome", {{"cells", failures.load()}}});
        }
    }

private:
    AnalysisDeclaration declaration_ = declare();
};

}  // namespace

std::unique_ptr<const Analysis> makeRasterCalculator() {
    return std::make_unique<RasterCalculator>();
}

}  // namespace lommer::core
