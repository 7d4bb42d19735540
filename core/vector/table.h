#pragma once

#include "core/vector/column.h"
#include "core/vector/geometry_column.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace lommer::core {

/// Rows with columns of equal length and perhaps geometries. Immutable and shared: an analysis
/// makes a new one, sharing the columns that it does not change.
class Table {
public:
    Table() = default;
    /// All columns and `geometries` (may be null: a table without places) have `rowCount` rows
    /// (asserted). Column names are unique (asserted).
    Table(std::int64_t rowCount, std::vector<ColumnPointer> columns,
          std::shared_ptr<const GeometryColumn> geometries);

    std::int64_t rowCount() const noexcept { return rowCount_; }
    const std::vector<ColumnPointer>& columns() const noexcept { return columns_; }
    const Column& column(std::size_t index) const noexcept { return *columns_[index]; }
    std::optional<std::size_t> indexOf(std::string_view name) const noexcept;
    /// The column of that name. Throws Error column-missing.
    const Column& columnNamed(std::string_view name) const;

    bool hasGeometry() const noexcept { return geometries_ != nullptr; }
    const GeometryColumn& geometries() const noexcept { return *geometries_; }
    const std::shared_ptr<const GeometryColumn>& geometryPointer() const noexcept {
        return geometries_;
    }
    std::int64_t byteCount() const noexcept;

    /// The given rows, in that order.
    Table select(const std::vector<std::int64_t>& rows) const;
    /// This table with one more column; one of the same name is replaced.
    Table withColumn(Column column) const;

private:
    std::int64_t rowCount_ = 0;
    std::vector<ColumnPointer> columns_;
    std::shared_ptr<const GeometryColumn> geometries_;
};

}  // namespace lommer::core
