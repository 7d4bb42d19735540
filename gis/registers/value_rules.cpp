#include "gis/registers/value_rules.h"

#include "core/base/stop_check.h"
#include "gis/registers/figure_names.h"
#include "gis/vector_io/csv_value.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace lommer::gis {
namespace {

using core::Column;
using core::ColumnType;
using core::Presence;

constexpr std::size_t kBagDigits = 16;
// The BAG's own marks for a building of unknown age.
constexpr std::int64_t kUnknownYear = 9999;
constexpr std::int64_t kVeryOldYear = 1005;
constexpr double kHighestSentinel = -99990.0;

std::optional<Presence> reasonOf(double value) {
    if (!(value <= kHighestSentinel)) {
        return std::nullopt;
    }
    if (value == -99995.0) {
        return Presence::notYetPublished;
    }
    if (value == -99991.0) {
        return Presence::noLongerPublished;
    }
    return value == -99997.0 || value == -99999997.0 ? Presence::secret : Presence::missing;
}

/// The value as text; a whole number never with an exponent.
std::string textOf(const Column& column, std::int64_t row) {
    constexpr double kExact = 9.0e15;
    const double number = column.info().type == ColumnType::real ? column.numberAt(row) : 0.5;
    return std::trunc(number) == number && std::abs(number) < kExact
               ? std::to_string(static_cast<std::int64_t>(number))
               : column.displayAt(row);
}

/// True where the publisher has a figure and does not give it.
bool isWithheld(Presence presence) {
    return presence == Presence::secret || presence == Presence::notYetPublished ||
           presence == Presence::noLongerPublished;
}

/// `{a,b}`, `(2:a,b)` and `["a","b"]`, as databases and GDAL write lists, as `a,b`.
std::string plainList(std::string_view text) {
    const bool isEnclosed = text.size() >= 2 && ((text.front() == '{' && text.back() == '}') ||
                                                 (text.front() == '(' && text.back() == ')') ||
                                                 (text.front() == '[' && text.back() == ']'));
    if (isEnclosed) {
        text = text.substr(1, text.size() - 2);
        const auto colon = text.find(':');
        if (colon != std::string_view::npos && text.find_first_not_of("0123456789") == colon) {
            text.remove_prefix(colon + 1);
        }
    }
    std::string list;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find(',', start), text.size());
        std::string_view item = text.substr(start, end - start);
        item.remove_prefix(std::min(item.find_first_not_of(' '), item.size()));
        if (item.starts_with('"') && item.ends_with('"') && item.size() >= 2) {
            item = item.substr(1, item.size() - 2);
        }
        if (item.starts_with("NL.IMBAG.")) {
            item.remove_prefix(item.rfind('.') + 1);
        }
        list += list.empty() ? "" : ",";
        list += item;
        start = end + 1;
    }
    return list;
}

/// `{a,b}` of identifications as `a,b`; without those that are none, which `lost` counts.
std::string identifications(std::string_view text, std::int64_t& lost) {
    const std::string list = plainList(text);
    std::string result;
    for (std::size_t start = 0; start < list.size();) {
        const std::size_t end = std::min(list.find(',', start), list.size());
        const std::string id = bagIdentification(std::string_view(list).substr(start, end - start));
        result += result.empty() || id.empty() ? "" : ",";
        result += id;
        lost += id.empty() ? 1 : 0;
        start = end + 1;
    }
    return result;
}

/// One column on its way through a rule.
class Converter {
public:
    Converter(const Column& column, const core::ColumnInfo& info, const Conversion& conversion)
        : from_(column), rule_(conversion.rule), result_{Column(info)} {
        result_.column.reserve(column.size());
        isParsed_ = column.info().type == ColumnType::text && result_.column.isNumeric();
        if (isParsed_) {
            sign_ = conversion.sign ? *conversion.sign : decimalSignOf(column);
        }
    }

    void add(std::int64_t row);
    void addWithReasons(std::int64_t row);
    Converted finish() { return std::move(result_); }

private:
    std::optional<double> realOf(std::string_view text) const;
    void addText(std::int64_t row);
    void addNumber(std::optional<double> number);
    void addInteger(std::int64_t value);

    const Column& from_;
    ValueRule rule_;
    Converted result_;
    bool isParsed_ = false;
    DecimalSign sign_ = DecimalSign::unknown;
};

std::optional<double> Converter::realOf(std::string_view text) const {
    const NumberForm form = numberFormOf(text);
    const bool isOpen = form == NumberForm::commaOrGroup || form == NumberForm::dotOrGroup;
    if (form == NumberForm::none || (isOpen && sign_ == DecimalSign::both)) {
        return std::nullopt;
    }
    if (sign_ == DecimalSign::comma || sign_ == DecimalSign::dot) {
        return parseNumber(text, sign_ == DecimalSign::comma ? ',' : '.');
    }
    // The sign that comes last: 12,5 and 1.234,5 are Dutch, 12.5 and 1,234.5 are not.
    const auto last = text.find_last_of(",.");
    return parseNumber(text, last != std::string_view::npos && text[last] == ',' ? ',' : '.');
}

