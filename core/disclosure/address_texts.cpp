#include "core/disclosure/address_texts.h"

#include "core/base/letter_case.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace lommer::core {
namespace {

using namespace std::string_view_literals;

bool areDigits(std::string_view text) noexcept {
    return std::all_of(text.begin(), text.end(), isDigit);
}

/// 12, 12a, 12bis.
bool isHouseNumber(std::string_view word) noexcept {
    constexpr std::size_t kMostDigits = 5;
    constexpr std::size_t kMostLetters = 3;
    const auto letters = std::find_if_not(word.begin(), word.end(), isDigit);
    const auto digits = static_cast<std::size_t>(letters - word.begin());
    return digits > 0 && digits <= kMostDigits && word[0] != '0' &&
           word.size() - digits <= kMostLetters && std::all_of(letters, word.end(), isLetter);
}

/// Not every ending of a street: sports fields, parks and paths have numbers too.
bool isStreet(std::string_view word) {
    constexpr std::array kEndings{"straat"sv, "str"sv,      "weg"sv,   "laan"sv,  "plein"sv,
                                  "dijk"sv,   "hof"sv,      "steeg"sv, "kade"sv,  "gracht"sv,
                                  "singel"sv, "dreef"sv,    "allee"sv, "brink"sv, "plantsoen"sv,
                                  "markt"sv,  "boulevard"sv};
    const std::string lower = lowered(word);
    return !isDigit(lower.front()) &&
           std::any_of(kEndings.begin(), kEndings.end(),
                       [&lower](std::string_view ending) { return lower.ends_with(ending); });
}

std::vector<std::string_view> wordsOf(std::string_view text) {
    constexpr std::string_view kBetween = " ,;.-/()\t\r\n";
    std::vector<std::string_view> words;
    for (auto start = text.find_first_not_of(kBetween); start != std::string_view::npos;) {
        const auto end = std::min(text.find_first_of(kBetween, start), text.size());
        words.push_back(text.substr(start, end - start));
        start = text.find_first_not_of(kBetween, end);
    }
    return words;
}

/// How many words from `at` on are a postcode.
std::size_t postcodeAt(const std::vector<std::string_view>& words, std::size_t at) noexcept {
    if (isPostcode(words[at])) {
        return 1;
    }
    const bool isPair = at + 1 < words.size() && words[at].size() == 4 && words[at][0] != '0' &&
                        areDigits(words[at]) && words[at + 1].size() == 2 &&
                        isLetter(words[at + 1][0]) && isLetter(words[at + 1][1]);
    return isPair ? 2 : 0;
}

}  // namespace

bool isPostcode(std::string_view text) noexcept {
    constexpr std::size_t kDigits = 4;
    const bool isSpaced = text.size() == 7 && text[kDigits] == ' ';
    const std::string_view letters =
        text.substr(std::min(text.size(), kDigits + (isSpaced ? 1 : 0)));
    return (text.size() == 6 || isSpaced) && text[0] != '0' && areDigits(text.substr(0, kDigits)) &&
           isLetter(letters[0]) && isLetter(letters[1]);
}

bool isAddressIdentification(std::string_view text) noexcept {
    constexpr std::size_t kDigits = 16;
    constexpr std::size_t kMostZeros = 3;  // before the number of a municipality
    if (text.starts_with("NL.IMBAG.")) {
        text.remove_prefix(text.rfind('.') + 1);
    }
    if (text.size() > kDigits || text.size() < kDigits - kMostZeros || !areDigits(text)) {
        return false;
    }
    const std::size_t lost = kDigits - text.size();
    // Municipalities have numbers below 2000: a moment, 2024011512…, is none.
    const bool isMunicipality = lost > 0 || text[0] < '2';
    const std::string_view kind = text.substr(4 - lost, 2);
    return isMunicipality && (kind == "01" || kind == "02" || kind == "03" || kind == "20");
}

bool isAddressText(std::string_view text) {
    constexpr std::size_t kLongest = 160;
    const bool mayBeOne = text.size() <= kLongest && text.find(' ') != std::string_view::npos &&
                          std::any_of(text.begin(), text.end(), isDigit);
    if (!mayBeOne) {
        return false;
    }
    bool hasPostcode = false;
    bool hasNumber = false;
    const std::vector<std::string_view> words = wordsOf(text);
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::size_t length = postcodeAt(words, at);
        if (length > 0) {
            hasPostcode = true;
            at += length - 1;
        } else if (isHouseNumber(words[at])) {
            hasNumber = true;
            if (at > 0 && isStreet(words[at - 1])) {
                return true;
            }
        }
    }
    return hasPostcode && hasNumber;
}

}  // namespace lommer::core
