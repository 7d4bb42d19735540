#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace lommer::test {

using Words = std::span<const std::string_view>;

bool startsWithAny(std::string_view text, Words starts);

/// Without spaces and tabs at both ends.
std::string_view trimmed(std::string_view text);

std::vector<std::string_view> linesOf(std::string_view text);

/// True where the word stands in the line and no letter, digit or `_` touches it.
bool containsWord(std::string_view line, std::string_view word);

bool isCpp(std::string_view path);
bool isCMake(std::string_view path);

}  // namespace lommer::test
