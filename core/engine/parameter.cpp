#include "core/engine/parameter.h"

#include "core/base/assert.h"

#include <array>

namespace lommer::core {

std::string_view toText(ParameterKind kind) noexcept {
    constexpr std::array<std::string_view, 10> texts{
        "number",    "integer",     "boolean", "choice",  "text",
        "date-time", "number-list", "column",  "weights", "rules"};
    return texts[static_cast<std::size_t>(kind)];
}

template <class Value>
const Value& Parameters::get(std::string_view id) const {
    const auto found = values_.find(id);
    LOMMER_ASSERT(found != values_.end() && std::holds_alternative<Value>(found->second));
    return std::get<Value>(found->second);
}

bool Parameters::has(std::string_view id) const {
    const auto found = values_.find(id);
    return found != values_.end() && !std::holds_alternative<std::monostate>(found->second);
}

double Parameters::number(std::string_view id) const {
    return get<double>(id);
}
std::int64_t Parameters::integer(std::string_view id) const {
    return get<std::int64_t>(id);
}
bool Parameters::boolean(std::string_view id) const {
    return get<bool>(id);
}
const std::string& Parameters::text(std::string_view id) const {
    return get<std::string>(id);
}
const std::vector<double>& Parameters::numbers(std::string_view id) const {
    return get<std::vector<double>>(id);
}
const WeightsTable& Parameters::weights(std::string_view id) const {
    return get<WeightsTable>(id);
}
const RuleTable& Parameters::rules(std::string_view id) const {
    return get<RuleTable>(id);
}

}  // namespace lommer::core
