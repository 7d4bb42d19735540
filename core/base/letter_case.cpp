#include "core/base/letter_case.h"

#include <algorithm>

namespace lommer::core {

std::string lowered(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        c = lowered(c);
    }
    return result;
}

bool isEqualIgnoringCase(std::string_view a, std::string_view b) noexcept {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lowered(x) == lowered(y); });
}

std::string canonicalName(std::string_view name) {
    std::string result;
    for (const char c : lowered(name)) {
        if (isLetter(c) || isDigit(c)) {
            result += c;
        }
    }
    return result;
}

}  // namespace lommer::core
