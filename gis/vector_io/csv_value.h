#pragma once

#include "core/subjects/absence_marks.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace lommer::gis {

using core::absenceOf;

/// How a number is written, as far as one cell can say.
enum class NumberForm : std::uint8_t {
    none,          // not a number
    integer,       // 1234
    code,          // 0123, or more than 13 digits: a number that would lose something
    comma,         // 1234,5: the comma is the decimal sign
    dot,           // 1234.5 or 1e5: the dot is
    commaOrGroup,  // 1,234: either
    dotOrGroup,    // 1.234: either
    commaGroups,   // 1,234,567 or 1,234.5: commas between thousands
    dotGroups,     // 1.234.567 or 1.234,5: dots between thousands
};
/// Like all that follow it takes a text without blanks around it (`trimmed`).
NumberForm numberFormOf(std::string_view text) noexcept;

/// The number with `decimal` as decimal sign; the other of comma and dot groups thousands.
/// Nothing where `text` is not one.
std::optional<double> parseNumber(std::string_view text, char decimal);
/// Likewise without decimals.
std::optional<std::int64_t> parseInteger(std::string_view text);

/// Days since 1970-01-01 of 2026-03-05 or 05-03-2026; nothing for what is no date.
std::optional<std::int64_t> parseDate(std::string_view text);
/// Milliseconds since 1970-01-01 00:00 UTC of 2026-03-05T14:30[:15[.123]][Z|+01:00], with a space
/// for the T too. A time without a zone is taken as it stands.
std::optional<std::int64_t> parseDateTime(std::string_view text);

std::string_view trimmed(std::string_view text) noexcept;

}  // namespace lommer::gis
