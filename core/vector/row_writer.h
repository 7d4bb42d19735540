#pragma once

#include "core/vector/table_sink.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

namespace lommer::core {

/// Where a column of a new table comes from.
struct GatheredColumn {
    ColumnInfo info;
    const Column* source = nullptr;
    /// The row of `source` for each new row, -1 for no value; null: row by row.
    const std::vector<std::int64_t>* rows = nullptr;
};

/// Writes a table of which the columns are picked together from others, in batches; of a run with a
/// region only the rows whose box touches it. Every column gives a value for each row of
/// `geometries` (asserted). Throws Error and Cancelled.
void writeRows(TableSink& sink, const GeometryColumn& geometries,
               const std::vector<GatheredColumn>& columns, const std::optional<Bounds>& region,
               const std::stop_token& stop);

/// The highest privacy class of all columns.
PrivacyClass highestPrivacy(const Table& table) noexcept;

}  // namespace lommer::core
