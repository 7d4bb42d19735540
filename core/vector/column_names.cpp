#include "core/vector/column_names.h"

#include <algorithm>
#include <cctype>

namespace lommer::core {

bool isSameColumnName(std::string_view a, std::string_view b) noexcept {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        return std::tolower(static_cast<unsigned char>(x)) ==
               std::tolower(static_cast<unsigned char>(y));
    });
}

bool ColumnNames::isTaken(std::string_view name) const {
    return std::any_of(taken_.begin(), taken_.end(),
                       [name](const std::string& one) { return isSameColumnName(one, name); });
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

}  // namespace lommer::core
