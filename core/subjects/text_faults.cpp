#include "core/subjects/text_faults.h"

#include "core/base/windows1252.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace lommer::core {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kByteOrderMark = 0xFEFF;
constexpr std::string_view kReplacementBytes = "\xEF\xBF\xBD";
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
/// Nobody has seen it happen more often.
constexpr int kMostTimes = 3;

/// How many bytes a sequence of UTF-8 has by its first; 0 for a byte that starts none (RFC 3629).
std::size_t lengthOf(unsigned byte) noexcept {
    return byte < 0x80                    ? 1
           : byte >= 0xC2 && byte <= 0xDF ? 2
           : byte >= 0xE0 && byte <= 0xEF ? 3
           : byte >= 0xF0 && byte <= 0xF4 ? 4
                                          : 0;
}

bool isContinuation(unsigned byte) noexcept {
    return byte >= 0x80 && byte <= 0xBF;
}

struct Character {
    char32_t code = 0;
    /// 0: no UTF-8.
    std::size_t length = 0;
};

Character characterAt(std::string_view text, std::size_t at) noexcept {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t length = lengthOf(first);
    if (length == 0 || at + length > text.size()) {
        return {};
    }
    constexpr std::uint32_t kBitsOfFirst[]{0, 0x7F, 0x1F, 0x0F, 0x07};
    std::uint32_t code = first & kBitsOfFirst[length];
    for (std::size_t index = 1; index < length; ++index) {
        const auto byte = static_cast<unsigned char>(text[at + index]);
        if (!isContinuation(byte)) {
            return {};
        }
        code = code << 6U | (byte & 0x3FU);
    }
    return {code, length};
}

/// The byte that Windows-1252, or Latin-1, shows as this character; nothing where there is none.
std::optional<unsigned> byteOf(char32_t code) noexcept {
    if (code >= 0x80 && code <= 0xFF) {
        return static_cast<unsigned>(code);
    }
    if (code == kReplacement) {
        return std::nullopt;
    }
    const auto* found = std::find(kWindows1252Upper.begin(), kWindows1252Upper.end(), code);
    return found == kWindows1252Upper.end()
               ? std::nullopt
               : std::optional(0x80U + static_cast<unsigned>(found - kWindows1252Upper.begin()));
}

bool mayBeMeant(char32_t code) noexcept {
    const bool isShown = code >= 0xA0 && byteOf(code).has_value();
    return isShown || code == kByteOrderMark || code == kReplacement;
}

/// What the characters from `at` on were before they were misread.
struct Undone {
    std::string bytes;
    /// How many bytes of the text they take; 0: nothing is wrong here.
    std::size_t length = 0;
};

Undone undoneAt(std::string_view text, std::size_t at) {
    Undone undone;
    std::size_t wanted = 1;
    while (undone.bytes.size() < wanted) {
        const std::size_t place = at + undone.length;
        const Character character = place < text.size() ? characterAt(text, place) : Character{};
        const auto byte = character.length == 0 ? std::nullopt : byteOf(character.code);
        const bool isFirst = undone.bytes.empty();
        if (!byte || (isFirst ? lengthOf(*byte) < 2 : !isContinuation(*byte))) {
            return {};
        }
        wanted = isFirst ? lengthOf(*byte) : wanted;
        undone.bytes += static_cast<char>(*byte);
        undone.length += character.length;
    }
    const Character original = characterAt(undone.bytes, 0);
    return original.length > 0 && mayBeMeant(original.code) ? undone : Undone{};
}

std::string undoneOnce(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const bool isPlain = static_cast<unsigned char>(text[at]) < 0x80;
        const Undone undone = isPlain ? Undone{} : undoneAt(text, at);
        if (undone.length > 0) {
            result += undone.bytes;
            at += undone.length;
        } else {
            const std::size_t length =
                std::max<std::size_t>(1, isPlain ? 1 : characterAt(text, at).length);
            result += text.substr(at, length);
            at += length;
        }
    }
    return result;
}

bool isSpace(char c) noexcept {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

std::optional<double> numberOf(std::string_view text) {
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value)
                                                                    : std::nullopt;
}

bool areDigits(std::string_view text) noexcept {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// `-1.234` as `-1234`: a whole number with or without dots between the thousands; nothing for
/// other texts.
std::optional<std::string> withoutDots(std::string_view whole) {
    std::string plain(whole.starts_with('-') ? "-" : "");
    whole.remove_prefix(plain.size());
    constexpr std::size_t kGroup = 3;
    for (bool isFirst = true; !whole.empty() || isFirst; isFirst = false) {
        const auto dot = std::min(whole.find('.'), whole.size());
        const std::string_view group = whole.substr(0, dot);
        const bool isWhole = isFirst ? dot == whole.size() || dot <= kGroup : dot == kGroup;
        if (!areDigits(group) || !isWhole || dot + 1 == whole.size()) {
            return std::nullopt;
        }
        plain += group;
        whole.remove_prefix(std::min(dot + 1, whole.size()));
    }
    return plain;
}

}  // namespace

std::string withoutMojibake(std::string_view text) {
    std::string result(text);
    const auto isAscii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    if (std::all_of(text.begin(), text.end(), isAscii)) {
        return result;
    }
    for (int time = 0; time < kMostTimes; ++time) {
        std::string undone = undoneOnce(result);
        if (undone == result) {
            break;
        }
        result = std::move(undone);
    }
    return result;
}

bool hasLostCharacter(std::string_view text) noexcept {
    return text.find(kReplacementBytes) != std::string_view::npos;
}

std::string_view withoutOuterSpaces(std::string_view text) noexcept {
    for (bool isDone = false; !isDone && !text.empty();) {
        isDone = true;
        if (isSpace(text.front()) || text.starts_with(kNoBreakSpace)) {
            text.remove_prefix(isSpace(text.front()) ? 1 : kNoBreakSpace.size());
            isDone = false;
        } else if (isSpace(text.back()) || text.ends_with(kNoBreakSpace)) {
            text.remove_suffix(isSpace(text.back()) ? 1 : kNoBreakSpace.size());
            isDone = false;
        }
    }
    return text;
}

std::optional<double> decimalCommaNumber(std::string_view text) {
    const auto comma = text.find(',');
    if (comma == std::string_view::npos || !areDigits(text.substr(comma + 1))) {
        return std::nullopt;
    }
    const auto whole = withoutDots(text.substr(0, comma));
    return whole ? numberOf(*whole + '.' + std::string(text.substr(comma + 1))) : std::nullopt;
}

std::optional<double> dottedThousands(std::string_view text) {
    const bool isGrouped = text.find('.') != std::string_view::npos && !text.starts_with("0.") &&
                           !text.starts_with("-0.");
    const auto whole = isGrouped ? withoutDots(text) : std::nullopt;
    return whole ? numberOf(*whole) : std::nullopt;
}

std::optional<double> plainNumber(std::string_view text) {
    const bool isNumeral =
        !text.empty() && text.find_first_not_of("0123456789.-") == std::string_view::npos;
    return isNumeral ? numberOf(text) : std::nullopt;
}

}  // namespace lommer::core
