#pragma once

#include "core/subjects/code_forms.h"
#include "core/subjects/data_repair.h"
#include "core/subjects/subjects.h"
#include "core/vector/table.h"

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace lommer::core {

/// How data came out of a check, from good to bad.
enum class CheckOutcome { passed, remarks, failed };

/// Stable id in files: `passed`.
std::string_view toText(CheckOutcome outcome) noexcept;

/// What one rule found.
struct CheckFinding {
    /// At most this many rows are kept by number.
    static constexpr std::size_t kMostExamples = 100;

    /// Stable id, in texts: `key-unique`.
    std::string rule;
    /// Empty where the rule is about rows or places, or about every column and all of them keep it.
    std::string column = {};
    CheckOutcome outcome = CheckOutcome::passed;
    /// How many rows do not keep the rule.
    std::int64_t rows = 0;
    /// The first of them, rising.
    std::vector<std::int64_t> examples = {};
    /// What would put it right.
    std::optional<RepairKind> repair = {};
};

/// The outcome of all rules that apply, in a fixed order.
struct DataCheck {
    std::vector<CheckFinding> findings;

    /// The worst of all.
    CheckOutcome outcome() const noexcept;
    /// The repairs that its findings ask for, each once, in the order of `RepairKind`.
    std::vector<DataRepair> repairs() const;
};

/// What is known beside the rows.
struct CheckContext {
    /// The areas that the same delivery or project holds; may be null.
    const AreaCodes* areas = nullptr;
    /// ISO day or year; empty = not known.
    std::string referenceDate = {};
    /// ISO day; empty: nothing is said about age.
    std::string today = {};
    /// After how many years data of this subject are old; 0 = they do not age.
    int yearsUntilOld = 0;
};

/// The ids of all rules, for the test that each has a sentence in every language.
std::span<const std::string_view> allCheckRules() noexcept;

/// Checks normalised data of a subject, or any table (`subject` null). Rows and required columns
/// are there, of the right type; keys are filled, unique and of the right form; codes have all
/// their digits, are in their list, belong to the areas that are known and to the gemeente beside
/// them; values lie in their range (percentages by their names too); parts add up to their total,
/// but for rounding; texts have no signs of a wrong encoding, no spaces around them, no numbers
/// with a comma; no number or date stands for "no value"; every row has a place of the right kind,
/// inside the country, that no other row has; no row is there twice; the reference date is one, not
/// in the future and not old. A missing column or an empty key fails; of most rules more than one
/// row in twenty fails and fewer are a remark; what a repair puts right, old data and no rows at
/// all are remarks. Source of the rules: what municipalities check before they pass data on;
/// rounding of CBS at random to multiples of 5 (Toelichting Wijk- en Buurtkaart). Throws Cancelled.
DataCheck checkData(const Subject* subject, const Table& table, const CheckContext& context = {},
                    const std::stop_token& stop = {});

}  // namespace lommer::core
