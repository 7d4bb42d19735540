#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace lommer::test {

enum class Language { dutch, english };

/// Where a text of a person's screen breaks a rule of language: forbidden words, quotes, dots, and
/// the space between a number and its unit. A sentence for whoever wrote the text; empty = sound.
std::vector<std::string> wordingFaults(std::string_view text, Language language);

/// What is missing or of the wrong shape in the texts of one analysis.
std::vector<std::string> shapeFaults(const nlohmann::json& texts);

/// Keys that only one of the two has, and `{placeholders}` that differ, as paths: `/roles/zones`.
std::vector<std::string> differences(const nlohmann::json& dutch, const nlohmann::json& english);

/// Every string in `texts` with its path.
std::vector<std::pair<std::string, std::string>> stringsOf(const nlohmann::json& texts);

}  // namespace lommer::test
