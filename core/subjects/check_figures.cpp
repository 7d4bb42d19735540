#include "core/base/letter_case.h"
#include "core/subjects/check_findings.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace lommer::core {
namespace {

using Weight = CheckFindings::Weight;
/// Names of one figure in several deliveries: lower case, letters and digits.
using Names = std::vector<std::string_view>;

/// Figures that add up to another.
struct SumRule {
    /// Empty: to 100 percent.
    Names total;
    std::vector<Names> parts;
};

/// Source: CBS, Kerncijfers wijken en buurten and Toelichting Wijk- en Buurtkaart.
std::vector<SumRule> sumRules() {
    const Names people{"inwoners", "aantalinwoners", "aantinw"};
    return {
        {people,
         {{"mannen", "aantalmannen", "aantman"}, {"vrouwen", "aantalvrouwen", "aantvrouw"}}},
        {people,
         {{"k0tot15jaar", "aantalinwoners0tot15jaar"},
          {"k15tot25jaar", "aantalinwoners15tot25jaar"},
          {"k25tot45jaar", "aantalinwoners25tot45jaar"},
          {"k45tot65jaar", "aantalinwoners45tot65jaar"},
          {"k65jaarofouder", "aantalinwoners65jaarenouder"}}},
        {{"huishoudens", "huishoudenstotaal", "aantalhuishoudens", "aanthh"},
         {{"eenpersoonshuishoudens", "aantaleenpersoonshuishoudens"},
          {"huishoudenszonderkinderen", "aantalmeerpersoonshuishoudenszonderkind"},
          {"huishoudensmetkinderen", "aantalmeerpersoonshuishoudensmetkind"}}},
        {{},
         {{"p0014jr", "percentagepersonen0tot15jaar"},
          {"p1524jr", "percentagepersonen15tot25jaar"},
          {"p2544jr", "percentagepersonen25tot45jaar"},
          {"p4564jr", "percentagepersonen45tot65jaar"},
          {"p65eojr", "percentagepersonen65jaarenouder"}}},
        {{},
         {{"pongehuw", "percentageongehuwd"},
          {"pgehuwd", "percentagegehuwd"},
          {"pgescheid", "percentagegescheid"},
          {"pverweduw", "percentageverweduwd"}}},
    };
}

/// Letters and digits in small, without the number that StatLine puts behind a name: `Mannen_6`.
std::string stemOf(std::string_view name) {
    const auto bar = name.rfind('_');
    const bool isNumbered = bar != std::string_view::npos && bar + 1 < name.size() &&
                            name.find_first_not_of("0123456789", bar + 1) == std::string_view::npos;
    std::string stem;
    for (const char c : lowered(name.substr(0, isNumbered ? bar : name.size()))) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            stem += c;
        }
    }
    return stem;
}

const Column* findFigure(const Table& table, const Names& names) {
    for (const ColumnPointer& column : table.columns()) {
        const std::string stem = stemOf(column->info().name);
        if (column->isNumeric() && std::find(names.begin(), names.end(), stem) != names.end()) {
            return column.get();
        }
    }
    return nullptr;
}

void checkSum(const SumRule& rule, const Table& table, CheckFindings& findings) {
    const Column* total = rule.total.empty() ? nullptr : findFigure(table, rule.total);
    std::vector<const Column*> parts;
    for (const Names& names : rule.parts) {
        parts.push_back(findFigure(table, names));
    }
    const bool isWhole = std::find(parts.begin(), parts.end(), nullptr) == parts.end();
    if (!isWhole || (total == nullptr && !rule.total.empty())) {
        return;
    }
    // Counts are rounded to multiples of 5 at random, shares to whole ones.
    const auto count = static_cast<double>(parts.size());
    const double tolerance = total == nullptr ? count : 5.0 * std::sqrt(count);
    findings.forRows(
        "parts-add-up", total == nullptr ? parts.front()->info().name : total->info().name,
        [&](std::int64_t row) {
            const double whole = total == nullptr ? 100.0 : total->numberAt(row);
            double sum = 0.0;
            bool areSound = total == nullptr || !isSentinel(*total, row);
            for (const Column* part : parts) {
                sum += part->numberAt(row);
                areSound = areSound && !isSentinel(*part, row);
            }
            // Shares of an area where nobody lives are all 0.
            const bool isEmpty = total == nullptr && sum == 0.0;
            return std::isnan(sum) || std::isnan(whole) || !areSound || isEmpty ||
                   std::abs(sum - whole) <= tolerance;
        },
        Weight::failsWhereMany);
}

std::string_view digitsOf(std::string_view code) {
    const auto digit = code.find_first_of("0123456789");
    return digit == std::string_view::npos ? std::string_view() : code.substr(digit);
}

/// A buurt or wijk bears the code of its gemeente.
void checkGemeente(const Subject& subject, const Table& table, CheckFindings& findings) {
    const auto code = table.indexOf("code");
    const auto gemeente = table.indexOf("gemeentecode");
    const bool isPart = subject.id == "neighbourhoods" || subject.id == "districts";
    if (!isPart || !code || !gemeente || table.column(*gemeente).info().type != ColumnType::text ||
        table.column(*code).info().type != ColumnType::text) {
        return;
    }
    const CodeForm form = codeFormOf(subject.id, "code");
    const Column& codes = table.column(*code);
    const Column& gemeenten = table.column(*gemeente);
    findings.forRows(
        "code-of-gemeente", "gemeentecode",
        [&](std::int64_t row) {
            if (!codes.isPresent(row) || !gemeenten.isPresent(row) ||
                gemeenten.textAt(row).empty()) {
                return true;
            }
            const std::string own = completedCode(form, codes.textAt(row), true);
            const std::string other =
                completedCode(CodeForm::gemeente, gemeenten.textAt(row), true);
            return digitsOf(own).substr(0, 4) == digitsOf(other);
        },
        Weight::failsWhereMany);
}

/// Areas of several years cannot be put side by side on a map. Figures may be a series.
void checkPeriods(const Table& table, CheckFindings& findings) {
    for (const char* name : {"periode", "jaar"}) {
        const auto index = table.indexOf(name);
        if (!index) {
            continue;
        }
        const Column& column = table.column(*index);
        std::string first;
        findings.forRows(
            "one-period", name,
            [&](std::int64_t row) {
                const std::string value = column.displayAt(row);
                first = first.empty() ? value : first;
                return value.empty() || value == first;
            },
            Weight::remark);
    }
}

}  // namespace

void checkFigures(const Subject* subject, const Table& table, CheckFindings& findings) {
    for (const SumRule& rule : sumRules()) {
        checkSum(rule, table, findings);
    }
    if (subject == nullptr) {
        return;
    }
    checkGemeente(*subject, table, findings);
    if (isSubject(subject->id, "areas")) {
        checkPeriods(table, findings);
    }
}

}  // namespace lommer::core
