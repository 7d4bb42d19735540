#pragma once

#include "core/base/error.h"
#include "core/base/stop_check.h"
#include "core/subjects/data_check.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace lommer::core {

/// Rows that do not keep a rule, counted while they are gone through.
struct RowTally {
    std::int64_t rows = 0;
    std::vector<std::int64_t> examples = {};

    void add(std::int64_t row) {
        ++rows;
        if (examples.size() < CheckFinding::kMostExamples) {
            examples.push_back(row);
        }
    }
};

/// Collects findings and weighs them.
class CheckFindings {
public:
    enum class Weight {
        /// One row is enough.
        fails,
        /// More than one row in twenty fails; fewer are a remark.
        failsWhereMany,
        remark,
    };

    CheckFindings(std::int64_t rowCount, const std::stop_token& stop)
        : rowCount_(rowCount), stop_(stop) {}

    void add(std::string rule, std::string column, RowTally tally, Weight weight,
             std::optional<RepairKind> repair = {});
    /// One finding of the rule without a column, unless one of a column is there already.
    void addPassed(const std::string& rule);
    /// The finding of a rule that `keeps(row)` tells for every row.
    template <class Keeps>
    void forRows(std::string rule, std::string column, const Keeps& keeps, Weight weight) {
        RowTally tally;
        for (std::int64_t row = 0; row < rowCount_; ++row) {
            checkStop(row);
            if (!keeps(row)) {
                tally.add(row);
            }
        }
        add(std::move(rule), std::move(column), std::move(tally), weight);
    }
    /// Call it for every row: throws Cancelled.
    void checkStop(std::int64_t row) const { core::checkStop(row, stop_); }
    const std::stop_token& stopToken() const noexcept { return stop_; }
    std::vector<CheckFinding> take() { return std::move(findings_); }

private:
    std::int64_t rowCount_;
    const std::stop_token& stop_;
    std::vector<CheckFinding> findings_;
};

/// The rules about one column at a time; `subject` may be null.
void checkColumns(const Subject* subject, const Table& table, const CheckContext& context,
                  CheckFindings& findings);
/// The rules about texts, numbers and dates that hold for every column, declared or not.
void checkValues(const Subject* subject, const Table& table, CheckFindings& findings);
/// Parts and totals; gemeente and code.
void checkFigures(const Subject* subject, const Table& table, CheckFindings& findings);
void checkPlaces(const Subject* subject, const Table& table, CheckFindings& findings);

}  // namespace lommer::core
