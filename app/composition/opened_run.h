#pragma once

#include "app/composition/opened_inputs.h"
#include "app/composition/run_service.h"
#include "core/engine/run.h"

#include <string>

namespace lommer::app {

/// The inputs of an order, opened, and what the engine is asked with them.
struct OpenedRun {
    /// `remarks` outlives this object. Throws what opening throws, and Error scenario-invalid.
    OpenedRun(const Environment& environment, const core::AnalysisDeclaration& analysis,
              const RunOrder& order, core::RemarkList& remarks, const std::stop_token& stop);

    OpenedInputs inputs;
    /// With the edits of the variant.
    core::RunRequest request;
    /// SHA-256 of the file of the variant; empty without one.
    std::string scenarioHash = {};
};

}  // namespace lommer::app
