#include "core/engine/catalogue.h"

#include "core/base/assert.h"

#include <algorithm>

namespace lommer::core {

void Catalogue::add(std::unique_ptr<const Analysis> analysis) {
    LOMMER_ASSERT(find(analysis->declaration().id) == nullptr);
    LOMMER_ASSERT(declarationFaults(analysis->declaration()).empty());
    analyses_.push_back(std::move(analysis));
}

const Analysis* Catalogue::find(std::string_view id) const noexcept {
    const auto found = std::find_if(
        analyses_.begin(), analyses_.end(),
        [id](const std::unique_ptr<const Analysis>& one) { return one->declaration().id == id; });
    return found == analyses_.end() ? nullptr : found->get();
}

const Analysis& Catalogue::get(std::string_view id) const {
    const Analysis* analysis = find(id);
    if (analysis == nullptr) {
        throw Error(ErrorCode::analysisUnknown, {{"analysis", std::string(id)}});
    }
    return *analysis;
}

}  // namespace lommer::core
