#pragma once

#include "app/composition/environment.h"
#include "core/engine/compare.h"
#include "core/engine/run_record.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lommer::app {

/// How one output came out when the run was done again.
struct VerifiedOutput {
    std::string id;
    /// Nothing where it could not be run; then `error` says why.
    std::optional<core::Likeness> likeness;
    double largestDifference = 0.0;
    std::string reason;
    std::optional<core::Error> error;
};

/// Runs again what a run.json records and compares each output with the record and the file beside
/// it. Inputs that are not what they were cannot be run (Error
/// file-not-as-recorded in the outputs). Throws Error record-invalid, also for a recipe, and
/// file-missing for the record itself, and Cancelled.
std::vector<VerifiedOutput> verify(const Environment& environment,
                                   const std::filesystem::path& recordPath,
                                   const core::Progress& progress);

}  // namespace lommer::app
