#include "app/composition/explain_service.h"

#include "app/composition/opened_inputs.h"
#include "app/composition/recorded_order.h"
#include "core/engine/run.h"
#include "core/engine/scenario.h"
#include "gis/platform/file_error.h"
#include "gis/platform/scratch_file.h"

#include <stdexcept>

namespace lommer::app {
namespace {

/// An explanation writes nothing.
class NoOutputs : public core::OutputStore {
public:
    core::RasterSink& raster(const core::OutputDeclaration& output, const core::Grid&) override {
        refuse(output);
    }
    core::TableSink& table(const core::OutputDeclaration& output) override { refuse(output); }

private:
    [[noreturn]] static void refuse(const core::OutputDeclaration& output) {
        throw std::logic_error("an explanation writes the output " + output.id);
    }
};

}  // namespace

std::optional<core::PlaceExplanation> explainPlace(const Environment& environment,
                                                   const std::filesystem::path& recordPath,
                                                   core::Point place,
                                                   const core::Progress& progress) {
    const core::RunRecord record = core::recordFromText(gis::readTextFile(recordPath));
    const core::Analysis& analysis = environment.catalogue().get(record.analysis);
    if (!analysis.canExplain()) {
        return std::nullopt;
    }
    requireInputs(record);
    const RunOrder order = orderOf(record, std::filesystem::absolute(recordPath).parent_path());
    requireSameInputs(environment, record, order, progress);
    core::RemarkList remarks;
    const OpenedInputs inputs(environment, analysis.declaration(), order.inputs, remarks,
                              progress.stopToken());
    core::RunRequest request{.given = order.parameters,
                             .definition = order.definition,
                             .inputs = inputs.bound(),
                             .region = order.region,
                             .options = {.tileSize = order.tileSize}};
    if (!order.scenario.empty()) {
        const core::Scenario scenario = core::scenarioFromText(gis::readTextFile(order.scenario));
        request.inputs = core::applyScenario(scenario, std::move(request.inputs));
    }
    const WorkFolder work("lommer-explain-");
    std::filesystem::create_directories(work.path());
    const auto scratch = gis::makeScratch(work.path());
    core::MemoryBudget memory(environment.runBudgetBytes());
    NoOutputs outputs;
    return core::explainPlace(analysis, request,
                              {.progress = progress,
                               .remarks = remarks,
                               .memory = memory,
                               .scratch = *scratch,
                               .locator = environment.locator(),
                               .outputs = outputs},
                              place);
}

}  // namespace lommer::app
