#include "tests/architecture/source_text.h"

#include <algorithm>
#include <cctype>

namespace lommer::test {
namespace {

bool isWordCharacter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

}  // namespace

bool startsWithAny(std::string_view text, Words starts) {
    return std::any_of(starts.begin(), starts.end(),
                       [text](std::string_view start) { return text.starts_with(start); });
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return lines;
}

bool containsWord(std::string_view line, std::string_view word) {
    for (auto at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
        const auto after = at + word.size();
        if ((at == 0 || !isWordCharacter(line[at - 1])) &&
            (after == line.size() || !isWordCharacter(line[after]))) {
            return true;
        }
    }
    return false;
}

bool isCpp(std::string_view path) {
    return path.ends_with(".cpp") || path.ends_with(".h");
}
bool isCMake(std::string_view path) {
    return path.ends_with("CMakeLists.txt");
}

}  // namespace lommer::test
