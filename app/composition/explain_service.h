#pragma once

#include "app/composition/environment.h"
#include "core/engine/explanation.h"
#include "core/engine/progress.h"

#include <filesystem>
#include <optional>

namespace lommer::app {

/// Why the result of a recorded run has its value at `place` (RD): opens the inputs that the record
/// names and asks the analysis. Nothing where the analysis cannot explain. Blocks.
/// Throws Error record-invalid, also for a recipe; file-missing and file-not-as-recorded where
/// inputs are gone or not what they were; what a run throws; and Cancelled.
std::optional<core::PlaceExplanation> explainPlace(const Environment& environment,
                                                   const std::filesystem::path& recordPath,
                                                   core::Point place,
                                                   const core::Progress& progress);

}  // namespace lommer::app
