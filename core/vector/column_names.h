#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lommer::core {

/// True for names that files hold for the same: the case of ASCII letters does not count.
bool isSameColumnName(std::string_view a, std::string_view b) noexcept;

/// Gives out the names of a table's columns, each only once (`isSameColumnName`).
class ColumnNames {
public:
    /// `wanted` where it is free, else with the first number from 2 that is: `mean_2`.
    std::string claim(const std::string& wanted);
    /// Wanted and given, in the order of claiming, where they differ.
    const std::vector<std::pair<std::string, std::string>>& renamed() const noexcept {
        return renamed_;
    }

private:
    bool isTaken(std::string_view name) const;

    std::vector<std::string> taken_;
    std::vector<std::pair<std::string, std::string>> renamed_;
};

}  // namespace lommer::core
