#include "gis/vector_io/utf8.h"

#include "core/base/windows1252.h"

#include <cstdint>
#include <cstring>

namespace lommer::gis {
namespace {

/// Length of the sequence that starts with `lead`, and the smallest second byte that keeps it
/// the shortest form; 0 for a byte that starts none (RFC 3629, section 4).
struct Sequence {
    int length;
    unsigned char lowestSecond;
    unsigned char highestSecond;
};

Sequence sequenceOf(unsigned char lead) {
    if (lead < 0x80) {
        return {1, 0x80, 0xBF};
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return {2, 0x80, 0xBF};
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        return {3, static_cast<unsigned char>(lead == 0xE0 ? 0xA0 : 0x80),
                static_cast<unsigned char>(lead == 0xED ? 0x9F : 0xBF)};
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        return {4, static_cast<unsigned char>(lead == 0xF0 ? 0x90 : 0x80),
                static_cast<unsigned char>(lead == 0xF4 ? 0x8F : 0xBF)};
    }
    return {0, 0, 0};
}

}  // namespace

bool isUtf8(std::string_view text) noexcept {
    std::size_t at = 0;
    while (at < text.size()) {
        std::uint64_t eight = 0;
        if (text.size() - at >= sizeof(eight)) {
            std::memcpy(&eight, text.data() + at, sizeof(eight));
            if ((eight & 0x8080808080808080U) == 0) {
                at += sizeof(eight);
                continue;
            }
        }
        const Sequence sequence = sequenceOf(static_cast<unsigned char>(text[at]));
        if (sequence.length == 0 || text.size() - at < static_cast<std::size_t>(sequence.length)) {
            return false;
        }
        for (int index = 1; index < sequence.length; ++index) {
            const auto byte =
                static_cast<unsigned char>(text[at + static_cast<std::size_t>(index)]);
            const bool isSecond = index == 1;
            if (byte < (isSecond ? sequence.lowestSecond : 0x80) ||
                byte > (isSecond ? sequence.highestSecond : 0xBF)) {
                return false;
            }
        }
        at += static_cast<std::size_t>(sequence.length);
    }
    return true;
}

std::string fromWindows1252(std::string_view text) {
    std::string utf8;
    utf8.reserve(text.size() + text.size() / 8);
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const unsigned code =
            byte >= 0x80 && byte < 0xA0 ? core::kWindows1252Upper[byte - 0x80U] : byte;
        if (code < 0x80) {
            utf8 += static_cast<char>(code);
        } else if (code < 0x800) {
            utf8 += static_cast<char>(0xC0U | code >> 6U);
            utf8 += static_cast<char>(0x80U | (code & 0x3FU));
        } else {
            utf8 += static_cast<char>(0xE0U | code >> 12U);
            utf8 += static_cast<char>(0x80U | (code >> 6U & 0x3FU));
            utf8 += static_cast<char>(0x80U | (code & 0x3FU));
        }
    }
    return utf8;
}

std::string validUtf8(std::string_view text) {
    return isUtf8(text) ? std::string(text) : fromWindows1252(text);
}

}  // namespace lommer::gis
