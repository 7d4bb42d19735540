#pragma once

#include "core/vector/column.h"
#include "gis/registers/layer_pattern.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace lommer::gis {

/// One rule for the rows of one column.
class RowTest {
public:
    /// `day` is the reference date as ISO 8601, empty where it is not known. Rule, column and day
    /// outlive the test.
    RowTest(const RowRule& rule, const core::Column& column, std::string_view day)
        : rule_(rule), column_(column), day_(day) {}

    /// True where the row stays.
    bool holds(std::int64_t row) const;

private:
    bool isOneOf(std::string_view value) const;
    bool isAbsent(std::int64_t row) const;

    const RowRule& rule_;
    const core::Column& column_;
    std::string_view day_;
};

/// The latest day in the cells of a column, as its first ten characters; empty without any. Texts
/// of ISO 8601 compare as days; a column of years gives a year.
class LatestDay {
public:
    explicit LatestDay(const core::Column& column) : column_(column) {}

    void add(std::int64_t row);
    std::string day() const;

private:
    const core::Column& column_;
    std::int64_t latest_ = -1;
};

}  // namespace lommer::gis
