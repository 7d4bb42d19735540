#include "core/subjects/check_findings.h"
#include "core/subjects/row_equality.h"
#include "core/subjects/text_faults.h"

#include <algorithm>

namespace lommer::core {
namespace {

using Weight = CheckFindings::Weight;

/// What the texts of one column show.
struct TextTallies {
    RowTally misread;
    RowTally lost;
    RowTally spaced;
    RowTally withComma;
    /// All values are numbers: then a comma is a decimal sign.
    bool areNumbers = true;
};

bool isAscii(std::string_view text) noexcept {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void look(std::string_view text, std::int64_t row, TextTallies& tallies) {
    if (!isAscii(text)) {
        if (hasLostCharacter(text)) {
            tallies.lost.add(row);
        }
        if (withoutMojibake(text) != text) {
            tallies.misread.add(row);
        }
    }
    const std::string_view inner = withoutOuterSpaces(text);
    if (inner.size() != text.size()) {
        tallies.spaced.add(row);
    }
    if (!tallies.areNumbers || inner.empty()) {
        return;
    }
    if (decimalCommaNumber(inner)) {
        tallies.withComma.add(row);
    } else {
        tallies.areNumbers = plainNumber(inner).has_value();
    }
}

void checkTexts(const Column& column, CodeForm form, CheckFindings& findings) {
    TextTallies tallies;
    tallies.areNumbers = form == CodeForm::free;
    for (std::int64_t row = 0; row < column.size(); ++row) {
        findings.checkStop(row);
        if (column.isPresent(row)) {
            look(column.textAt(row), row, tallies);
        }
    }
    const std::string& name = column.info().name;
    const auto add = [&](const char* rule, RowTally& tally, std::optional<RepairKind> repair) {
        if (tally.rows > 0) {
            findings.add(rule, name, std::move(tally), Weight::remark, repair);
        }
    };
    add("encoding-right", tallies.misread, RepairKind::encoding);
    add("characters-whole", tallies.lost, std::nullopt);
    add("no-outer-spaces", tallies.spaced, RepairKind::spaces);
    if (tallies.areNumbers) {
        add("no-decimal-comma", tallies.withComma, RepairKind::decimalComma);
    }
}

}  // namespace

void checkValues(const Subject* subject, const Table& table, CheckFindings& findings) {
    for (const ColumnPointer& column : table.columns()) {
        if (column->info().type == ColumnType::text) {
            checkTexts(*column,
                       codeFormOf(subject == nullptr ? "" : subject->id, column->info().name),
                       findings);
            continue;
        }
        RowTally tally;
        for (std::int64_t row = 0; row < table.rowCount(); ++row) {
            findings.checkStop(row);
            if (isSentinel(*column, row)) {
                tally.add(row);
            }
        }
        if (tally.rows > 0) {
            findings.add("no-sentinels", column->info().name, std::move(tally), Weight::remark,
                         RepairKind::sentinels);
        }
    }
    for (const char* rule : {"encoding-right", "characters-whole", "no-outer-spaces",
                             "no-decimal-comma", "no-sentinels"}) {
        findings.addPassed(rule);
    }
    RowTally repeated;
    if (!table.columns().empty()) {
        for (const std::int64_t row : repeatedRows(table, findings.stopToken())) {
            repeated.add(row);
        }
    }
    findings.add("row-unique", {}, std::move(repeated), Weight::failsWhereMany,
                 RepairKind::duplicateRows);
}

}  // namespace lommer::core
