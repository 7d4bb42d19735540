#include "core/vector/column.h"

#include "core/base/assert.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <limits>

namespace lommer::core {
namespace {

constexpr std::int64_t kMillisecondsPerDay = 86'400'000;

Column::Values emptyValuesFor(ColumnType type) {
    switch (type) {
        case ColumnType::text:
            return TextArray{};
        case ColumnType::real:
            return std::vector<double>{};
        case ColumnType::integer:
        case ColumnType::boolean:
        case ColumnType::date:
        case ColumnType::dateTime:
            break;
    }
    return std::vector<std::int64_t>{};
}

std::string padded(std::int64_t value, std::size_t width) {
    std::string text = std::to_string(value);
    return text.size() >= width ? text : std::string(width - text.size(), '0') + text;
}

std::string isoDate(std::int64_t days) {
    const std::chrono::year_month_day date{
        std::chrono::sys_days{std::chrono::days{static_cast<int>(days)}}};
    return padded(static_cast<int>(date.year()), 4) + '-' +
           padded(static_cast<unsigned>(date.month()), 2) + '-' +
           padded(static_cast<unsigned>(date.day()), 2);
}

std::string isoDateTime(std::int64_t milliseconds) {
    auto days = milliseconds / kMillisecondsPerDay;
    auto rest = milliseconds % kMillisecondsPerDay;
    if (rest < 0) {
        rest += kMillisecondsPerDay;
        --days;
    }
    std::string text = isoDate(days) + 'T' + padded(rest / 3'600'000, 2) + ':' +
                       padded(rest / 60'000 % 60, 2) + ':' + padded(rest / 1'000 % 60, 2);
    if (rest % 1'000 != 0) {
        text += '.' + padded(rest % 1'000, 3);
    }
    return text + 'Z';
}

template <class Number>
std::string numberText(Number value) {
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), end.ptr};
}

}  // namespace

std::string_view toText(ColumnType type) noexcept {
    constexpr std::array<std::string_view, 6> texts{"text",    "integer", "real",
                                                    "boolean", "date",    "date-time"};
    return texts[static_cast<std::size_t>(type)];
}

std::string_view toText(PrivacyClass privacy) noexcept {
    constexpr std::array<std::string_view, 3> texts{"open", "per-address", "personal"};
    return texts[static_cast<std::size_t>(privacy)];
}

std::string_view toText(Presence presence) noexcept {
    constexpr std::array<std::string_view, 6> texts{"present",        "missing",
                                                    "secret",         "not-yet-published",
                                                    "not-applicable", "no-longer-published"};
    return texts[static_cast<std::size_t>(presence)];
}

std::string_view TextArray::at(std::int64_t row) const noexcept {
    const auto index = static_cast<std::size_t>(row);
    return std::string_view(bytes).substr(offsets[index], offsets[index + 1] - offsets[index]);
}

void TextArray::append(std::string_view text) {
    bytes.append(text);
    offsets.push_back(bytes.size());
}

void TextArray::appendAll(const TextArray& other) {
    const std::uint64_t shift = bytes.size();
    bytes.append(other.bytes);
    for (std::size_t index = 1; index < other.offsets.size(); ++index) {
        offsets.push_back(shift + other.offsets[index]);
    }
}

Column::Column(ColumnInfo info) : info_(std::move(info)), values_(emptyValuesFor(info_.type)) {}

Column::Column(ColumnInfo info, Values values, std::vector<Presence> presence)
    : info_(std::move(info)), values_(std::move(values)), presence_(std::move(presence)) {
    LOMMER_ASSERT(values_.index() == emptyValuesFor(info_.type).index());
    LOMMER_ASSERT(presence_.empty() || static_cast<std::int64_t>(presence_.size()) == size());
}

std::int64_t Column::size() const noexcept {
    return std::visit([](const auto& values) { return static_cast<std::int64_t>(values.size()); },
                      values_);
}

std::string_view Column::textAt(std::int64_t row) const noexcept {
    return std::get<TextArray>(values_).at(row);
}

std::int64_t Column::integerAt(std::int64_t row) const noexcept {
    return std::get<std::vector<std::int64_t>>(values_)[static_cast<std::size_t>(row)];
}

double Column::realAt(std::int64_t row) const noexcept {
    return std::get<std::vector<double>>(values_)[static_cast<std::size_t>(row)];
}

