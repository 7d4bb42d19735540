#pragma once

#include "core/base/unit.h"
#include "core/engine/parameter.h"

#include <string>

namespace lommer::core {

/// Where an input that is itself a result came from: the run that made it, and which of its
/// outputs it is.
struct InputOrigin {
    std::string analysis;
    int analysisVersion = 0;
    /// Empty = the defaults.
    std::string definition;
    /// All settings of that run.
    ParameterValues parameters;
    std::string output;
    /// Of the values of that output; `none` where they have none or it is not known.
    Unit unit = Unit::none;
};

}  // namespace lommer::core
