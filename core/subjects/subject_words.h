#pragma once

#include <span>
#include <string_view>

namespace lommer::core {

/// What municipalities call a column of a subject, beside its own name, in lower case, letters and
/// digits only, the most usual first; empty where nothing else is usual.
std::span<const std::string_view> columnWords(std::string_view subject, std::string_view column);

/// Words in the name of a layer or file that say that it is about a subject; empty where none do.
std::span<const std::string_view> layerWords(std::string_view subject);

/// True for names that columns of many subjects have (`id`, `naam`): they tell little of what a
/// layer is about.
bool isCommonName(std::string_view canonical) noexcept;

}  // namespace lommer::core
