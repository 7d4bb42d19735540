#include "core/disclosure/personal_data.h"

#include "core/base/letter_case.h"
#include "core/base/stop_check.h"
#include "core/disclosure/address_texts.h"
#include "core/subjects/absence_marks.h"
#include "core/subjects/text_faults.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace lommer::core {
namespace {

using namespace std::string_view_literals;

bool isOneOf(char c, std::string_view characters) noexcept {
    return characters.find(c) != std::string_view::npos;
}

/// Parts of column names that say that persons are meant. Not `naam`: areas have one too; not
/// `client` or `bewoner`: their numbers are counted in columns with such a name.
constexpr std::array kPersonalNames{
    "bsn"sv,          "burgerservice"sv, "sofinummer"sv,     "geboortedatum"sv,
    "geboortedat"sv,  "voornaam"sv,      "achternaam"sv,     "geslachtsnaam"sv,
    "voorletters"sv,  "roepnaam"sv,      "email"sv,          "telefoon"sv,
    "mobiel"sv,       "iban"sv,          "rekeningnummer"sv, "contactpersoon"sv,
    "naameigenaar"sv, "eigenaarnaam"sv,  "eigenaarsnaam"sv,  "naamclient"sv,
    "clientnaam"sv,   "clientnummer"sv,  "clientnr"sv,       "naambewoner"sv,
    "bewonernaam"sv,  "bewonersnaam"sv};
/// Whole names that do.
constexpr std::array kWholeNames{"client"sv, "clientid"sv, "bewoner"sv,   "gsm"sv,      "gsmnr"sv,
                                 "tel"sv,    "telnr"sv,    "telnummer"sv, "gsmnummer"sv};

bool hasPersonalName(const std::string& name) {
    const std::string plain = canonicalName(name);
    return std::find(kWholeNames.begin(), kWholeNames.end(), plain) != kWholeNames.end() ||
           std::any_of(kPersonalNames.begin(), kPersonalNames.end(), [&](std::string_view part) {
               return plain.find(part) != std::string::npos;
           });
}

/// What people write where there is nothing to write.
bool isNothing(std::string_view text) {
    constexpr std::array kNothing{"--"sv,   "?"sv,    "0"sv,    "onbekend"sv,
                                  "geen"sv, "leeg"sv, "n.v.t"sv};
    constexpr std::size_t kLongest = 8;
    if (text.size() > kLongest) {
        return false;
    }
    const std::string lower = lowered(text);
    return absenceOf(text) || absenceOf(lower) ||
           std::find(kNothing.begin(), kNothing.end(), lower) != kNothing.end();
}

/// 111.222.333 and 111 222 333 too.
bool isWrittenBsn(std::string_view text) {
    constexpr std::size_t kShortest = 8;
    constexpr std::size_t kLongest = 13;
    if (text.size() < kShortest || text.size() > kLongest || !isDigit(text.front())) {
        return false;  // most texts: without a copy
    }
    std::string digits;
    for (const char c : text) {
        if (!isOneOf(c, ". ")) {
            digits += c;
        }
    }
    return isBsn(digits);
}

/// How many values have which pattern. Of long columns a part is looked at, spread over all rows:
/// which share has a pattern shows in it as well.
struct Counts {
    /// Not empty.
    std::int64_t seen = 0;
    /// Looked at.
    std::int64_t values = 0;
    std::int64_t bsn = 0;
    std::int64_t phones = 0;
    std::int64_t postcodes = 0;
    std::int64_t identifications = 0;
    std::int64_t addresses = 0;
    std::int64_t certain = 0;

    bool isLookedAt() noexcept {
        constexpr std::int64_t kAllOf = 1024;
        constexpr std::int64_t kOneIn = 16;
        ++seen;
        return seen <= kAllOf || seen % kOneIn == 0;
    }
    void add(std::string_view padded) {
        const std::string_view text = withoutOuterSpaces(padded);
        if (text.empty()) {
            return;
        }
        certain += isIban(text) || holdsEmailAddress(text) ? 1 : 0;
        if (!isLookedAt() || isNothing(text)) {
            return;
        }
        ++values;
        bsn += isWrittenBsn(text) ? 1 : 0;
        phones += isPhoneNumber(text) ? 1 : 0;
        postcodes += isPostcode(text) ? 1 : 0;
        identifications += isAddressIdentification(text) ? 1 : 0;
        addresses += isAddressText(text) ? 1 : 0;
    }
    void add(std::int64_t value) {
        constexpr std::int64_t kEightDigits = 10'000'000;
        constexpr std::int64_t kTenDigits = 1'000'000'000;
        constexpr std::int64_t kThirteenDigits = 1'000'000'000'000;
        if (value == 0 || !isLookedAt()) {
            return;
        }
        ++values;
        if (value >= kEightDigits && value < kTenDigits) {
            bsn += isBsn(std::to_string(value)) ? 1 : 0;
        } else if (value >= kThirteenDigits) {
            identifications += isAddressIdentification(std::to_string(value)) ? 1 : 0;
        }
    }
    /// One in eleven numbers is a BSN by chance, hardly ever most of them.
    bool isMostly(std::int64_t count) const noexcept {
        return count > 0 && 5 * count >= 4 * values;
    }
    bool isPersonal() const noexcept { return isMostly(bsn) || isMostly(phones) || certain > 0; }
    /// Streets end in more ways than are known here: half of the values tell enough.
    bool isPerAddress() const noexcept {
        return isMostly(identifications) || (addresses > 0 && 2 * addresses >= values);
    }
};

Counts countsOf(const Column& column, const std::stop_token& stop) {
    Counts counts;
    for (std::int64_t row = 0; row < column.size(); ++row) {
        checkStop(row, stop);
        if (!column.isPresent(row)) {
            continue;
        }
        if (column.info().type == ColumnType::text) {
            counts.add(column.textAt(row));
        } else if (column.info().type == ColumnType::integer) {
            counts.add(column.integerAt(row));
        }
    }
    return counts;
}

/// `nr` is one beside a postcode only, where this is asked.
bool isHouseNumber(const std::string& name) {
    const std::string plain = canonicalName(name);
    return plain.find("huisnummer") != std::string::npos ||
           plain.find("huisnr") != std::string::npos ||
           plain.find("housenumber") != std::string::npos || plain == "hnr" || plain == "nr";
}

}  // namespace

