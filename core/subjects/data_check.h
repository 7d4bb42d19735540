#pragma once

#include "core/subjects/subjects.h"
#include "core/vector/table.h"

#include <cstdint>
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
    /// Stable id, in texts: `key-unique`.
    std::string rule;
    /// Empty where the rule is about rows or places.
    std::string column = {};
    CheckOutcome outcome = CheckOutcome::passed;
    /// How many rows do not keep the rule.
    std::int64_t rows = 0;
    /// The first of them, at most five.
    std::vector<std::int64_t> examples = {};
};

/// The outcome of all rules that apply, in a fixed order.
struct DataCheck {
    std::vector<CheckFinding> findings;

    /// The worst of all.
    CheckOutcome outcome() const noexcept;
};

/// Checks normalised data of a subject: rows and required columns are there; keys are filled,
/// unique and of the right form (16 digits of the BAG, BU/WK/GM codes: no lost zeros); values lie
/// in their list and range; every row has a place of the right kind, inside the country, that no
/// other row has. A missing column or an empty key fails; of the other rules more than one row in
/// twenty fails, fewer are a remark, and so is data without rows. Throws Cancelled.
DataCheck checkData(const Subject& subject, const Table& table, const std::stop_token& stop = {});

}  // namespace lommer::core
