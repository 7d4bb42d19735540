#pragma once

#include "core/engine/declaration.h"
#include "gis/registers/layer.h"

#include <string>
#include <vector>

namespace lommer::app {

/// A role that asks for subjects, none of which is there.
struct MissingData {
    std::string role;
    /// The preferred first.
    std::vector<std::string> subjects;
    bool isOptional = false;
};

/// What an analysis asks for and these layers do not hold, in the order of the declaration. Roles
/// that take any data of their kind miss nothing.
std::vector<MissingData> missingData(const core::AnalysisDeclaration& analysis,
                                     const std::vector<gis::LayerDescription>& layers);

/// True where a layer holds a subject that the role asks for.
bool isWanted(const core::RoleDeclaration& role, const gis::LayerDescription& layer);

}  // namespace lommer::app
