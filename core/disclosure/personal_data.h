#pragma once

#include "core/vector/table.h"

#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace lommer::core {

/// 9 digits (8 where a number lost its zero) that pass the eleven test of a burgerservicenummer.
/// Source: Wet algemene bepalingen burgerservicenummer, logical design 6.1: 9a + 8b + … + 2h - i is
/// a multiple of 11.
bool isBsn(std::string_view text) noexcept;
/// Two letters, two digits and 11 to 30 letters or digits, of which ISO 13616 (modulo 97) holds;
/// spaces may stand between.
bool isIban(std::string_view text) noexcept;
/// Ten digits from 0, or +31 or 0031 and nine, with spaces, hyphens or brackets between.
bool isPhoneNumber(std::string_view text) noexcept;
/// True where somewhere in the text `name@domain.land` stands.
bool holdsEmailAddress(std::string_view text) noexcept;

/// What was found in one column.
struct PrivacyFinding {
    std::string column;
    PrivacyClass privacy = PrivacyClass::open;
};

/// The columns that show by their values or name that they are about persons (BSN, e-mail address,
/// telephone number, bank account, name or birth date of a person) or about one address (postcode
/// with house number, in one column or two, street with house number, identification of the BAG).
/// Values count: renaming a column hides nothing. One value is enough for what cannot be a
/// coincidence (e-mail address, bank account), else most of the values; dashes, `onbekend` and the
/// like are none. Of long columns every sixteenth value tells what most are. Throws Cancelled.
std::vector<PrivacyFinding> findPersonalData(const Table& table, const std::stop_token& stop = {});

/// What the places of a table tell: the highest class of the columns that say who or which address
/// a row is. Figures (with a unit, or with decimals) say something about a place, not who is there.
PrivacyClass placePrivacy(const Table& table) noexcept;

/// `table` with the classes of the columns found raised; never lowered.
Table withPrivacy(const Table& table, const std::vector<PrivacyFinding>& findings);

}  // namespace lommer::core