bool isBsn(std::string_view text) noexcept {
    constexpr std::size_t kDigits = 9;
    if (text.size() < kDigits - 1 || text.size() > kDigits ||
        !std::all_of(text.begin(), text.end(), isDigit)) {
        return false;
    }
    int sum = 0;
    int weight = static_cast<int>(text.size());
    for (const char c : text) {
        sum += (weight == 1 ? -1 : weight) * (c - '0');
        --weight;
    }
    return sum != 0 && sum % 11 == 0;
}

bool isIban(std::string_view text) noexcept {
    if (text.size() < 4 || !isLetter(text[0]) || !isLetter(text[1]) || !isDigit(text[2])) {
        return false;  // most texts: without a copy
    }
    std::string plain;
    for (const char c : text) {
        if (c != ' ') {
            plain += c;
        }
    }
    constexpr std::size_t kShortest = 15;
    constexpr std::size_t kLongest = 34;
    if (plain.size() < kShortest || plain.size() > kLongest || !isLetter(plain[0]) ||
        !isLetter(plain[1]) || !isDigit(plain[2]) || !isDigit(plain[3])) {
        return false;
    }
    std::rotate(plain.begin(), plain.begin() + 4, plain.end());
    int remainder = 0;
    for (const char c : plain) {
        if (isDigit(c)) {
            remainder = (10 * remainder + (c - '0')) % 97;
        } else if (isLetter(c)) {
            remainder = (100 * remainder + (lowered(c) - 'a' + 10)) % 97;
        } else {
            return false;
        }
    }
    return remainder == 1;
}

bool isPhoneNumber(std::string_view text) noexcept {
    constexpr std::size_t kShortest = 10;
    constexpr std::size_t kMostDigits = 13;
    if (text.size() < kShortest) {
        return false;
    }
    std::string digits;
    for (const char c : text) {
        if (isDigit(c) && digits.size() < kMostDigits) {
            digits += c;
        } else if (!isOneOf(c, " -()+.")) {
            return false;
        }
    }
    if (text.starts_with('+')) {
        return digits.size() == 11 && digits.starts_with("31");
    }
    if (digits.starts_with("0031")) {
        return digits.size() == 13;
    }
    return digits.size() == 10 && digits[0] == '0' && digits[1] != '0';
}

bool holdsEmailAddress(std::string_view text) noexcept {
    const auto isOfName = [](char c) { return isLetter(c) || isDigit(c) || isOneOf(c, "._%+-"); };
    for (auto at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
        std::size_t end = at + 1;
        while (end < text.size() &&
               (isLetter(text[end]) || isDigit(text[end]) || isOneOf(text[end], ".-"))) {
            ++end;
        }
        const std::string_view domain = text.substr(at + 1, end - at - 1);
        const auto dot = domain.rfind('.');
        if (at > 0 && isOfName(text[at - 1]) && dot != std::string_view::npos && dot > 0 &&
            domain.size() - dot > 2) {
            return true;
        }
    }
    return false;
}

std::vector<PrivacyFinding> findPersonalData(const Table& table, const std::stop_token& stop) {
    std::vector<PrivacyFinding> findings;
    std::vector<std::string> postcodes;
    std::vector<std::string> houseNumbers;
    for (const ColumnPointer& column : table.columns()) {
        const std::string& name = column->info().name;
        const Counts counts = countsOf(*column, stop);
        if (counts.isPersonal() || hasPersonalName(name)) {
            findings.push_back({name, PrivacyClass::personal});
        } else if (counts.isPerAddress()) {
            findings.push_back({name, PrivacyClass::perAddress});
        } else if (counts.isMostly(counts.postcodes)) {
            postcodes.push_back(name);
        } else if (isHouseNumber(name)) {
            houseNumbers.push_back(name);
        }
    }
    if (!postcodes.empty() && !houseNumbers.empty()) {
        for (const auto& names : {postcodes, houseNumbers}) {
            for (const std::string& name : names) {
                findings.push_back({name, PrivacyClass::perAddress});
            }
        }
    }
    return findings;
}

PrivacyClass placePrivacy(const Table& table) noexcept {
    PrivacyClass highest = PrivacyClass::open;
    for (const ColumnPointer& column : table.columns()) {
        const ColumnInfo& info = column->info();
        if (info.unit == Unit::none && info.type != ColumnType::real) {
            highest = std::max(highest, info.privacy);
        }
    }
    return highest;
}

Table withPrivacy(const Table& table, const std::vector<PrivacyFinding>& findings) {
    if (findings.empty()) {
        return table;
    }
    std::vector<ColumnPointer> columns = table.columns();
    for (const PrivacyFinding& finding : findings) {
        for (ColumnPointer& column : columns) {
            if (column->info().name == finding.column && column->info().privacy < finding.privacy) {
                ColumnInfo info = column->info();
                info.privacy = finding.privacy;
                column = std::make_shared<const Column>(column->withInfo(std::move(info)));
            }
        }
    }
    return {table.rowCount(), std::move(columns), table.geometryPointer()};
}

}  // namespace lommer::core
