#pragma once

#include "core/engine/analysis.h"

#include <string>
#include <vector>

namespace lommer::core {

/// What is asked of a run, after files have been opened and bound to roles.
struct RunRequest {
    ParameterValues given;
    /// Empty = the defaults.
    std::string definition;
    std::vector<BoundInput> inputs;
    std::optional<Bounds> region;
    RunOptions options;
};

/// What a run needs of its surroundings; all outlive it.
struct RunPorts {
    Progress progress;
    RemarkList& remarks;
    MemoryBudget& memory;
    Scratch& scratch;
    const GeoLocator& locator;
    OutputStore& outputs;
};

/// Checks everything that can be checked before computing: roles filled as declared, parameters,
/// column names and types. Returns the settings of the run.
/// Throws Error role-unknown, role-missing, role-too-many, role-not-fitting, column-missing,
/// column-not-numeric, and what `checkParameters` throws.
Parameters checkRequest(const AnalysisDeclaration& analysis, const RunRequest& request);

/// Checks and computes; the outputs lie in `ports.outputs` afterwards. Throws Error and Cancelled.
/// A failed allocation becomes Error memory-too-small.
Parameters runAnalysis(const Analysis& analysis, const RunRequest& request, const RunPorts& ports);

/// Checks as `runAnalysis` does and explains the value at one place of such a run; nothing where
/// the analysis cannot. Nothing is written to `ports.outputs`. `kept`: null, or what the place
/// before of the same request left there with the same memory and scratch, which outlive it.
/// Throws as `runAnalysis` does.
std::optional<PlaceExplanation> explainPlace(const Analysis& analysis, const RunRequest& request,
                                             const RunPorts& ports, Point place,
                                             std::unique_ptr<KeptSurroundings>& kept);

}  // namespace lommer::core
