#pragma once

#include "core/base/unit.h"
#include "core/vector/column.h"

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace lommer::core {

/// The closed list of what a setting can be.
enum class ParameterKind {
    number,
    integer,
    boolean,
    choice,
    text,
    dateTime,  // ISO 8601 with zone, kept as text in UTC: 2026-07-01T13:00:00Z
    numberList,
    column,   // name of a column of a role
    weights,  // a weight per key
    rules,    // rows with the columns of `ruleColumns`
};

std::string_view toText(ParameterKind kind) noexcept;

/// key, weight; keys are unique.
struct WeightsTable {
    std::vector<std::pair<std::string, double>> weights;

    friend bool operator==(const WeightsTable&, const WeightsTable&) = default;
};

/// A cell of a rule table: nothing (open end), a number or a text.
using RuleCell = std::variant<std::monostate, double, std::string>;

/// Rows as long as the declared rule columns, in their order.
struct RuleTable {
    std::vector<std::vector<RuleCell>> rows;

    friend bool operator==(const RuleTable&, const RuleTable&) = default;
};

/// A value of a setting; monostate = not given.
/// choice, text, dateTime and column are strings; the rest as the names say.
using ParameterValue = std::variant<std::monostate, double, std::int64_t, bool, std::string,
                                    std::vector<double>, WeightsTable, RuleTable>;

struct RuleColumn {
    std::string id;
    bool isNumber = true;
    bool isOptional = false;
    Unit unit = Unit::none;
};

/// Parameter `parameter` has the value `value` (as text), or has any value where `value` is empty.
struct ParameterCondition {
    std::string parameter;
    std::string value = {};
};

/// One setting of an analysis: form field, command line name, help line and check in one.
struct ParameterDeclaration {
    std::string id;
    ParameterKind kind = ParameterKind::number;
    Unit unit = Unit::none;
    /// Range of number, integer, every entry of numberList and every weight; both ends allowed.
    std::optional<double> minimum = {};
    std::optional<double> maximum = {};
    /// monostate: no default. Then the value is optional unless `isRequired` or `requiredIf`.
    ParameterValue defaultValue = {};
    bool isRequired = false;
    std::optional<ParameterCondition> requiredIf = {};
    /// Of all parameters with the same group at most one may be given.
    std::string exclusiveGroup = {};
    /// Values of a choice.
    std::vector<std::string> choices = {};
    /// The role whose columns a `column` parameter names, and the types that fit (empty = all).
    std::string role = {};
    std::vector<ColumnType> columnTypes = {};
    std::vector<RuleColumn> ruleColumns = {};
    /// Shown under "more settings" in the form.
    bool isAdvanced = false;
};

/// Values by parameter id, sorted, as they stand in the run record.
using ParameterValues = std::map<std::string, ParameterValue, std::less<>>;

/// A named set of values; parameters it does not name keep their default.
struct Definition {
    std::string id;
    ParameterValues values;
};

/// The settings of one run after checking: every declared parameter has an entry (monostate where
/// it was not given and has no default). The accessors assert the kind.
class Parameters {
public:
    explicit Parameters(ParameterValues values) : values_(std::move(values)) {}

    bool has(std::string_view id) const;
    double number(std::string_view id) const;
    std::int64_t integer(std::string_view id) const;
    bool boolean(std::string_view id) const;
    const std::string& text(std::string_view id) const;
    const std::vector<double>& numbers(std::string_view id) const;
    const WeightsTable& weights(std::string_view id) const;
    const RuleTable& rules(std::string_view id) const;
    const ParameterValues& values() const noexcept { return values_; }

private:
    template <class Value>
    const Value& get(std::string_view id) const;

    ParameterValues values_;
};

}  // namespace lommer::core
