#include "core/base/letter_case.h"
#include "core/subjects/check_findings.h"
#include "core/subjects/code_lists.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>

namespace lommer::core {
namespace {

using Weight = CheckFindings::Weight;

struct Range {
    double lowest;
    double highest;
};

/// Between which numbers a value of that unit lies.
std::optional<Range> rangeOfUnit(Unit unit) {
    switch (unit) {
        case Unit::percent:
            return Range{0.0, 100.0};
        case Unit::fraction:
            return Range{0.0, 1.0};
        case Unit::year:
            return Range{1000.0, 2100.0};
        case Unit::metre:  // of buildings and trees, above ground or NAP
            return Range{-10.0, 400.0};
        case Unit::degreeCelsius:
            return Range{-50.0, 60.0};
        case Unit::degree:
            return Range{0.0, 360.0};
        case Unit::metrePerSecond:
        case Unit::millimetre:
            return Range{0.0, 200.0};
        case Unit::squareMetre:
            return Range{1.0, 999'998.0};  // 999999 stands for unknown in the BAG
        default:
            return std::nullopt;
    }
}

/// A share of something by its name. Changes are shares that may be negative or above 100.
bool isShareName(std::string_view name) {
    const std::string lower = lowered(name);
    constexpr std::array<std::string_view, 5> kStarts{"percentage", "perc_", "pct_", "aandeel",
                                                      "p_"};
    constexpr std::array<std::string_view, 5> kChanges{"groei", "verandering", "mutatie",
                                                       "ontwikkeling", "toename"};
    const auto holds = [&lower](std::string_view word) {
        return lower.find(word) != std::string::npos;
    };
    const auto starts = [&lower](std::string_view word) { return lower.starts_with(word); };
    return (std::any_of(kStarts.begin(), kStarts.end(), starts) || lower.ends_with("_pct") ||
            lower.ends_with("_percentage")) &&
           std::none_of(kChanges.begin(), kChanges.end(), holds);
}

bool isFilled(const Column& column, std::int64_t row) {
    return column.isPresent(row) &&
           (column.info().type != ColumnType::text || !column.textAt(row).empty());
}

/// A cell may hold several codes with commas between.
bool areKnown(const CodeList& list, std::string_view text) {
    if (list.contains(text)) {
        return true;
    }
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find(',', start), text.size());
        if (!list.contains(text.substr(start, end - start))) {
            return false;
        }
        start = end + 1;
    }
    return true;
}

/// Figures of an area come in several periods, kinds of homes, kinds of crime: its code and all
/// texts together are the key.
std::string keyAt(const Subject& subject, const Table& table, const Column& column,
                  std::int64_t row) {
    std::string key(column.textAt(row));
    if (subject.id != "area-figures") {
        return key;
    }
    for (const ColumnPointer& other : table.columns()) {
        if (!other->isNumeric() || other->info().name == "periode") {
            key += '\0';
            key += other->displayAt(row);
        }
    }
    return key;
}

void checkKey(const Subject& subject, const Table& table, const Column& column,
              CheckFindings& findings) {
    const std::string& name = column.info().name;
    const CodeForm form = codeFormOf(subject.id, name);
    findings.forRows(
        "key-filled", name, [&](std::int64_t row) { return isFilled(column, row); }, Weight::fails);
    std::unordered_set<std::string> seen;
    findings.forRows(
        "key-unique", name,
        [&](std::int64_t row) {
            return !isFilled(column, row) || seen.insert(keyAt(subject, table, column, row)).second;
        },
        Weight::failsWhereMany);
    if (form != CodeForm::free) {
        findings.forRows(
            "key-form", name,
            [&](std::int64_t row) {
                return !isFilled(column, row) ||
                       codeStateOf(form, column.textAt(row), true) != CodeState::other;
            },
            Weight::failsWhereMany);
    }
}

void checkRange(const std::string& name, const Column& column, const Range& range,
                CheckFindings& findings) {
    findings.forRows(
        "value-in-range", name,
        [&](std::int64_t row) {
            const double value = column.numberAt(row);
            return std::isnan(value) || isSentinel(column, row) ||
                   (value >= range.lowest && value <= range.highest);
        },
        Weight::failsWhereMany);
}

void checkDeclared(const Subject& subject, const SubjectColumn& declared, const Table& table,
                   CheckFindings& findings) {
    const std::string name(declared.name);
    const auto index = table.indexOf(name);
    if (declared.isRequired) {
        RowTally tally;
        tally.rows = index ? 0 : std::max<std::int64_t>(1, table.rowCount());
        findings.add("column-present", name, std::move(tally), Weight::fails);
    }
    if (!index) {
        return;
    }
    const Column& column = table.column(*index);
    const bool isText = column.info().type == ColumnType::text;
    const bool isNumber = declared.type == ColumnType::integer || declared.type == ColumnType::real;
    if (isNumber && !column.isNumeric()) {
        findings.forRows(
            "column-type", name, [&](std::int64_t row) { return !isFilled(column, row); },
            Weight::failsWhereMany);
    }
    if (declared.isRequired && isText) {
        checkKey(subject, table, column, findings);
    }
    if (!declared.codeList.empty() && isText) {
        findings.forRows(
            "code-known", name,
            [&](std::int64_t row) {
                return !column.isPresent(row) ||
                       areKnown(*findCodeList(declared.codeList), column.textAt(row));
            },
            Weight::failsWhereMany);
    }
    if (const auto range = rangeOfUnit(declared.unit); range && column.isNumeric()) {
        checkRange(name, column, *range, findings);
    }
}

bool isDeclared(const Subject* subject, std::string_view name, bool isRequired) {
    return subject != nullptr && std::any_of(subject->columns.begin(), subject->columns.end(),
                                             [&](const SubjectColumn& declared) {
                                                 return declared.name == name &&
                                                        (declared.isRequired || !isRequired);
                                             });
}

/// What the codes of one column show.
struct CodeTallies {
    RowTally shortened;
    RowTally broken;
    RowTally strange;
};

CodeTallies lookAtCodes(const Column& column, CodeForm form, bool isKey, const AreaCodes* areas,
                        const CheckFindings& findings) {
    CodeTallies tallies;
    for (std::int64_t row = 0; row < column.size(); ++row) {
        findings.checkStop(row);
        if (!isFilled(column, row)) {
            continue;
        }
        const std::string code = column.displayAt(row);
        if (codeStateOf(form, code, isKey) == CodeState::shortened) {
            tallies.shortened.add(row);
        }
        if (!isKey && isBrokenAreaCode(form, code)) {
            tallies.broken.add(row);
        }
        if (areas != nullptr && !areas->contains(form, code).value_or(true)) {
            tallies.strange.add(row);
        }
    }
    return tallies;
}

/// Codes of areas: all digits there, and an area of that year.
void checkCodes(const Subject* subject, const Table& table, const CheckContext& context,
                CheckFindings& findings) {
    const bool isOfAreas = subject != nullptr && isSubject(subject->id, "areas");
    for (const ColumnPointer& column : table.columns()) {
        const std::string& name = column->info().name;
        const CodeForm form = codeFormOf(subject == nullptr ? "" : subject->id, name);
        const bool isRead =
            column->info().type == ColumnType::text || column->info().type == ColumnType::integer;
        if (form == CodeForm::free || !isRead) {
            continue;
        }
        const bool isKey = isDeclared(subject, name, true);
        const AreaCodes* others = isKey && isOfAreas ? nullptr : context.areas;
        CodeTallies tallies = lookAtCodes(*column, form, isKey, others, findings);
        findings.add("zeros-lost", name, std::move(tallies.shortened), Weight::failsWhereMany,
                     RepairKind::leadingZeros);
        if (tallies.broken.rows > 0) {
            findings.add("key-form", name, std::move(tallies.broken), Weight::remark);
        }
        if (tallies.strange.rows > 0) {
            findings.add("code-of-year", name, std::move(tallies.strange), Weight::failsWhereMany);
        }
    }
    if (context.areas != nullptr && !context.areas->isEmpty()) {
        findings.addPassed("code-of-year");
    }
}

}  // namespace

void checkColumns(const Subject* subject, const Table& table, const CheckContext& context,
                  CheckFindings& findings) {
    if (subject != nullptr) {
        for (const SubjectColumn& declared : subject->columns) {
            checkDeclared(*subject, declared, table, findings);
        }
    }
    checkCodes(subject, table, context, findings);
    for (const ColumnPointer& column : table.columns()) {
        const std::string& name = column->info().name;
        if (column->isNumeric() && isShareName(name) && !isDeclared(subject, name, false)) {
            checkRange(name, *column, {0.0, 100.0}, findings);
        }
    }
}

}  // namespace lommer::core
