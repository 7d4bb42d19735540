#include "gis/registers/row_rules.h"

#include <algorithm>
#include <optional>

namespace lommer::gis {
namespace {

using core::Column;
using core::ColumnType;

constexpr std::size_t kDayLength = 10;

/// `2019-05-01` at the start of a text.
bool startsWithDay(std::string_view text) noexcept {
    constexpr std::string_view kForm = "0000-00-00";
    return text.size() >= kDayLength &&
           std::equal(kForm.begin(), kForm.end(), text.begin(), [](char form, char c) {
               return form == '-' ? c == '-' : c >= '0' && c <= '9';
           });
}

/// Whether a day lies after the reference date; nothing where one of the two is not known.
std::optional<bool> isAfter(const Column& column, std::int64_t row, std::string_view day) {
    if (day.empty()) {
        return std::nullopt;
    }
    const std::string value = column.displayAt(row);
    return startsWithDay(value) ? std::optional(value.substr(0, kDayLength) > day) : std::nullopt;
}

}  // namespace

bool RowTest::isAbsent(std::int64_t row) const {
    return !column_.isPresent(row) ||
           (column_.info().type == ColumnType::text && column_.textAt(row).empty());
}

bool RowTest::isOneOf(std::string_view value) const {
    const bool isWhole = rule_.kind == RowRule::Kind::oneOf;
    return std::any_of(rule_.values.begin(), rule_.values.end(), [&](std::string_view one) {
        return isWhole ? value == one : value.find(one) != std::string_view::npos;
    });
}

bool RowTest::holds(std::int64_t row) const {
    switch (rule_.kind) {
        case RowRule::Kind::absent:
            return isAbsent(row);
        case RowRule::Kind::notEnded:
            return isAbsent(row) || isAfter(column_, row, day_).value_or(false);
        case RowRule::Kind::begun:
            return isAbsent(row) || !isAfter(column_, row, day_).value_or(false);
        default:
            break;
    }
    if (column_.info().type == ColumnType::text) {
        return isOneOf(column_.isPresent(row) ? column_.textAt(row) : std::string_view{});
    }
    return isOneOf(column_.displayAt(row));
}

void LatestDay::add(std::int64_t row) {
    if (!column_.isPresent(row)) {
        return;
    }
    const bool isText = column_.info().type == ColumnType::text;
    const bool isLater =
        latest_ < 0 || (isText ? column_.textAt(row) > column_.textAt(latest_)
                               : column_.numberAt(row) > column_.numberAt(latest_));
    latest_ = isLater ? row : latest_;
}

std::string LatestDay::day() const {
    return latest_ < 0 ? std::string() : column_.displayAt(latest_).substr(0, kDayLength);
}

}  // namespace lommer::gis
