#include "core/vector/row_writer.h"

#include "core/base/assert.h"
#include "core/base/error.h"

#include <algorithm>
#include <span>

namespace lommer::core {
namespace {

/// Little enough to be gathered and written well within the time in which a run must stop.
constexpr std::size_t kRowsPerBatch = 8192;

using Rows = std::span<const std::int64_t>;

Column gathered(const GatheredColumn& column, Rows wanted) {
    Column result(column.info);
    result.reserve(static_cast<std::int64_t>(wanted.size()));
    for (const std::int64_t row : wanted) {
        const auto from =
            column.rows == nullptr ? row : (*column.rows)[static_cast<std::size_t>(row)];
        if (from < 0) {
            result.appendAbsent();
        } else {
            result.appendFrom(*column.source, from);
        }
    }
    return result;
}

Table gathered(const GeometryColumn& geometries, const std::vector<GatheredColumn>& columns,
               Rows wanted) {
    auto some = std::make_shared<GeometryColumn>();
    for (const std::int64_t row : wanted) {
        some->appendRow(geometries, row);
    }
    std::vector<ColumnPointer> made;
    made.reserve(columns.size());
    for (const GatheredColumn& column : columns) {
        made.push_back(std::make_shared<const Column>(gathered(column, wanted)));
    }
    return {static_cast<std::int64_t>(wanted.size()), std::move(made), std::move(some)};
}

std::vector<std::int64_t> rowsTouching(const GeometryColumn& geometries,
                                       const std::optional<Bounds>& region) {
    std::vector<std::int64_t> rows;
    for (std::int64_t row = 0; row < geometries.rowCount(); ++row) {
        if (!region || geometries.boundsOf(row).intersects(*region)) {
            rows.push_back(row);
        }
    }
    return rows;
}

}  // namespace

void writeRows(TableSink& sink, const GeometryColumn& geometries,
               const std::vector<GatheredColumn>& columns, const std::optional<Bounds>& region,
               const std::stop_token& stop) {
    for (const GatheredColumn& column : columns) {
        LOMMER_ASSERT((column.rows == nullptr ? column.source->size()
                                              : static_cast<std::int64_t>(column.rows->size())) ==
                      geometries.rowCount());
    }
    const std::vector<std::int64_t> rows = rowsTouching(geometries, region);
    std::size_t first = 0;
    do {
        if (stop.stop_requested()) {
            throw Cancelled{};
        }
        const std::size_t count = std::min(kRowsPerBatch, rows.size() - first);
        sink.append(gathered(geometries, columns, Rows(rows).subspan(first, count)));
        first += count;
    } while (first < rows.size());
}

PrivacyClass highestPrivacy(const Table& table) noexcept {
    PrivacyClass highest = PrivacyClass::open;
    for (const ColumnPointer& column : table.columns()) {
        highest = std::max(highest, column->info().privacy);
    }
    return highest;
}

}  // namespace lommer::core
