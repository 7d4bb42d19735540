#pragma once

#include <string_view>

namespace lommer::core {

/// 1234 AB, with or without the space.
bool isPostcode(std::string_view text) noexcept;

/// An identification of the BAG of something that has an address of its own, or of that address:
/// 16 digits (the zeros before them may be lost), of which the fifth and sixth are 01
/// (verblijfsobject), 02 (ligplaats), 03 (standplaats) or 20 (nummeraanduiding); also behind
/// `NL.IMBAG.`. Source: Catalogus BAG 2018, identificatie.
bool isAddressIdentification(std::string_view text) noexcept;

/// True where a text names one address: a street by the usual endings with a house number behind
/// it, or a postcode with a house number.
bool isAddressText(std::string_view text);

}  // namespace lommer::core
