#include "app/platform/shell_line.h"

#include <algorithm>
#include <string_view>

namespace lommer::app {
namespace {

/// What no shell takes for anything but itself.
bool isPlain(char letter) {
    constexpr std::string_view kPlain = "-_./:,=+@";
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || kPlain.find(letter) != std::string_view::npos;
}

#ifdef _WIN32
bool needsQuotes(const std::string& word) {
    return word.empty() ||
           !std::all_of(word.begin(), word.end(), [](char c) { return isPlain(c) || c == '\\'; });
}

/// Backslashes count as such unless a quote follows them.
std::string quoted(const std::string& word) {
    std::string text = "\"";
    std::size_t backslashes = 0;
    for (const char letter : word) {
        if (letter == '"') {
            text.append(backslashes + 1, '\\');
        }
        backslashes = letter == '\\' ? backslashes + 1 : 0;
        text += letter;
    }
    return text.append(backslashes, '\\') + "\"";
}
#else
bool needsQuotes(const std::string& word) {
    return word.empty() || !std::all_of(word.begin(), word.end(), isPlain);
}

std::string quoted(const std::string& word) {
    std::string text = "'";
    for (const char letter : word) {
        text += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    }
    return text + "'";
}
#endif

}  // namespace

std::string shellLine(const std::vector<std::string>& words) {
    std::string line;
    for (const std::string& word : words) {
        line += (line.empty() ? "" : " ") + (needsQuotes(word) ? quoted(word) : word);
    }
    return line;
}

}  // namespace lommer::app
