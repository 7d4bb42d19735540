#include "gis/vector_io/csv_value.h"

#include "core/base/letter_case.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <string>

namespace lommer::gis {
namespace {

// A quantity has fewer digits; what has more is an identification (BAG has 16).
constexpr std::size_t kMostDigits = 13;

std::size_t digitsAt(std::string_view text, std::size_t place) noexcept {
    std::size_t end = place;
    while (end < text.size() && core::isDigit(text[end])) {
        ++end;
    }
    return end - place;
}

/// The length of `,123,456` at `place`: how many groups of three behind `sign`.
std::size_t groupsAt(std::string_view text, std::size_t place, char sign) noexcept {
    std::size_t groups = 0;
    while (place < text.size() && text[place] == sign && digitsAt(text, place + 1) == 3) {
        place += 4;
        ++groups;
    }
    return groups;
}

/// What stands behind the first digits of a number with `sign` there and `other` as other sign.
NumberForm formBehind(std::string_view text, std::size_t first, char sign, NumberForm decimal,
                      NumberForm either, NumberForm grouped) noexcept {
    const char other = sign == ',' ? '.' : ',';
    const std::size_t groups = first <= 3 && text[0] != '0' ? groupsAt(text, first, sign) : 0;
    std::size_t place = first + 4 * groups;
    if (groups > 0 && place == text.size()) {
        return groups == 1 ? either : grouped;
    }
    if (groups > 0 && text[place] == other) {
        const std::size_t digits = digitsAt(text, place + 1);
        return digits > 0 && place + 1 + digits == text.size() ? grouped : NumberForm::none;
    }
    const std::size_t digits = digitsAt(text, first + 1);
    return first + 1 + digits == text.size() && digits > 0 ? decimal : NumberForm::none;
}

bool isExponent(std::string_view text) noexcept {
    if (text.size() < 2 || (text[0] != 'e' && text[0] != 'E')) {
        return false;
    }
    const std::size_t sign = text[1] == '-' || text[1] == '+' ? 1 : 0;
    const std::size_t digits = digitsAt(text, 1 + sign);
    return digits > 0 && digits <= 3 && 1 + sign + digits == text.size();
}

std::optional<int> digitsAsNumber(std::string_view text, std::size_t place, std::size_t count) {
    int value = 0;
    if (place + count > text.size() || digitsAt(text.substr(0, place + count), place) != count) {
        return std::nullopt;
    }
    std::from_chars(text.data() + place, text.data() + place + count, value);
    return value;
}

std::optional<std::int64_t> daysOf(std::optional<int> year, std::optional<int> month,
                                   std::optional<int> day) {
    if (!year || !month || !day) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year{*year},
                                           std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) {
        return std::nullopt;
    }
    return std::chrono::sys_days{date}.time_since_epoch().count();
}

/// Minutes east of Greenwich of `Z`, `+01:00` or nothing.
std::optional<int> zoneOf(std::string_view text) {
    if (text.empty() || text == "Z") {
        return 0;
    }
    const auto hours = digitsAsNumber(text, 1, 2);
    const auto minutes = digitsAsNumber(text, text.size() == 6 ? 4 : 3, 2);
    const bool isWhole = text.size() == 5 || (text.size() == 6 && text[3] == ':');
    if ((text[0] != '+' && text[0] != '-') || !isWhole || !hours || !minutes || *hours > 14 ||
        *minutes > 59) {
        return std::nullopt;
    }
    return (text[0] == '-' ? -1 : 1) * (*hours * 60 + *minutes);
}

}  // namespace

