#include "app/composition/missing_data.h"

#include "app/composition/role_proposal.h"

#include <algorithm>

namespace lommer::app {

bool isWanted(const core::RoleDeclaration& role, const gis::LayerDescription& layer) {
    return wishRank(role, layer).has_value();
}

std::vector<MissingData> missingData(const core::AnalysisDeclaration& analysis,
                                     const std::vector<gis::LayerDescription>& layers) {
    std::vector<MissingData> missing;
    for (const core::RoleDeclaration& role : analysis.roles) {
        const bool isThere =
            role.subjects.empty() ||
            std::any_of(layers.begin(), layers.end(), [&role](const gis::LayerDescription& layer) {
                return isWanted(role, layer);
            });
        if (!isThere) {
            missing.push_back(
                {role.id, role.subjects, role.minimumCount == 0 || !role.alternativeGroup.empty()});
        }
    }
    return missing;
}

}  // namespace lommer::app
