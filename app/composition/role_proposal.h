#pragma once

#include "core/engine/declaration.h"
#include "gis/registers/layer.h"

#include <optional>
#include <vector>

namespace lommer::app {

/// How much a role wants a layer: 0 for the subject it asks for first, more for later ones; nothing
/// where the layer does not fit or is of no subject that the role asks for.
std::optional<std::size_t> wishRank(const core::RoleDeclaration& role,
                                    const gis::LayerDescription& layer);

/// A layer that a role may take; `description` is never null.
struct LayerCandidate {
    const gis::LayerDescription* description = nullptr;
    /// Made by a run: known to be something else than any subject.
    bool isResult = false;
};

/// The layers that a role takes by itself, as places in `layers`: those of the subjects that it
/// asks for, the most wanted first, as many as it has room for. A role that must be filled and
/// finds none takes the first that fits, unless that is known to be something else. Of alternatives
/// only the user can choose: they take none.
std::vector<std::size_t> proposedLayers(const core::RoleDeclaration& role,
                                        const std::vector<LayerCandidate>& layers);

}  // namespace lommer::app
