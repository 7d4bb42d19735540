#include "core/subjects/data_repair.h"

#include "core/base/error.h"
#include "core/base/stop_check.h"
#include "core/subjects/absence_marks.h"
#include "core/subjects/code_forms.h"
#include "core/subjects/row_equality.h"
#include "core/subjects/subjects.h"
#include "core/subjects/text_faults.h"

#include <algorithm>
#include <array>

namespace lommer::core {
namespace {

constexpr std::array kKinds{RepairKind::encoding,     RepairKind::spaces,
                            RepairKind::leadingZeros, RepairKind::decimalComma,
                            RepairKind::sentinels,    RepairKind::duplicateRows};
constexpr std::array<std::string_view, kKinds.size()> kTexts{
    "encoding", "spaces", "leading-zeros", "decimal-comma", "sentinels", "duplicate-rows"};

constexpr std::int64_t kMillisecondsPerDay = 86'400'000;
// Days since 1970: 1 January 1900 and 1 January of the year 1, with which empty dates are filled.
constexpr std::int64_t kDay1900 = -25'567;
constexpr std::int64_t kDayOne = -719'162;

/// A column of texts with `change` done to each; counts what became different.
template <class Change>
Column changedTexts(const Column& column, const ColumnInfo& info, const Change& change,
                    std::int64_t& count, const std::stop_token& stop) {
    Column result(info);
    result.reserve(column.size());
    for (std::int64_t row = 0; row < column.size(); ++row) {
        checkStop(row, stop);
        if (!column.isPresent(row)) {
            result.appendAbsent(column.presenceAt(row));
            continue;
        }
        const std::string before = column.displayAt(row);
        const std::string after = change(before);
        count += before == after ? 0 : 1;
        result.appendText(after);
    }
    return result;
}

/// What the numbers of a column of texts say of their dots.
struct Dots {
    /// A decimal comma stands somewhere: dots are between thousands.
    bool haveCommas = false;
    /// A dot is a decimal sign for sure: `87.3`.
    bool areDecimal = false;
};

Dots dotsOf(const Column& column) {
    Dots dots;
    for (std::int64_t row = 0; row < column.size(); ++row) {
        if (column.isPresent(row)) {
            const std::string_view text = withoutOuterSpaces(column.textAt(row));
            const bool isDotted = text.find('.') != std::string_view::npos;
            dots.haveCommas = dots.haveCommas || decimalCommaNumber(text);
            dots.areDecimal =
                dots.areDecimal || (isDotted && plainNumber(text) && !dottedThousands(text));
        }
    }
    return dots;
}

/// Nothing for what is no number, and for `2.000` where the column has dots of both kinds.
std::optional<double> numberOf(std::string_view text, const Dots& dots) {
    if (const auto withComma = decimalCommaNumber(text)) {
        return withComma;
    }
    const auto dotted = dots.haveCommas ? dottedThousands(text) : std::nullopt;
    if (!dotted) {
        return plainNumber(text);
    }
    return dots.areDecimal && plainNumber(text) ? std::nullopt : dotted;
}

Column withNumbers(const Column& column, const ColumnInfo& info, const Dots& dots, DoneRepair& done,
                   const std::stop_token& stop) {
    Column result(info);
    result.reserve(column.size());
    for (std::int64_t row = 0; row < column.size(); ++row) {
        checkStop(row, stop);
        if (!column.isPresent(row)) {
            result.appendAbsent(column.presenceAt(row));
            continue;
        }
        const std::string_view text = withoutOuterSpaces(column.textAt(row));
        const auto value = numberOf(text, dots);
        const auto reason = value ? std::nullopt : absenceOf(text);
        if (value) {
            result.appendReal(*value);
            done.count += value == plainNumber(text) ? 0 : 1;
        } else {
            result.appendAbsent(reason.value_or(Presence::missing));
            done.lost += reason ? 0 : 1;
        }
    }
    return result;
}

Column withoutSentinels(const Column& column, std::int64_t& count, const std::stop_token& stop) {
    Column result(column.info());
    result.reserve(column.size());
    for (std::int64_t row = 0; row < column.size(); ++row) {
        checkStop(row, stop);
        if (isSentinel(column, row)) {
            result.appendAbsent();
            ++count;
        } else if (!column.isPresent(row)) {
            result.appendAbsent(column.presenceAt(row));
        } else {
            result.appendFrom(column, row);
        }
    }
    return result;
}

bool needsLettersIn(std::string_view subject, std::string_view column) {
    const Subject* known = findSubject(subject);
    return known != nullptr && std::any_of(known->columns.begin(), known->columns.end(),
                                           [column](const SubjectColumn& declared) {
                                               return declared.name == column &&
                                                      declared.isRequired;
                                           });
}

Column withCodes(std::string_view subject, const Column& column, const ColumnInfo& info,
                 std::int64_t& count, const std::stop_token& stop) {
    const CodeForm form = codeFormOf(subject, column.info().name);
    const bool needsLetters = needsLettersIn(subject, column.info().name);
    return changedTexts(
        column, info,
        [&](const std::string& text) { return completedCode(form, text, needsLetters); }, count,
        stop);
}

Column repairedColumn(std::string_view subject, const Column& column, const Table& whole,
                      DoneRepair& done, const std::stop_token& stop) {
    const DataRepair& repair = done.repair;
    std::int64_t& count = done.count;
    const ColumnInfo info = repairedInfo(column.info(), {&repair, 1});
    const bool isText = column.info().type == ColumnType::text;
    switch (repair.kind) {
        case RepairKind::leadingZeros:
            return withCodes(subject, column, info, count, stop);
        case RepairKind::sentinels:
            return withoutSentinels(column, count, stop);
        case RepairKind::decimalComma:
            return isText ? withNumbers(column, info, dotsOf(whole.columnNamed(repair.column)),
                                        done, stop)
                          : column;
        case RepairKind::encoding:
            return isText ? changedTexts(column, info, withoutMojibake, count, stop) : column;
        case RepairKind::spaces:
            return isText ? changedTexts(
                                column, info,
                                [](const std::string& text) {
                                    return std::string(withoutOuterSpaces(text));
                                },
                                count, stop)
                          : column;
        case RepairKind::duplicateRows:
            break;
    }
    return column;
}

Table withoutRepeatedRows(const Table& table, std::int64_t& count, const std::stop_token& stop) {
    const std::vector<std::int64_t> repeated = repeatedRows(table, stop);
    count = static_cast<std::int64_t>(repeated.size());
    if (repeated.empty()) {
        return table;
    }
    std::vector<std::int64_t> kept;
    auto next = repeated.begin();
    for (std::int64_t row = 0; row < table.rowCount(); ++row) {
        if (next != repeated.end() && *next == row) {
            ++next;
        } else {
            kept.push_back(row);
        }
    }
    return table.select(kept);
}

}  // namespace

std::span<const RepairKind> allRepairKinds() noexcept {
    return kKinds;
}

std::string_view toText(RepairKind kind) noexcept {
    return kTexts[static_cast<std::size_t>(kind)];
}

std::optional<RepairKind> repairKindFromText(std::string_view text) noexcept {
    const auto* const found = std::find(kTexts.begin(), kTexts.end(), text);
    return found == kTexts.end()
               ? std::nullopt
               : std::optional(kKinds[static_cast<std::size_t>(found - kTexts.begin())]);
}

ColumnInfo repairedInfo(const ColumnInfo& info, std::span<const DataRepair> repairs) {
    ColumnInfo result = info;
    for (const RepairKind kind : {RepairKind::leadingZeros, RepairKind::decimalComma}) {
        const bool isAsked =
            std::find(repairs.begin(), repairs.end(), DataRepair{kind, info.name}) != repairs.end();
        if (isAsked && kind == RepairKind::leadingZeros) {
            result.type = ColumnType::text;
        } else if (isAsked && result.type == ColumnType::text) {
            result.type = ColumnType::real;
        }
    }
    return result;
}

RepairedTable repairTable(std::string_view subject, const Table& table,
                          std::span<const DataRepair> repairs, const std::stop_token& stop,
                          const Table* whole) {
    RepairedTable result{table, {}};
    for (const RepairKind kind : kKinds) {
        for (const DataRepair& repair : repairs) {
            const auto index = result.table.indexOf(repair.column);
            const bool isRows = kind == RepairKind::duplicateRows;
            if (repair.kind != kind || (!isRows && !index)) {
                continue;
            }
            DoneRepair done{repair};
            result.table = isRows ? withoutRepeatedRows(result.table, done.count, stop)
                                  : result.table.withColumn(repairedColumn(
                                        subject, result.table.column(*index),
                                        whole == nullptr ? result.table : *whole, done, stop));
            result.done.push_back(std::move(done));
        }
    }
    return result;
}

bool isSentinel(const Column& column, std::int64_t row) {
    if (!column.isPresent(row)) {
        return false;
    }
    const ColumnType type = column.info().type;
    if (type == ColumnType::date || type == ColumnType::dateTime) {
        const std::int64_t perDay = type == ColumnType::date ? 1 : kMillisecondsPerDay;
        const std::int64_t value = column.integerAt(row);
        return value == kDay1900 * perDay || value == kDayOne * perDay;
    }
    if (!column.isNumeric()) {
        return false;
    }
    const double value = column.numberAt(row);
    constexpr double kUnknownYear = 9999.0;
    constexpr double kHighestOfCbs = -99'990.0;
    return value <= kHighestOfCbs || value == -9999.0 || value == -32'768.0 ||
           (column.info().unit == Unit::year && value == kUnknownYear);
}

}  // namespace lommer::core
