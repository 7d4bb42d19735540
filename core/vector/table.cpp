#include "core/vector/table.h"

#include "core/base/assert.h"
#include "core/base/error.h"

#include <algorithm>

namespace lommer::core {

Table::Table(std::int64_t rowCount, std::vector<ColumnPointer> columns,
             std::shared_ptr<const GeometryColumn> geometries)
    : rowCount_(rowCount), columns_(std::move(columns)), geometries_(std::move(geometries)) {
    LOMMER_ASSERT(geometries_ == nullptr || geometries_->rowCount() == rowCount_);
    for (std::size_t index = 0; index < columns_.size(); ++index) {
        LOMMER_ASSERT(columns_[index]->size() == rowCount_);
        LOMMER_ASSERT(indexOf(columns_[index]->info().name) == index);
    }
}

std::optional<std::size_t> Table::indexOf(std::string_view name) const noexcept {
    const auto found =
        std::find_if(columns_.begin(), columns_.end(),
                     [name](const ColumnPointer& column) { return column->info().name == name; });
    if (found == columns_.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - columns_.begin());
}

const Column& Table::columnNamed(std::string_view name) const {
    const auto index = indexOf(name);
    if (!index) {
        throw Error(ErrorCode::columnMissing, {{"column", std::string(name)}});
    }
    return *columns_[*index];
}

std::int64_t Table::byteCount() const noexcept {
    std::int64_t bytes = geometries_ == nullptr ? 0 : geometries_->byteCount();
    for (const ColumnPointer& column : columns_) {
        bytes += column->byteCount();
    }
    return bytes;
}

Table Table::select(const std::vector<std::int64_t>& rows) const {
    std::vector<ColumnPointer> columns;
    for (const ColumnPointer& column : columns_) {
        Column selected(column->info());
        selected.reserve(static_cast<std::int64_t>(rows.size()));
        for (const std::int64_t row : rows) {
            selected.appendFrom(*column, row);
        }
        columns.push_back(std::make_shared<const Column>(std::move(selected)));
    }
    std::shared_ptr<GeometryColumn> geometries;
    if (geometries_ != nullptr) {
        geometries = std::make_shared<GeometryColumn>();
        for (const std::int64_t row : rows) {
            geometries->appendRow(*geometries_, row);
        }
    }
    return {static_cast<std::int64_t>(rows.size()), std::move(columns), std::move(geometries)};
}

Table Table::withColumn(Column column) const {
    auto columns = columns_;
    const auto existing = indexOf(column.info().name);
    auto added = std::make_shared<const Column>(std::move(column));
    if (existing) {
        columns[*existing] = std::move(added);
    } else {
        columns.push_back(std::move(added));
    }
    return {rowCount_, std::move(columns), geometries_};
}

}  // namespace lommer::core
