#include "gis/vector_io/csv_column_profile.h"

#include "core/base/letter_case.h"

#include <algorithm>

namespace lommer::gis {
namespace {

using core::ColumnType;

/// Digits of the codes of CBS: gemeente 4, wijk 6, buurt 8. 0 for other columns.
std::size_t codeDigitsOf(const std::string& lower) {
    struct Kind {
        std::string_view start;
        std::size_t digits;
    };
    constexpr std::array kKinds{Kind{"gemeentecode", 4}, Kind{"wijkcode", 6}, Kind{"buurtcode", 8}};
    const auto* found = std::find_if(kKinds.begin(), kKinds.end(), [&lower](const Kind& kind) {
        return lower.starts_with(kind.start);
    });
    return found == kKinds.end() ? 0 : found->digits;
}

bool startsAsWkt(std::string_view text) {
    constexpr std::array<std::string_view, 9> kWords{
        "point",        "linestring", "polygon",      "multipoint",  "multilinestring",
        "multipolygon", "srid=",      "curvepolygon", "multisurface"};
    const std::string head = core::lowered(text.substr(0, 15));
    return std::any_of(kWords.begin(), kWords.end(),
                       [&head](std::string_view word) { return head.starts_with(word); });
}

}  // namespace

bool isCodeName(std::string_view name) {
    const std::string lower = core::lowered(name);
    constexpr std::array<std::string_view, 8> kNames{"pc4", "pc5",  "pc6",       "sbi",
                                                     "kvk", "rsin", "kvknummer", "kvk_nummer"};
    return lower.find("code") != std::string::npos ||
           lower.find("identificatie") != std::string::npos ||
           std::find(kNames.begin(), kNames.end(), lower) != kNames.end();
}

CsvColumnProfile::CsvColumnProfile(std::string name, bool hasNumberCells)
    : name_(std::move(name)),
      hasNumberCells_(hasNumberCells),
      isCode_(isCodeName(name_)),
      codeDigits_(codeDigitsOf(core::lowered(name_))) {}

void CsvColumnProfile::add(const CsvCell& cell) {
    const std::string_view text = trimmed(cell.text);
    if (text.empty()) {
        hasOpenEmpty_ = hasOpenEmpty_ || !cell.isQuoted;
        return;
    }
    ++filled_;
    quoted_ += cell.isQuoted ? 1 : 0;
    if (absenceOf(text)) {
        ++marks_;
        return;
    }
    const NumberForm form = numberFormOf(text);
    if (form == NumberForm::none) {
        addOther(text);
        return;
    }
    ++forms_[static_cast<std::size_t>(form)];
    hasOpenNumber_ = hasOpenNumber_ || !cell.isQuoted;
    const bool isWhole = form == NumberForm::integer || form == NumberForm::code;
    const std::size_t digits = text.size() - (text[0] == '-' ? 1 : 0);
    longIntegers_ += form == NumberForm::integer && digits > 3 ? 1 : 0;
    shortCodes_ += isWhole && digits < codeDigits_ ? 1 : 0;
    const bool isGrouped = form == NumberForm::commaGroups || form == NumberForm::dotGroups;
    fractions_ += isGrouped && text.find(',') != std::string_view::npos &&
                          text.find('.') != std::string_view::npos
                      ? 1
                      : 0;
    if (watchesRange_) {
        addRange(text);
    }
}

void CsvColumnProfile::addOther(std::string_view text) {
    dates_ += parseDate(text) ? 1 : 0;
    dateTimes_ += parseDateTime(text) ? 1 : 0;
    wkt_ += startsAsWkt(text) ? 1 : 0;
    const std::string lower = text.size() <= 5 ? core::lowered(text) : std::string();
    booleans_ += lower == "true" || lower == "false" ? 1 : 0;
}

void CsvColumnProfile::addRange(std::string_view text) {
    for (const char decimal : {',', '.'}) {
        if (const auto value = parseNumber(text, decimal)) {
            Range& range = ranges_[decimal == ',' ? 0 : 1];
            range.lowest = std::min(range.lowest, *value);
            range.highest = std::max(range.highest, *value);
        }
    }
}

std::int64_t CsvColumnProfile::numbers() const noexcept {
    std::int64_t count = 0;
    for (std::size_t form = 1; form < forms_.size(); ++form) {
        count += forms_[form];
    }
    return count;
}

bool CsvColumnProfile::isNumeric() const noexcept {
    return numbers() > 0 && numbers() + marks_ == filled_ && formCount(NumberForm::code) == 0 &&
           !isCode_;
}

DecimalSign CsvColumnProfile::provenSign() const noexcept {
    if (!isNumeric()) {
        return DecimalSign::unknown;
    }
    const bool isComma = formCount(NumberForm::comma) > 0 || formCount(NumberForm::dotGroups) > 0;
    // Beside a text with a comma, 1.234 may be a number of its own.
    const bool isOpen = isComma && hasNumberCells_ && formCount(NumberForm::dotOrGroup) > 0;
    const bool isDot =
        isOpen || formCount(NumberForm::dot) > 0 || formCount(NumberForm::commaGroups) > 0;
    return decimalSign(isComma, isDot);
}

char CsvColumnProfile::decimal(DecimalSign ofFile, char separator) const noexcept {
    const DecimalSign own = provenSign();
    const DecimalSign sign = own == DecimalSign::unknown ? ofFile : own;
    if (sign == DecimalSign::comma || sign == DecimalSign::dot) {
        return sign == DecimalSign::comma ? ',' : '.';
    }
    if (formCount(NumberForm::commaOrGroup) > 0) {
        return ',';  // 1,234 in a Dutch file
    }
    // 1.234 groups thousands where no number beside it goes without, as 5678 would.
    return separator == ',' || longIntegers_ > 0 ? '.' : ',';
}

bool CsvColumnProfile::isGuess(DecimalSign ofFile) const noexcept {
    const bool isProven = provenSign() != DecimalSign::unknown || ofFile == DecimalSign::comma ||
                          ofFile == DecimalSign::dot;
    return isNumeric() && !isProven &&
           formCount(NumberForm::commaOrGroup) + formCount(NumberForm::dotOrGroup) > 0;
}

ColumnType CsvColumnProfile::type(bool quotesMarkText, char decimal) const noexcept {
    const std::int64_t values = filled_ - marks_;
    if (values == 0 || (quotesMarkText && quoted_ == filled_)) {
        return ColumnType::text;
    }
    // A mark in a column of texts is a text.
    if (marks_ == 0 && booleans_ == values) {
        return ColumnType::boolean;
    }
    if (marks_ == 0 && dates_ == values) {
        return ColumnType::date;
    }
    if (marks_ == 0 && dateTimes_ == values) {
        return ColumnType::dateTime;
    }
    if (!isNumeric() || isContradictory()) {
        return ColumnType::text;
    }
    const NumberForm either = decimal == ',' ? NumberForm::commaOrGroup : NumberForm::dotOrGroup;
    const bool isWhole = formCount(NumberForm::comma) + formCount(NumberForm::dot) + fractions_ +
                             formCount(either) ==
                         0;
    return isWhole ? ColumnType::integer : ColumnType::real;
}

std::int64_t CsvColumnProfile::shortCodes() const noexcept {
    return numbers() == filled_ ? shortCodes_ : 0;
}

}  // namespace lommer::gis
