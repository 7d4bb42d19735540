#include "tests/support/memory_table.h"

#include "core/base/assert.h"
#include "core/base/error.h"

#include <algorithm>
#include <cstring>

namespace lommer::test {
namespace {

core::Table withColumns(const core::Table& table, const std::vector<std::string>& names) {
    std::vector<core::ColumnPointer> columns;
    for (const std::string& name : names) {
        static_cast<void>(table.columnNamed(name));
        columns.push_back(table.columns()[*table.indexOf(name)]);
    }
    return {table.rowCount(), std::move(columns), table.geometryPointer()};
}

core::Table within(const core::Table& table, const core::Bounds& bounds) {
    std::vector<std::int64_t> rows;
    for (std::int64_t row = 0; table.hasGeometry() && row < table.rowCount(); ++row) {
        if (table.geometries().boundsOf(row).intersects(bounds)) {
            rows.push_back(row);
        }
    }
    return table.select(rows);
}

bool sameNumber(double a, double b) {
    return std::memcmp(&a, &b, sizeof a) == 0;
}

bool sameColumn(const core::Column& a, const core::Column& b) {
    if (!(a.info() == b.info()) || a.size() != b.size()) {
        return false;
    }
    for (std::int64_t row = 0; row < a.size(); ++row) {
        const bool isSame = a.presenceAt(row) == b.presenceAt(row) &&
                            (!a.isPresent(row) || (sameNumber(a.numberAt(row), b.numberAt(row)) &&
                                                   a.displayAt(row) == b.displayAt(row)));
        if (!isSame) {
            return false;
        }
    }
    return true;
}

bool sameGeometries(const core::GeometryColumn& a, const core::GeometryColumn& b) {
    return a.kinds == b.kinds && a.featureOffsets == b.featureOffsets &&
           a.partOffsets == b.partOffsets && a.ringOffsets == b.ringOffsets &&
           std::equal(a.points.begin(), a.points.end(), b.points.begin(), b.points.end(),
                      [](core::Point p, core::Point q) {
                          return sameNumber(p.x, q.x) && sameNumber(p.y, q.y);
                      });
}

}  // namespace

MemoryTableSource::MemoryTableSource(std::string name, core::Table table)
    : table_(std::move(table)) {
    info_.name = std::move(name);
    info_.rowCount = table_.rowCount();
    info_.hasGeometry = table_.hasGeometry();
    for (const core::ColumnPointer& column : table_.columns()) {
        info_.columns.push_back(column->info());
    }
    if (table_.hasGeometry()) {
        info_.bounds = table_.geometries().bounds();
        for (const auto kind : table_.geometries().kinds) {
            if (std::find(info_.kinds.begin(), info_.kinds.end(), kind) == info_.kinds.end()) {
                info_.kinds.push_back(kind);
            }
        }
    }
}

core::Table MemoryTableSource::read(const core::TableQuery& query,
                                    const std::stop_token& stop) const {
    if (stop.stop_requested()) {
        throw core::Cancelled{};
    }
    const core::Table chosen = query.columns ? withColumns(table_, *query.columns) : table_;
    return query.bounds ? within(chosen, *query.bounds) : chosen;
}

void MemoryTableSink::append(const core::Table& batch) {
    if (!batches_.empty()) {
        const core::Table& first = batches_.front();
        LOMMER_ASSERT(first.hasGeometry() == batch.hasGeometry());
        LOMMER_ASSERT(first.columns().size() == batch.columns().size());
        for (std::size_t index = 0; index < batch.columns().size(); ++index) {
            LOMMER_ASSERT(first.column(index).info() == batch.column(index).info());
        }
    }
    batches_.push_back(batch);
}

core::Table MemoryTableSink::table() const {
    LOMMER_ASSERT(!batches_.empty());
    std::vector<core::Column> columns;
    for (const core::ColumnPointer& column : batches_.front().columns()) {
        columns.emplace_back(column->info());
    }
    core::GeometryColumn geometries;
    std::int64_t rowCount = 0;
    for (const core::Table& batch : batches_) {
        for (std::int64_t row = 0; row < batch.rowCount(); ++row) {
            for (std::size_t index = 0; index < columns.size(); ++index) {
                columns[index].appendFrom(batch.column(index), row);
            }
            if (batch.hasGeometry()) {
                geometries.appendRow(batch.geometries(), row);
            }
        }
        rowCount += batch.rowCount();
    }
    return batches_.front().hasGeometry() ? tableOf(std::move(geometries), std::move(columns))
                                          : tableOf(rowCount, std::move(columns));
}

core::Column textColumn(const std::string& name,
                        const std::vector<std::optional<std::string>>& values,
                        core::PrivacyClass privacy) {
    core::Column column({name, core::ColumnType::text, core::Unit::none, privacy});
    for (const auto& value : values) {
        value ? column.appendText(*value) : column.appendAbsent();
    }
    return column;
}

core::Column integerColumn(const std::string& name,
                           const std::vector<std::optional<std::int64_t>>& values,
                           core::PrivacyClass privacy) {
    core::Column column({name, core::ColumnType::integer, core::Unit::none, privacy});
    for (const auto& value : values) {
        value ? column.appendInteger(*value) : column.appendAbsent();
    }
    return column;
}

core::Column realColumn(const std::string& name, const std::vector<double>& values, core::Unit unit,
                        core::PrivacyClass privacy) {
    core::Column column({name, core::ColumnType::real, unit, privacy});
    for (const double value : values) {
        column.appendReal(value);
    }
    return column;
}

core::Table tableOf(core::GeometryColumn geometries, std::vector<core::Column> columns) {
    std::vector<core::ColumnPointer> shared;
    for (core::Column& column : columns) {
        shared.push_back(std::make_shared<const core::Column>(std::move(column)));
    }
    const std::int64_t rowCount = geometries.rowCount();
    return {rowCount, std::move(shared),
            std::make_shared<const core::GeometryColumn>(std::move(geometries))};
}

core::Table tableOf(std::int64_t rowCount, std::vector<core::Column> columns) {
    std::vector<core::ColumnPointer> shared;
    for (core::Column& column : columns) {
        shared.push_back(std::make_shared<const core::Column>(std::move(column)));
    }
    return {rowCount, std::move(shared), nullptr};
}

std::vector<std::string> textsOf(const core::Table& table, std::string_view column) {
    const core::Column& values = table.columnNamed(column);
    std::vector<std::string> texts;
    for (std::int64_t row = 0; row < table.rowCount(); ++row) {
        texts.push_back(values.isPresent(row) ? values.displayAt(row) : "-");
    }
    return texts;
}

std::vector<double> numbersOf(const core::Table& table, std::string_view column) {
    const core::Column& values = table.columnNamed(column);
    std::vector<double> numbers;
    for (std::int64_t row = 0; row < table.rowCount(); ++row) {
        numbers.push_back(values.numberAt(row));
    }
    return numbers;
}

bool hasSameBits(const core::Table& a, const core::Table& b) {
    if (a.rowCount() != b.rowCount() || a.columns().size() != b.columns().size() ||
        a.hasGeometry() != b.hasGeometry()) {
        return false;
    }
    for (std::size_t index = 0; index < a.columns().size(); ++index) {
        if (!sameColumn(a.column(index), b.column(index))) {
            return false;
        }
    }
    return !a.hasGeometry() || sameGeometries(a.geometries(), b.geometries());
}

}  // namespace lommer::test
