#pragma once

#include "app/project/layer.h"
#include "app/text/questions.h"
#include "app/text/texts.h"
#include "core/engine/declaration.h"

#include <optional>
#include <string>
#include <vector>

namespace lommer::app {

/// What there is of the data that a question needs. Ids of roles, in the order of the declaration.
struct QuestionState {
    /// Of the roles that must be filled.
    std::vector<std::string> present = {};
    std::vector<std::string> missing = {};
    /// Of the others.
    std::vector<std::string> presentOptional = {};
    /// How long it will take; nothing where that cannot be told, and while data are missing.
    std::optional<double> seconds = {};

    bool isReady() const { return missing.empty(); }
};

/// With the layers that the roles of the analysis take by themselves.
QuestionState stateOf(const Question& question, const core::AnalysisDeclaration& analysis,
                      const std::vector<Layer>& layers);

/// "ongeveer 2 minuten": as precise as a guess can be.
QString roughDuration(double seconds);

}  // namespace lommer::app
