#pragma once

#include "core/engine/declaration.h"
#include "gis/registers/layer.h"
#include "gis/registers/mapping_files.h"

#include <string>
#include <vector>

namespace lommer::app {

/// A layer that is meant for a role.
struct InputOrder {
    std::string role;
    gis::LayerLocation location;
};

/// Reads `[ROLE=]PATH[|LAYER]` as typed on a command line and finds the layers it means. A path to
/// several layers without `|LAYER` gives those that fit the role (or any role without `ROLE=`).
/// Layers without a role go to the roles that want their subject, then to the first role with room
/// that takes their kind, in the order of the declaration.
/// `mappings`: what people assigned before. What a folder holds that cannot be used goes to
/// `remarks`.
/// Throws Error role-unknown, role-not-fitting, layer-unknown, layer-ambiguous, and what
/// gis::inspect throws.
std::vector<InputOrder> bindInputs(const core::AnalysisDeclaration& analysis,
                                   const std::vector<std::string>& specifications,
                                   core::RemarkList& remarks, const gis::Mappings& mappings = {});

/// True where a layer of this description can be put into the role.
bool fits(const core::RoleDeclaration& role, const gis::LayerDescription& layer);

}  // namespace lommer::app
