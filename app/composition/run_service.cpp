#include "app/composition/run_service.h"

#include "app/composition/opened_run.h"
#include "app/composition/output_files.h"
#include "core/engine/parameter_check.h"
#include "core/vector/column.h"
#include "gis/platform/file_error.h"
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
    OpenedRun opened(environment, analysis.declaration(), order, remarks, progress.stopToken());
    if (!order.scenario.empty()) {
        record.scenarioFile = gis::utf8(order.scenario.filename());
        record.scenarioHash = opened.scenarioHash;
        record.scenarioPath = gis::utf8(std::filesystem::absolute(order.scenario));
    }
    core::MemoryBudget memory(environment.runBudgetBytes());
    OutputFiles outputs(folder->partial(), order.profile, opened.inputs.privacy(),
                        progress.stopToken());
    const core::Parameters parameters = core::runAnalysis(analysis, opened.request,
                                                          {.progress = progress.part(0.0, 0.98, {}),
                                                           .remarks = remarks,
                                                           .memory = memory,
                                                           .scratch = folder->scratch(),
                                                           .locator = environment.locator(),
                                                           .outputs = outputs});
    progress.part(0.98, 1.0, "write").report(0.0);
    record.parameters = parameters.values();
    record.outputs = outputs.finish(analysis.declaration().outputs);
    record.inputs = opened.inputs.record();
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