void Converter::addText(std::int64_t row) {
    const std::string value = textOf(from_, row);
    Column& column = result_.column;
    const auto addUnlessEmpty = [&column](const std::string& text) {
        text.empty() ? column.appendAbsent() : column.appendText(text);
    };
    switch (rule_) {
        case ValueRule::bagIdentification: {
            const std::string id = bagIdentification(value);
            result_.notIdentifications += id.empty() && !absenceOf(trimmed(value)) ? 1 : 0;
            return addUnlessEmpty(id);
        }
        case ValueRule::bagIdentifications:
            return addUnlessEmpty(absenceOf(trimmed(value))
                                      ? std::string()
                                      : identifications(value, result_.notIdentifications));
        case ValueRule::areaCode:
            return addUnlessEmpty(areaCode(value, from_.info().name));
        case ValueRule::trimmed:
            return column.appendText(trimmed(value));
        case ValueRule::list:
            return column.appendText(plainList(value));
        case ValueRule::bgtTerm:
            if (value == "waardeOnbekend" || value == "geenWaarde") {
                return column.appendAbsent(value == "geenWaarde" ? Presence::notApplicable
                                                                 : Presence::missing);
            }
            break;
        default:
            break;
    }
    column.appendText(value);
}

void Converter::addInteger(std::int64_t value) {
    const bool isUnknownYear = rule_ == ValueRule::buildingYear &&
                               (value == kUnknownYear || value == kVeryOldYear || value <= 0);
    isUnknownYear ? result_.column.appendAbsent() : result_.column.appendInteger(value);
}

void Converter::addNumber(std::optional<double> number) {
    Column& column = result_.column;
    if (!number) {
        ++result_.notNumbers;
        return column.appendAbsent();
    }
    if (column.info().type == ColumnType::real) {
        return column.appendReal(*number);
    }
    constexpr double kTooLarge = 9.2e18;  // for 64 bits
    if (std::abs(*number) < kTooLarge && std::trunc(*number) == *number) {
        return addInteger(static_cast<std::int64_t>(*number));
    }
    ++result_.notWhole;
    column.appendAbsent();
}

void Converter::add(std::int64_t row) {
    Column& column = result_.column;
    const ColumnType type = column.info().type;
    if (!from_.isPresent(row)) {
        return column.appendAbsent(from_.presenceAt(row));
    }
    if (isParsed_) {
        const std::string_view text = trimmed(from_.textAt(row));
        if (const auto reason = absenceOf(text)) {
            return column.appendAbsent(*reason);
        }
        return addNumber(realOf(text));
    }
    if (type == ColumnType::text) {
        return addText(row);
    }
    if (type == ColumnType::integer && from_.info().type == ColumnType::integer) {
        return addInteger(from_.integerAt(row));
    }
    if (column.isNumeric() && (from_.isNumeric() || from_.info().type == ColumnType::boolean)) {
        return addNumber(from_.numberAt(row));
    }
    from_.info().type == type ? column.appendFrom(from_, row) : column.appendAbsent();
}

/// Likewise with the numbers that say why CBS gives no figure.
void Converter::addWithReasons(std::int64_t row) {
    const auto reason =
        from_.isNumeric() && from_.isPresent(row) ? reasonOf(from_.numberAt(row)) : std::nullopt;
    result_.withheld += reason || isWithheld(from_.presenceAt(row)) ? 1 : 0;
    reason ? result_.column.appendAbsent(*reason) : add(row);
}

}  // namespace

std::string bagIdentification(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with("NL.IMBAG.")) {
        text.remove_prefix(text.rfind('.') + 1);
    } else if (text.ends_with(".0")) {  // a number with a decimal
        text.remove_suffix(2);
    }
    const bool areDigits = !text.empty() && text.size() <= kBagDigits &&
                           text.find_first_not_of("0123456789") == std::string_view::npos;
    return areDigits ? std::string(kBagDigits - text.size(), '0') + std::string(text)
                     : std::string();
}

DecimalSign decimalSignOf(const Column& column) {
    bool isComma = false;
    bool isDot = false;
    const bool isText = column.info().type == ColumnType::text;
    for (std::int64_t row = 0; isText && row < column.size(); ++row) {
        const NumberForm form =
            column.isPresent(row) ? numberFormOf(trimmed(column.textAt(row))) : NumberForm::none;
        isComma = isComma || form == NumberForm::comma || form == NumberForm::dotGroups;
        isDot = isDot || form == NumberForm::dot || form == NumberForm::commaGroups;
    }
    return decimalSign(isComma, isDot);
}

Converted convert(const Column& column, const core::ColumnInfo& info, const Conversion& conversion,
                  const std::stop_token& stop) {
    const bool isPlain = conversion.rule == ValueRule::asIs && info.type == column.info().type &&
                         !conversion.hasSentinels;
    if (isPlain) {
        return {column.withInfo(info)};
    }
    Converter converter(column, info, conversion);
    for (std::int64_t row = 0; row < column.size(); ++row) {
        core::checkStop(row, stop);
        conversion.hasSentinels ? converter.addWithReasons(row) : converter.add(row);
    }
    return converter.finish();
}

}  // namespace lommer::gis
