#pragma once

#include "core/base/remark.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lommer::core {

/// Gives out the names of a table's columns, each only once: files hold names for the same that
/// differ in the case of ASCII letters only.
class ColumnNames {
public:
    /// `wanted` where it is free, else with the first number from 2 that is: `mean_2`.
    std::string claim(const std::string& wanted);
    /// Wanted and given, in the order of claiming, where they differ.
    const std::vector<std::pair<std::string, std::string>>& renamed() const noexcept {
        return renamed_;
    }
    /// One remark where names differ: `column-renamed` {column, name} for one, else
    /// `columns-renamed` {count, names}, with each as `name → name_2`.
    void remarkOnRenamed(RemarkList& remarks) const;

private:
    bool isTaken(std::string_view name) const;

    std::vector<std::string> taken_;
    std::vector<std::pair<std::string, std::string>> renamed_;
};

}  // namespace lommer::core
