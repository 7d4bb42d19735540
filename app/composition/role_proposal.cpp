#include "app/composition/role_proposal.h"

#include "app/composition/input_binding.h"
#include "core/subjects/subjects.h"

#include <algorithm>

namespace lommer::app {

std::optional<std::size_t> wishRank(const core::RoleDeclaration& role,
                                    const gis::LayerDescription& layer) {
    if (!fits(role, layer)) {
        return std::nullopt;
    }
    const auto found = std::find_if(
        role.subjects.begin(), role.subjects.end(),
        [&layer](const std::string& subject) { return core::isSubject(layer.subject, subject); });
    return found == role.subjects.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - role.subjects.begin()));
}

std::vector<std::size_t> proposedLayers(const core::RoleDeclaration& role,
                                        const std::vector<LayerCandidate>& layers) {
    if (!role.alternativeGroup.empty()) {
        return {};
    }
    std::vector<std::pair<std::size_t, std::size_t>> wanted;
    for (std::size_t place = 0; place < layers.size(); ++place) {
        if (const auto rank = wishRank(role, *layers[place].description)) {
            wanted.emplace_back(*rank, place);
        }
    }
    std::sort(wanted.begin(), wanted.end());
    std::vector<std::size_t> proposed;
    for (const auto& [rank, place] : wanted) {
        if (static_cast<int>(proposed.size()) < role.maximumCount) {
            proposed.push_back(place);
        }
    }
    const bool mayBeAny = proposed.empty() && role.minimumCount > 0;
    for (std::size_t place = 0; mayBeAny && proposed.empty() && place < layers.size(); ++place) {
        const LayerCandidate& layer = layers[place];
        const bool isUnknown =
            role.subjects.empty() || (layer.description->subject.empty() && !layer.isResult);
        if (isUnknown && fits(role, *layer.description)) {
            proposed.push_back(place);
        }
    }
    return proposed;
}

}  // namespace lommer::app
