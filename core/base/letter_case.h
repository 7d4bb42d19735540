#pragma once

#include <string>
#include <string_view>

namespace lommer::core {

/// Lower case of ASCII letters; every other byte stays as it is, whatever the system's language,
/// so that UTF-8 stays UTF-8.
constexpr char lowered(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
std::string lowered(std::string_view text);

/// Of ASCII only.
constexpr bool isDigit(char c) noexcept {
    return c >= '0' && c <= '9';
}
constexpr bool isLetter(char c) noexcept {
    return lowered(c) >= 'a' && lowered(c) <= 'z';
}

/// True for texts that differ in the case of ASCII letters at most.
bool isEqualIgnoringCase(std::string_view a, std::string_view b) noexcept;

/// A name without what differs between deliveries: lower case, letters and digits only.
/// `LV-publicatiedatum` and `lv_publicatiedatum` are both `lvpublicatiedatum`.
std::string canonicalName(std::string_view name);

}  // namespace lommer::core
