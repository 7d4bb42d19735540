#include "gis/registers/figure_names.h"

#include "core/base/letter_case.h"
#include "gis/registers/layer_pattern.h"

#include <algorithm>
#include <array>
#include <optional>

namespace lommer::gis {
namespace {

bool isUpper(char c) noexcept {
    return c >= 'A' && c <= 'Z';
}

bool isLower(char c) noexcept {
    return c >= 'a' && c <= 'z';
}

bool areDigits(std::string_view text) noexcept {
    return !text.empty() && std::all_of(text.begin(), text.end(), core::isDigit);
}

std::size_t digitsAtEnd(std::string_view text) noexcept {
    std::size_t count = 0;
    while (count < text.size() && core::isDigit(text[text.size() - 1 - count])) {
        ++count;
    }
    return count;
}

bool isYear(std::string_view text) noexcept {
    return text.size() == 4 && areDigits(text) &&
           (text.starts_with("19") || text.starts_with("20"));
}

/// The name without `_5` at its end; nothing where it has no number.
std::optional<std::string_view> topicOf(std::string_view name) noexcept {
    const std::size_t digits = digitsAtEnd(name);
    const std::size_t rest = name.size() - digits;
    if (digits == 0 || rest < 2 || name[rest - 1] != '_') {
        return std::nullopt;
    }
    return name.substr(0, rest - 1);
}

/// True where a new word begins at `place`: `aantalInwoners`, `WOZWaarde`, `k_0Tot15Jaar`.
bool beginsWord(std::string_view name, std::size_t place) noexcept {
    if (place == 0 || name[place - 1] == '_') {
        return false;
    }
    const char before = name[place - 1];
    const char here = name[place];
    const bool isLastOfCapitals =
        isUpper(before) && isUpper(here) && place + 1 < name.size() && isLower(name[place + 1]);
    return (isUpper(here) && !isUpper(before)) || (core::isDigit(here) && !core::isDigit(before)) ||
           (!core::isDigit(here) && core::isDigit(before)) || isLastOfCapitals;
}

struct CodeKind {
    std::string_view word;
    std::string_view letters;
    std::size_t digits;
};

constexpr std::array kCodeKinds{CodeKind{"buurt", "BU", 8}, CodeKind{"bu", "BU", 8},
                                CodeKind{"wijk", "WK", 6},  CodeKind{"wk", "WK", 6},
                                CodeKind{"gem", "GM", 4},   CodeKind{"gm", "GM", 4}};

}  // namespace

std::string canonicalStem(std::string_view name) {
    const auto topic = topicOf(name);
    if (topic) {
        return core::canonicalName(*topic);
    }
    std::string canonical = core::canonicalName(name);
    const std::size_t digits = digitsAtEnd(canonical);
    constexpr std::size_t kYearDigits = 4;
    const bool endsInYear =
        digits == kYearDigits && canonical.size() > kYearDigits &&
        isYear(std::string_view(canonical).substr(canonical.size() - kYearDigits));
    canonical.erase(endsInYear ? canonical.size() - kYearDigits : canonical.size());
    return canonical;
}

std::string figureName(std::string_view name) {
    const auto topic = topicOf(name);
    const bool isStatLine = topic && std::any_of(topic->begin(), topic->end(), isUpper) &&
                            std::all_of(topic->begin(), topic->end(), [](char c) {
                                return isUpper(c) || isLower(c) || core::isDigit(c) || c == '_';
                            });
    if (!isStatLine) {
        return std::string(name);
    }
    std::string result;
    for (std::size_t place = 0; place < topic->size(); ++place) {
        result += beginsWord(*topic, place) ? "_" : "";
        result += core::lowered((*topic)[place]);
    }
    return result;
}

std::string periodDate(std::string_view period) {
    const std::string_view year = period.substr(0, 4);
    if (!isYear(year)) {
        return {};
    }
    const std::string_view kind = period.size() == 8 ? period.substr(4, 2) : std::string_view();
    const std::string_view part = period.size() == 8 ? period.substr(6) : std::string_view();
    constexpr std::array<std::string_view, 5> kQuarterEnds{"", "03", "06", "09", "12"};
    if (kind == "KW" && part >= "01" && part <= "04" && areDigits(part)) {
        return std::string(year) + '-' +
               std::string(kQuarterEnds[static_cast<std::size_t>(part[1] - '0')]);
    }
    if (kind == "MM" && part >= "01" && part <= "12" && areDigits(part)) {
        return std::string(year) + '-' + std::string(part);
    }
    return std::string(year);
}

std::string areaCode(std::string_view cell, std::string_view column) {
    const auto first = cell.find_first_not_of(' ');
    if (first == std::string_view::npos) {
        return {};
    }
    std::string code(cell.substr(first, cell.find_last_not_of(' ') - first + 1));
    const std::string name = core::canonicalName(column);
    const auto* const kind =
        std::find_if(kCodeKinds.begin(), kCodeKinds.end(),
                     [&name](const CodeKind& one) { return name.starts_with(one.word); });
    if (kind == kCodeKinds.end() || !areDigits(code) || code.size() > kind->digits) {
        return code;
    }
    code.insert(0, kind->digits - code.size(), '0');
    return std::string(kind->letters) + code;
}

}  // namespace lommer::gis
