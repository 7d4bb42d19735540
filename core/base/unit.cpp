#include "core/base/unit.h"

#include "core/base/assert.h"

#include <algorithm>
#include <array>

namespace lommer::core {
namespace {

struct UnitText {
    Unit unit;
    std::string_view text;
};

constexpr std::array kUnits{
    UnitText{Unit::none, "none"},
    UnitText{Unit::metre, "metre"},
    UnitText{Unit::squareMetre, "square-metre"},
    UnitText{Unit::cubicMetre, "cubic-metre"},
    UnitText{Unit::kilometre, "kilometre"},
    UnitText{Unit::hectare, "hectare"},
    UnitText{Unit::squareKilometre, "square-kilometre"},
    UnitText{Unit::degree, "degree"},
    UnitText{Unit::degreeCelsius, "degree-celsius"},
    UnitText{Unit::metrePerSecond, "metre-per-second"},
    UnitText{Unit::millimetre, "millimetre"},
    UnitText{Unit::second, "second"},
    UnitText{Unit::minute, "minute"},
    UnitText{Unit::hour, "hour"},
    UnitText{Unit::day, "day"},
    UnitText{Unit::year, "year"},
    UnitText{Unit::fraction, "fraction"},
    UnitText{Unit::percent, "percent"},
    UnitText{Unit::perThousand, "per-thousand"},
    UnitText{Unit::count, "count"},
    UnitText{Unit::euro, "euro"},
    UnitText{Unit::kilowattHour, "kilowatt-hour"},
};

constexpr auto kUnitList = [] {
    std::array<Unit, kUnits.size()> list{};
    std::transform(kUnits.begin(), kUnits.end(), list.begin(),
                   [](const UnitText& entry) { return entry.unit; });
    return list;
}();

}  // namespace

std::string_view toText(Unit unit) noexcept {
    const auto* found = std::find_if(kUnits.begin(), kUnits.end(),
                                     [unit](const UnitText& entry) { return entry.unit == unit; });
    LOMMER_ASSERT(found != kUnits.end());
    return found->text;
}

std::optional<Unit> unitFromText(std::string_view text) noexcept {
    const auto* found = std::find_if(kUnits.begin(), kUnits.end(),
                                     [text](const UnitText& entry) { return entry.text == text; });
    return found == kUnits.end() ? std::nullopt : std::optional(found->unit);
}

std::span<const Unit> allUnits() noexcept {
    return kUnitList;
}

}  // namespace lommer::core
