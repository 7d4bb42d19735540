#include "app/composition/run_service.h"

#include "app/composition/opened_inputs.h"
#include "app/composition/output_files.h"
#include "core/engine/parameter_check.h"
#include "core/engine/run.h"
#include "core/engine/scenario.h"
#include "core/vector/column.h"
#include "gis/platform/file_error.h"
#include "gis/platform/identity.h"
#include "gis/platform/result_folder.h"

#include <chrono>

namespace lommer::app {
namespace {

std::string utcNow() {
    const auto now =
        std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    const core::Column column({"now", core::ColumnType::dateTime},
                              std::vector<std::int64_t>{now.time_since_epoch().count()});
    return column.displayAt(0);
}

struct LoadedScenario {
    core::Scenario scenario;
    std::string hash;
};

LoadedScenario loadScenario(const std::filesystem::path& path) {
    const std::string text = gis::readTextFile(path);
    gis::Sha256 hash;
    hash.add(text.data(), text.size());
    return {core::scenarioFromText(text), hash.finish()};
}

core::RunRecord startRecord(const core::AnalysisDeclaration& analysis, const RunOrder& order) {
    core::RunRecord record;
    record.analysis = analysis.id;
    record.analysisVersion = analysis.version;
    record.definition = order.definition;
    record.region = order.region;
    record.profile = std::string(core::toText(order.profile));
    record.program = Environment::programVersion();
    record.libraries = gis::Session::libraryVersions();
    record.startedAt = utcNow();
    return record;
}

}  // namespace

core::RunRecord run(const Environment& environment, const RunOrder& order,
                    const core::Progress& progress) {
    const auto start = std::chrono::steady_clock::now();
    const core::Analysis& analysis = environment.catalogue().get(order.analysis);
    core::RunRecord record = startRecord(analysis.declaration(), order);
    // What is wrong with the settings is said before any file is opened.
    core::checkParameters(analysis.declaration(), order.parameters, order.definition);

    core::RemarkList remarks;
    for (const core::Remark& remark : order.remarks) {
        remarks.add(remark);
    }
    const auto folder = gis::ResultFolder::open(order.output, order.overwrite);
    OpenedInputs inputs(environment, analysis.declaration(), order.inputs, remarks,
                        progress.stopToken());
    core::RunRequest request{.given = order.parameters,
                             .definition = order.definition,
                             .inputs = inputs.bound(),
                             .region = order.region,
                             .options = {.tileSize = order.tileSize}};
    if (!order.scenario.empty()) {
        const LoadedScenario loaded = loadScenario(order.scenario);
        request.inputs = core::applyScenario(loaded.scenario, std::move(request.inputs));
        record.scenarioFile = gis::utf8(order.scenario.filename());
        record.scenarioHash = loaded.hash;
        record.scenarioPath = gis::utf8(std::filesystem::absolute(order.scenario));
    }
    core::MemoryBudget memory(environment.runBudgetBytes());
    OutputFiles outputs(folder->partial(), order.profile, inputs.privacy(), progress.stopToken());
    const core::Parameters parameters = core::runAnalysis(analysis, request,
                                                          {.progress = progress.part(0.0, 0.98, {}),
                                                           .remarks = remarks,
                                                           .memory = memory,
                                                           .scratch = folder->scratch(),
                                                           .locator = environment.locator(),
                                                           .outputs = outputs});
    progress.part(0.98, 1.0, "write").report(0.0);
    record.parameters = parameters.values();
    record.outputs = outputs.finish(analysis.declaration().outputs);
    record.inputs = inputs.record();
    record.remarks = remarks.take();
    progress.checkpoint();
    record.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    folder->commit(recordText(record));
    return record;
}

std::string recordText(const core::RunRecord& record) {
    return core::toText(record, record.profile == core::toText(core::ReleaseProfile::intern)
                                    ? core::RecordDetail::internal
                                    : core::RecordDetail::published);
}

}  // namespace lommer::app
