#include "gis/registers/value_rules.h"

#include "gis/registers/figure_names.h"
#include "gis/vector_io/csv_value.h"

#include <charconv>
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

std::optional<std::int64_t> integerOf(const Column& column, std::int64_t row) {
    const double number = column.numberAt(row);
    if (column.info().type != ColumnType::text) {
        return number == number ? std::optional(static_cast<std::int64_t>(number)) : std::nullopt;
    }
    const std::string_view text = trimmed(column.textAt(row));
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value)
                                                                    : std::nullopt;
}

std::optional<double> realOf(const Column& column, std::int64_t row) {
    if (column.info().type != ColumnType::text) {
        return column.numberAt(row);
    }
    const std::string_view text = trimmed(column.textAt(row));
    if (numberFormOf(text) == NumberForm::none) {
        return std::nullopt;
    }
    // The sign that comes last: 12,5 and 1.234,5 are Dutch, 12.5 and 1,234.5 are not.
    const auto last = text.find_last_of(",.");
    return parseNumber(text, last != std::string_view::npos && text[last] == ',' ? ',' : '.');
}

void appendText(const Column& column, std::int64_t row, ValueRule rule, Column& result) {
    const std::string value = column.displayAt(row);
    if (rule == ValueRule::bagIdentification) {
        const std::string id = bagIdentification(value);
        return id.empty() ? result.appendAbsent() : result.appendText(id);
    }
    if (rule == ValueRule::areaCode) {
        const std::string code = areaCode(value, column.info().name);
        return code.empty() ? result.appendAbsent() : result.appendText(code);
    }
    if (rule == ValueRule::trimmed) {
        return result.appendText(trimmed(value));
    }
    if (rule == ValueRule::list) {
        return result.appendText(plainList(value));
    }
    if (rule == ValueRule::bgtTerm && (value == "waardeOnbekend" || value == "geenWaarde")) {
        return result.appendAbsent(value == "geenWaarde" ? Presence::notApplicable
                                                         : Presence::missing);
    }
    result.appendText(value);
}

void appendInteger(const Column& column, std::int64_t row, ValueRule rule, Column& result) {
    const auto value = integerOf(column, row);
    const bool isUnknownYear = rule == ValueRule::buildingYear && value &&
                               (*value == kUnknownYear || *value == kVeryOldYear || *value <= 0);
    if (value && !isUnknownYear) {
        result.appendInteger(*value);
    } else {
        result.appendAbsent();
    }
}

void append(const Column& column, std::int64_t row, ValueRule rule, Column& result) {
    if (!column.isPresent(row)) {
        return result.appendAbsent(column.presenceAt(row));
    }
    if (column.info().type == ColumnType::text && result.isNumeric()) {
        if (const auto reason = absenceOf(trimmed(column.textAt(row)))) {
            return result.appendAbsent(*reason);
        }
    }
    switch (result.info().type) {
        case ColumnType::text:
            return appendText(column, row, rule, result);
        case ColumnType::integer:
            return appendInteger(column, row, rule, result);
        case ColumnType::real: {
            const auto value = realOf(column, row);
            return value ? result.appendReal(*value) : result.appendAbsent();
        }
        default:
            return column.info().type == result.info().type ? result.appendFrom(column, row)
                                                            : result.appendAbsent();
    }
}

}  // namespace

std::string bagIdentification(std::string_view text) {
    std::size_t start = text.size();
    while (start > 0 && text[start - 1] >= '0' && text[start - 1] <= '9') {
        --start;
    }
    std::string digits(text.substr(start));
    if (digits.empty() || digits.size() > kBagDigits) {
        return {};
    }
    digits.insert(0, kBagDigits - digits.size(), '0');
    return digits;
}

core::Column convert(const Column& column, const core::ColumnInfo& info, ValueRule rule,
                     std::int64_t* withheld) {
    const bool isPlain =
        rule == ValueRule::asIs && info.type == column.info().type && withheld == nullptr;
    if (isPlain) {
        return column.withInfo(info);
    }
    Column result(info);
    result.reserve(column.size());
    for (std::int64_t row = 0; row < column.size(); ++row) {
        const auto reason = withheld != nullptr && column.isNumeric() && column.isPresent(row)
                                ? reasonOf(column.numberAt(row))
                                : std::nullopt;
        if (reason) {
            result.appendAbsent(*reason);
            ++*withheld;
        } else {
            if (withheld != nullptr && isWithheld(column.presenceAt(row))) {
                ++*withheld;
            }
            append(column, row, rule, result);
        }
    }
    return result;
}

}  // namespace lommer::gis
