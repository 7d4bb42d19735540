#pragma once

#include "core/vector/table_sink.h"
#include "core/vector/table_source.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lommer::test {

/// A table held in memory, to read from in tests.
class MemoryTableSource : public core::TableSource {
public:
    MemoryTableSource(std::string name, core::Table table);

    const core::TableInfo& info() const noexcept override { return info_; }
    core::Table read(const core::TableQuery& query, const std::stop_token& stop) const override;

private:
    core::Table table_;
    core::TableInfo info_;
};

/// Keeps what was appended; asserts that every batch has the columns of the first.
class MemoryTableSink : public core::TableSink {
public:
    void append(const core::Table& batch) override;
    /// All rows in the order of appending. At least one batch must have come (asserted).
    core::Table table() const;
    std::size_t batchCount() const noexcept { return batches_.size(); }

private:
    std::vector<core::Table> batches_;
};

/// Columns for tests. NaN and nothing become missing values.
core::Column textColumn(const std::string& name,
                        const std::vector<std::optional<std::string>>& values,
                        core::PrivacyClass privacy = core::PrivacyClass::open);
core::Column integerColumn(const std::string& name,
                           const std::vector<std::optional<std::int64_t>>& values,
                           core::PrivacyClass privacy = core::PrivacyClass::open);
core::Column realColumn(const std::string& name, const std::vector<double>& values,
                        core::Unit unit = core::Unit::none,
                        core::PrivacyClass privacy = core::PrivacyClass::open);

core::Table tableOf(core::GeometryColumn geometries, std::vector<core::Column> columns);
/// Without geometries.
core::Table tableOf(std::int64_t rowCount, std::vector<core::Column> columns);

/// All cells of one column as text, missing ones as "-".
std::vector<std::string> textsOf(const core::Table& table, std::string_view column);
/// All cells of one column as numbers, missing ones as NaN.
std::vector<double> numbersOf(const core::Table& table, std::string_view column);
/// True where two tables have the same columns, cells, presence and coordinates, bit for bit.
bool hasSameBits(const core::Table& a, const core::Table& b);

}  // namespace lommer::test
