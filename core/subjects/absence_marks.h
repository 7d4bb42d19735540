#pragma once

#include "core/vector/column.h"

#include <optional>
#include <string_view>

namespace lommer::core {

/// What stands for "no value" in a column of numbers: empty, and the marks of CBS and other
/// publishers. `.` and `x` say that the figure exists but is not shown; the others do not say why.
/// `text` has no blanks around it.
std::optional<Presence> absenceOf(std::string_view text) noexcept;

}  // namespace lommer::core