NumberForm numberFormOf(std::string_view text) noexcept {
    if (!text.empty() && text[0] == '-') {
        text.remove_prefix(1);
    }
    const std::size_t first = digitsAt(text, 0);
    if (first == 0) {
        return NumberForm::none;
    }
    if (first > 1 && text[0] == '0') {
        const bool hasDigitsOnly = first == text.size();
        return hasDigitsOnly ? NumberForm::code : NumberForm::none;
    }
    if (first == text.size()) {
        return first > kMostDigits ? NumberForm::code : NumberForm::integer;
    }
    if (isExponent(text.substr(first))) {
        return NumberForm::dot;
    }
    if (text[first] == ',') {
        return formBehind(text, first, ',', NumberForm::comma, NumberForm::commaOrGroup,
                          NumberForm::commaGroups);
    }
    if (text[first] != '.') {
        return NumberForm::none;
    }
    const std::size_t decimals = digitsAt(text, first + 1);
    if (decimals > 0 && isExponent(text.substr(first + 1 + decimals))) {
        return NumberForm::dot;
    }
    return formBehind(text, first, '.', NumberForm::dot, NumberForm::dotOrGroup,
                      NumberForm::dotGroups);
}

std::optional<double> parseNumber(std::string_view text, char decimal) {
    std::string plain;
    plain.reserve(text.size());
    for (const char c : text) {
        if (c == decimal) {
            plain += '.';
        } else if (c != ',' && c != '.') {
            plain += c;
        }
    }
    double value = 0.0;
    const auto [end, status] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    const bool isGood = status == std::errc{} && end == plain.data() + plain.size() &&
                        std::isfinite(value) && !plain.empty();
    return isGood ? std::optional(value) : std::nullopt;
}

std::optional<std::int64_t> parseInteger(std::string_view text) {
    std::array<char, 32> plain{};
    std::size_t count = 0;
    for (const char c : text) {
        if (c == ',' || c == '.') {
            continue;
        }
        if (count == plain.size()) {
            return std::nullopt;
        }
        plain[count++] = c;
    }
    std::int64_t value = 0;
    const auto [end, status] = std::from_chars(plain.data(), plain.data() + count, value);
    return status == std::errc{} && end == plain.data() + count && count > 0 ? std::optional(value)
                                                                             : std::nullopt;
}

std::optional<std::int64_t> parseDate(std::string_view text) {
    if (text.size() != 10) {
        return std::nullopt;
    }
    if (text[4] == '-' && text[7] == '-') {
        return daysOf(digitsAsNumber(text, 0, 4), digitsAsNumber(text, 5, 2),
                      digitsAsNumber(text, 8, 2));
    }
    if (text[2] == '-' && text[5] == '-') {
        return daysOf(digitsAsNumber(text, 6, 4), digitsAsNumber(text, 3, 2),
                      digitsAsNumber(text, 0, 2));
    }
    return std::nullopt;
}

std::optional<std::int64_t> parseDateTime(std::string_view text) {
    if (text.size() < 16 || (text[10] != 'T' && text[10] != ' ') || text[13] != ':') {
        return std::nullopt;
    }
    const auto days = parseDate(text.substr(0, 10));
    const auto hours = digitsAsNumber(text, 11, 2);
    const auto minutes = digitsAsNumber(text, 14, 2);
    std::size_t place = 16;
    std::int64_t milliseconds = 0;
    if (place < text.size() && text[place] == ':') {
        const auto seconds = digitsAsNumber(text, place + 1, 2);
        if (!seconds || *seconds > 60) {
            return std::nullopt;
        }
        milliseconds = *seconds * std::int64_t{1000};
        place += 3;
        if (place < text.size() && text[place] == '.') {
            const std::size_t digits = digitsAt(text, place + 1);
            std::int64_t weight = 100;
            for (std::size_t digit = 0; digit < digits; ++digit, weight /= 10) {
                milliseconds += weight * (text[place + 1 + digit] - '0');
            }
            place += 1 + digits;
        }
    }
    const auto zone = zoneOf(text.substr(place));
    if (!days || !hours || !minutes || !zone || *hours > 23 || *minutes > 59) {
        return std::nullopt;
    }
    return ((*days * 24 + *hours) * 60 + *minutes - *zone) * 60'000 + milliseconds;
}

std::string_view trimmed(std::string_view text) noexcept {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace lommer::gis
