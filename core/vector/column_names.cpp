#include "core/vector/column_names.h"

#include "core/base/letter_case.h"

#include <algorithm>

namespace lommer::core {

bool ColumnNames::isTaken(std::string_view name) const {
    return std::any_of(taken_.begin(), taken_.end(),
                       [name](const std::string& one) { return isEqualIgnoringCase(one, name); });
}

std::string ColumnNames::claim(const std::string& wanted) {
    std::string name = wanted;
    for (int number = 2; isTaken(name); ++number) {
        name = wanted + '_' + std::to_string(number);
    }
    if (name != wanted) {
        renamed_.emplace_back(wanted, name);
    }
    taken_.push_back(name);
    return name;
}

void ColumnNames::remarkOnRenamed(RemarkList& remarks) const {
    if (renamed_.size() == 1) {
        remarks.add({"column-renamed",
                     {{"column", renamed_.front().first}, {"name", renamed_.front().second}}});
    } else if (!renamed_.empty()) {
        std::string names;
        for (const auto& [wanted, given] : renamed_) {
            names += names.empty() ? "" : ", ";
            names.append(wanted).append(" → ").append(given);
        }
        remarks.add(
            {"columns-renamed",
             {{"count", static_cast<std::int64_t>(renamed_.size())}, {"names", std::move(names)}}});
    }
}

}  // namespace lommer::core
