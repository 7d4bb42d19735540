#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace lommer::core {

/// What a number means. Lives in columns, parameters and outputs; `app` writes it in words.
enum class Unit {
    none,
    metre,
    squareMetre,
    cubicMetre,
    kilometre,
    hectare,
    squareKilometre,
    degree,
    degreeCelsius,
    metrePerSecond,
    millimetre,
    second,
    minute,
    hour,
    day,
    year,
    fraction,
    percent,
    perThousand,
    count,
    euro,
    kilowattHour,
};

/// Stable id in files: `square-metre`.
std::string_view toText(Unit unit) noexcept;
/// The unit whose id that is.
std::optional<Unit> unitFromText(std::string_view text) noexcept;
std::span<const Unit> allUnits() noexcept;

}  // namespace lommer::core
