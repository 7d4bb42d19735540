#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace lommer::core {

/// A value inside an error or a remark. Numbers stay numbers, so that `app` can write them in
/// Dutch.
using Argument = std::variant<std::string, std::int64_t, double>;

/// Named values in the order in which they were given.
using Arguments = std::vector<std::pair<std::string, Argument>>;

/// The value as plain English text with a decimal dot, for logs and files.
std::string toText(const Argument& argument);

}  // namespace lommer::core
