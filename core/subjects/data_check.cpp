#include "core/subjects/data_check.h"

#include "core/subjects/check_findings.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace lommer::core {
namespace {

using Weight = CheckFindings::Weight;

constexpr std::array<std::string_view, 30> kRules{
    "file-readable",   "file-complete",    "crs-stated",   "rows-present",   "column-present",
    "column-type",     "key-filled",       "key-unique",   "key-form",       "code-known",
    "value-in-range",  "zeros-lost",       "code-of-year", "encoding-right", "characters-whole",
    "no-outer-spaces", "no-decimal-comma", "no-sentinels", "row-unique",     "row-complete",
    "parts-add-up",    "code-of-gemeente", "one-period",   "place-present",  "place-kind",
    "place-inside",    "place-unique",     "place-valid",  "date-not-later", "date-not-old"};

/// The year at the start of an ISO day or year; 0 where there is none.
int yearOf(std::string_view date) {
    constexpr std::size_t kDigits = 4;
    int year = 0;
    const std::string_view digits = date.substr(0, kDigits);
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), year);
    return parsed.ec == std::errc() && parsed.ptr == digits.data() + kDigits ? year : 0;
}

/// True where `date` lies more than `years` before `today`. A year alone counts to its end.
bool isOlder(std::string_view date, std::string_view today, int years) {
    const int year = yearOf(date);
    const std::string_view rest = date.size() > 4 ? date.substr(4) : std::string_view("-12-31");
    return year > 0 && (year + years < yearOf(today) ||
                        (year + years == yearOf(today) && rest < today.substr(4)));
}

void checkDates(const CheckContext& context, CheckFindings& findings) {
    if (context.referenceDate.empty() || context.today.empty()) {
        return;
    }
    const auto add = [&findings](const char* rule, bool isBroken) {
        RowTally tally;
        tally.rows = isBroken ? 1 : 0;
        findings.add(rule, {}, std::move(tally), Weight::remark);
    };
    const bool isYear = context.referenceDate.size() <= 4;
    add("date-not-later", isYear ? yearOf(context.referenceDate) > yearOf(context.today)
                                 : context.referenceDate > context.today);
    if (context.yearsUntilOld > 0) {
        add("date-not-old", isOlder(context.referenceDate, context.today, context.yearsUntilOld));
    }
}

}  // namespace

void CheckFindings::add(std::string rule, std::string column, RowTally tally, Weight weight,
                        std::optional<RepairKind> repair) {
    constexpr std::int64_t kOneIn = 20;
    const bool areFew = kOneIn * tally.rows <= rowCount_;
    const bool isRemark = weight == Weight::remark || (weight == Weight::failsWhereMany && areFew);
    CheckFinding finding{std::move(rule), std::move(column)};
    finding.rows = tally.rows;
    finding.outcome = tally.rows == 0 ? CheckOutcome::passed
                      : isRemark      ? CheckOutcome::remarks
                                      : CheckOutcome::failed;
    finding.examples = std::move(tally.examples);
    finding.repair = tally.rows == 0 ? std::nullopt : repair;
    findings_.push_back(std::move(finding));
}

void CheckFindings::addPassed(const std::string& rule) {
    const bool isThere = std::any_of(findings_.begin(), findings_.end(),
                                     [&rule](const auto& one) { return one.rule == rule; });
    if (!isThere) {
        findings_.push_back({rule});
    }
}

std::string_view toText(CheckOutcome outcome) noexcept {
    constexpr std::array<std::string_view, 3> kTexts{"passed", "remarks", "failed"};
    return kTexts[static_cast<std::size_t>(outcome)];
}

CheckOutcome DataCheck::outcome() const noexcept {
    CheckOutcome worst = CheckOutcome::passed;
    for (const CheckFinding& finding : findings) {
        worst = std::max(worst, finding.outcome);
    }
    return worst;
}

std::vector<DataRepair> DataCheck::repairs() const {
    std::vector<DataRepair> repairs;
    for (const RepairKind kind : allRepairKinds()) {
        for (const CheckFinding& finding : findings) {
            const DataRepair repair{kind, finding.column};
            if (finding.repair == kind &&
                std::find(repairs.begin(), repairs.end(), repair) == repairs.end()) {
                repairs.push_back(repair);
            }
        }
    }
    return repairs;
}

std::span<const std::string_view> allCheckRules() noexcept {
    return kRules;
}

DataCheck checkData(const Subject* subject, const Table& table, const CheckContext& context,
                    const std::stop_token& stop) {
    CheckFindings findings(table.rowCount(), stop);
    RowTally none;
    none.rows = table.rowCount() == 0 ? 1 : 0;
    findings.add("rows-present", {}, std::move(none), Weight::remark);
    checkColumns(subject, table, context, findings);
    checkValues(subject, table, findings);
    checkFigures(subject, table, findings);
    checkPlaces(subject, table, findings);
    checkDates(context, findings);
    return {findings.take()};
}

}  // namespace lommer::core
