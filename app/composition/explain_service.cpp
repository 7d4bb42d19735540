#include "app/composition/explain_service.h"

#include "app/composition/opened_run.h"
#include "app/composition/recorded_order.h"
#include "core/engine/run.h"
#include "gis/platform/file_error.h"
#include "gis/platform/scratch_file.h"

#include <stdexcept>
#include <utility>

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

struct ExplainedRun::Opened {
    Opened(const Environment& environment, const core::Analysis& explained, std::string text,
           const RunOrder& order, const std::stop_token& stop)
        : analysis(explained),
          recordText(std::move(text)),
          run(environment, explained.declaration(), order, remarks, stop),
          memory(environment.runBudgetBytes()) {
        std::filesystem::create_directories(work.path());
        scratch = gis::makeScratch(work.path());
    }

    const core::Analysis& analysis;
    std::string recordText;
    core::RemarkList remarks;
    OpenedRun run;
    core::MemoryBudget memory;
    WorkFolder work{"lommer-explain-"};
    std::unique_ptr<core::Scratch> scratch;
    std::unique_ptr<core::KeptSurroundings> kept;
};

ExplainedRun::ExplainedRun(const Environment& environment, std::filesystem::path recordPath)
    : environment_(environment), recordPath_(std::move(recordPath)) {}

ExplainedRun::~ExplainedRun() = default;

/// Leaves nothing open where the analysis cannot explain, or where anything is not as it was.
void ExplainedRun::open(const core::Progress& progress) {
    std::unique_ptr<Opened> before = std::move(opened_);
    std::string text = gis::readTextFile(recordPath_);
    const core::RunRecord record = core::recordFromText(text);
    const core::Analysis& analysis = environment_.catalogue().get(record.analysis);
    if (!analysis.canExplain()) {
        return;
    }
    requireInputs(record);
    const RunOrder order = orderOf(record, std::filesystem::absolute(recordPath_).parent_path());
    requireSameInputs(environment_, record, order, progress);
    opened_ = before != nullptr && before->recordText == text
                  ? std::move(before)
                  : std::make_unique<Opened>(environment_, analysis, std::move(text), order,
                                             progress.stopToken());
}

std::optional<core::PlaceExplanation> ExplainedRun::explain(core::Point place,
                                                            const core::Progress& progress) {
    open(progress);
    if (opened_ == nullptr) {
        return std::nullopt;
    }
    core::RemarkList remarks;
    NoOutputs outputs;
    return core::explainPlace(opened_->analysis, opened_->run.request,
                              {.progress = progress,
                               .remarks = remarks,
                               .memory = opened_->memory,
                               .scratch = *opened_->scratch,
                               .locator = environment_.locator(),
                               .outputs = outputs},
                              place, opened_->kept);
}

}  // namespace lommer::app
