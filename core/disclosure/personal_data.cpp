#include "core/disclosure/personal_data.h"

#include "core/base/letter_case.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace lommer::core {
namespace {

using namespace std::string_view_literals;

bool isDigit(char c) noexcept {
    return c >= '0' && c <= '9';
}

bool isLetter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isOneOf(char c, std::string_view characters) noexcept {
    return characters.find(c) != std::string_view::npos;
}

/// Parts of column names that say that persons are meant. Not `naam`: areas have one too.
constexpr std::array kPersonalNames{
    "bsn"sv,         "burgerservice"sv, "sofinummer"sv,     "geboortedatum"sv,
    "geboortedat"sv, "voornaam"sv,      "achternaam"sv,     "geslachtsnaam"sv,
    "voorletters"sv, "roepnaam"sv,      "email"sv,          "telefoon"sv,
    "mobiel"sv,      "iban"sv,          "rekeningnummer"sv, "contactpersoon"sv};

bool hasPersonalName(const std::string& name) {
    std::string plain;
    for (const char c : lowered(name)) {
        if (isLetter(c) || isDigit(c)) {
            plain += c;
        }
    }
    return std::any_of(kPersonalNames.begin(), kPersonalNames.end(), [&](std::string_view part) {
        return plain.find(part) != std::string::npos;
    });
}

/// How many values have which pattern.
struct Counts {
    std::int64_t values = 0;
    std::int64_t bsn = 0;
    std::int64_t phones = 0;
    std::int64_t postcodes = 0;
    std::int64_t certain = 0;

    void add(std::string_view text) {
        if (text.empty()) {
            return;
        }
        ++values;
        bsn += isBsn(text) ? 1 : 0;
        phones += isPhoneNumber(text) ? 1 : 0;
        postcodes += isPostcode(text) ? 1 : 0;
        certain += isIban(text) || holdsEmailAddress(text) ? 1 : 0;
    }
    /// One in eleven numbers is a BSN by chance, hardly ever most of them.
    bool isMostly(std::int64_t count) const noexcept {
        return count > 0 && 5 * count >= 4 * values;
    }
};

Counts countsOf(const Column& column) {
    Counts counts;
    for (std::int64_t row = 0; row < column.size(); ++row) {
        if (!column.isPresent(row)) {
            continue;
        }
        if (column.info().type == ColumnType::text) {
            counts.add(column.textAt(row));
        } else if (column.info().type == ColumnType::integer) {
            constexpr std::int64_t kEightDigits = 10'000'000;
            constexpr std::int64_t kTenDigits = 1'000'000'000;
            const std::int64_t value = column.integerAt(row);
            const bool hasLength = value >= kEightDigits && value < kTenDigits;
            ++counts.values;
            counts.bsn += hasLength && isBsn(std::to_string(value)) ? 1 : 0;
        }
    }
    return counts;
}

bool isHouseNumber(const std::string& name) {
    const std::string lower = lowered(name);
    return lower.find("huisnummer") != std::string::npos ||
           lower.find("huisnr") != std::string::npos;
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
    std::string digits;
    for (const char c : text) {
        if (isDigit(c)) {
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

bool isPostcode(std::string_view text) noexcept {
    if (text.size() == 7 && text[4] == ' ') {
        return isPostcode(std::string(text.substr(0, 4)) + std::string(text.substr(5)));
    }
    return text.size() == 6 && text[0] != '0' &&
           std::all_of(text.begin(), text.begin() + 4, isDigit) && isLetter(text[4]) &&
           isLetter(text[5]);
}

std::vector<PrivacyFinding> findPersonalData(const Table& table) {
    std::vector<PrivacyFinding> findings;
    std::vector<std::string> postcodes;
    std::vector<std::string> houseNumbers;
    for (const ColumnPointer& column : table.columns()) {
        const std::string& name = column->info().name;
        const Counts counts = countsOf(*column);
        if (counts.isMostly(counts.bsn) || counts.isMostly(counts.phones) || counts.certain > 0 ||
            hasPersonalName(name)) {
            findings.push_back({name, PrivacyClass::personal});
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
