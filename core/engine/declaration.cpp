#include "core/engine/declaration.h"

#include "core/engine/parameter_check.h"

#include <algorithm>
#include <limits>

namespace lommer::core {
namespace {

template <class Item>
const Item* findById(const std::vector<Item>& items, std::string_view id) noexcept {
    const auto found =
        std::find_if(items.begin(), items.end(), [id](const Item& item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

}  // namespace

Reach Reach::cell() {
    return of(0.0);
}
Reach Reach::everywhere() {
    return of(std::numeric_limits<double>::infinity());
}
Reach Reach::of(double metres) {
    return {[metres](const Parameters&) { return metres; }};
}

const RoleDeclaration* AnalysisDeclaration::findRole(std::string_view roleId) const noexcept {
    return findById(roles, roleId);
}
const ParameterDeclaration* AnalysisDeclaration::findParameter(
    std::string_view parameterId) const noexcept {
    return findById(parameters, parameterId);
}
const OutputDeclaration* AnalysisDeclaration::findOutput(std::string_view outputId) const noexcept {
    return findById(outputs, outputId);
}
const Definition* AnalysisDeclaration::findDefinition(
    std::string_view definitionId) const noexcept {
    return findById(definitions, definitionId);
}

bool holds(const std::optional<ParameterCondition>& condition, const Parameters& parameters) {
    if (!condition) {
        return true;
    }
    if (!parameters.has(condition->parameter)) {
        return false;
    }
    return condition->value.empty() ||
           toText(parameters.values().find(condition->parameter)->second) == condition->value;
}

}  // namespace lommer::core
