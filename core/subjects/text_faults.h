#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lommer::core {

/// `text` without what comes of UTF-8 that was read as Windows-1252 or Latin-1, once or more often:
/// `cafÃ©` becomes `café`. Only signs that Windows-1252 has are put back: other pairs of letters
/// may be meant. Text that is not UTF-8 stays as it is.
std::string withoutMojibake(std::string_view text);

/// True where a sign has been lost for good (U+FFFD).
bool hasLostCharacter(std::string_view text) noexcept;

/// Without white space and no-break spaces at both ends.
std::string_view withoutOuterSpaces(std::string_view text) noexcept;

/// A number with a decimal comma, with or without dots between the thousands: `1.234,5`, `-0,3`.
/// Nothing for other texts, also for numbers without a comma.
std::optional<double> decimalCommaNumber(std::string_view text);

/// A whole number with dots between the thousands: `2.000`, `-1.234.567`. One dot may be a decimal
/// sign as well: other numbers have to tell.
std::optional<double> dottedThousands(std::string_view text);

/// A number without any comma or grouping: `12`, `-3.5`.
std::optional<double> plainNumber(std::string_view text);

}  // namespace lommer::core
