#pragma once

#include <string>
#include <string_view>

namespace lommer::gis {

/// The canonical name (layer_pattern.h) without what differs from year to year: the number that
/// StatLine puts behind a topic (`Codering_3`) and a year (`statcode_2024`, `buurtcode2021`).
std::string canonicalStem(std::string_view name);

/// The name of a topic of StatLine as the Wijk- en Buurtkaart writes names, the same every year:
/// `AantalInwoners_5` is `aantal_inwoners`. Other names stay as they are.
/// Source: CBS, Handleiding CBS Open Data Services, topics have a number for their place.
std::string figureName(std::string_view name);

/// The last month or the year of a period of StatLine: `2024JJ00` is 2024, `2025KW04` 2025-12 and
/// `2025MM07` 2025-07; of another text that begins with a year, that year. Empty: there is none.
std::string periodDate(std::string_view period);

/// A code of an area as CBS writes it, from a cell of a column called `column`: without the spaces
/// that pad it, and where only digits are left of it, with its letters and lost zeros
/// (`140000` in `buurtcode` is BU00140000). What cannot be one stays as it is.
std::string areaCode(std::string_view cell, std::string_view column);

}  // namespace lommer::gis
