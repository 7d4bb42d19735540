#pragma once

#include "app/composition/environment.h"
#include "core/engine/explanation.h"
#include "core/engine/progress.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace lommer::app {

/// Says of places of the result of a recorded run why they have their value. The inputs that the
/// record names are opened for the first place and stay open for the next, with what the analysis
/// keeps of its surroundings, as long as neither they nor the record change. Meanwhile there may be
/// a folder among the temporary ones. For one thread at a time.
class ExplainedRun {
public:
    /// `environment` outlives this object. Opens nothing yet.
    ExplainedRun(const Environment& environment, std::filesystem::path recordPath);
    ~ExplainedRun();
    ExplainedRun(const ExplainedRun&) = delete;
    ExplainedRun& operator=(const ExplainedRun&) = delete;

    /// Asks the analysis about `place` (RD). Nothing where it cannot explain. Blocks.
    /// Throws Error record-invalid, also for a recipe; file-missing and file-not-as-recorded where
    /// inputs are gone or not what they were; what a run throws; and Cancelled.
    std::optional<core::PlaceExplanation> explain(core::Point place,
                                                  const core::Progress& progress);

private:
    struct Opened;

    void open(const core::Progress& progress);

    const Environment& environment_;
    std::filesystem::path recordPath_;
    std::unique_ptr<Opened> opened_;
};

}  // namespace lommer::app