double Column::numberAt(std::int64_t row) const noexcept {
    if (!isPresent(row) || info_.type == ColumnType::text) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    return info_.type == ColumnType::real ? realAt(row) : static_cast<double>(integerAt(row));
}

std::string Column::displayAt(std::int64_t row) const {
    if (!isPresent(row)) {
        return {};
    }
    switch (info_.type) {
        case ColumnType::text:
            return std::string(textAt(row));
        case ColumnType::real:
            return numberText(realAt(row));
        case ColumnType::boolean:
            return integerAt(row) != 0 ? "true" : "false";
        case ColumnType::date:
            return isoDate(integerAt(row));
        case ColumnType::dateTime:
            return isoDateTime(integerAt(row));
        case ColumnType::integer:
            break;
    }
    return numberText(integerAt(row));
}

void Column::reserve(std::int64_t rows) {
    const auto count = static_cast<std::size_t>(rows);
    if (auto* texts = std::get_if<TextArray>(&values_)) {
        texts->offsets.reserve(count + 1);
    } else if (auto* integers = std::get_if<std::vector<std::int64_t>>(&values_)) {
        integers->reserve(count);
    } else {
        std::get<std::vector<double>>(values_).reserve(count);
    }
}

void Column::markPresent() {
    if (!presence_.empty()) {
        presence_.push_back(Presence::present);
    }
}

void Column::appendText(std::string_view value) {
    std::get<TextArray>(values_).append(value);
    markPresent();
}

void Column::appendInteger(std::int64_t value) {
    std::get<std::vector<std::int64_t>>(values_).push_back(value);
    markPresent();
}

void Column::appendReal(double value) {
    if (std::isnan(value)) {
        appendAbsent();
        return;
    }
    std::get<std::vector<double>>(values_).push_back(value);
    markPresent();
}

void Column::appendAbsent(Presence reason) {
    LOMMER_ASSERT(reason != Presence::present);
    if (presence_.empty()) {
        presence_.assign(static_cast<std::size_t>(size()), Presence::present);
    }
    if (auto* texts = std::get_if<TextArray>(&values_)) {
        texts->append({});
    } else if (auto* integers = std::get_if<std::vector<std::int64_t>>(&values_)) {
        integers->push_back(0);
    } else {
        std::get<std::vector<double>>(values_).push_back(0.0);
    }
    presence_.push_back(reason);
}

void Column::appendFrom(const Column& other, std::int64_t row) {
    LOMMER_ASSERT(other.info_.type == info_.type);
    if (!other.isPresent(row)) {
        appendAbsent(other.presenceAt(row));
    } else if (info_.type == ColumnType::text) {
        appendText(other.textAt(row));
    } else if (info_.type == ColumnType::real) {
        appendReal(other.realAt(row));
    } else {
        appendInteger(other.integerAt(row));
    }
}

void Column::appendAll(const Column& other) {
    LOMMER_ASSERT(other.info_.type == info_.type);
    const auto ownRows = static_cast<std::size_t>(size());
    if (!other.presence_.empty() || !presence_.empty()) {
        presence_.resize(ownRows, Presence::present);
        if (other.presence_.empty()) {
            presence_.resize(ownRows + static_cast<std::size_t>(other.size()), Presence::present);
        } else {
            presence_.insert(presence_.end(), other.presence_.begin(), other.presence_.end());
        }
    }
    std::visit(
        [&other](auto& values) {
            using Held = std::decay_t<decltype(values)>;
            const auto& added = std::get<Held>(other.values_);
            if constexpr (std::is_same_v<Held, TextArray>) {
                values.appendAll(added);
            } else {
                values.insert(values.end(), added.begin(), added.end());
            }
        },
        values_);
}

std::int64_t Column::byteCount() const noexcept {
    std::size_t bytes = presence_.size();
    if (const auto* texts = std::get_if<TextArray>(&values_)) {
        bytes += texts->bytes.size() + texts->offsets.size() * sizeof(std::uint64_t);
    } else {
        bytes += static_cast<std::size_t>(size()) * sizeof(double);
    }
    return static_cast<std::int64_t>(bytes);
}

Column Column::withInfo(ColumnInfo info) const {
    LOMMER_ASSERT(info.type == info_.type);
    return {std::move(info), values_, presence_};
}

}  // namespace lommer::core
