#pragma once

#include "core/vector/table.h"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace lommer::core {

/// What is known of a table before it is read.
struct TableInfo {
    std::string name;
    std::vector<ColumnInfo> columns;
    bool hasGeometry = false;
    /// The kinds that occur; empty where the source cannot say before reading.
    std::vector<GeometryKind> kinds;
    /// -1 where the source cannot say.
    std::int64_t rowCount = -1;
    Bounds bounds;
};

/// What to read of a table.
struct TableQuery {
    /// Names of the wanted columns; nothing = all. A missing one: Error column-missing.
    std::optional<std::vector<std::string>> columns;
    /// Only rows whose bounding box touches this; nothing = all rows.
    std::optional<Bounds> bounds;
    /// False: the geometries are not needed; a source may leave them out, unless `bounds` is given.
    bool withGeometry = true;
    /// Of rows with a value in one of these columns none is needed (an empty text is no value). A
    /// source that can tell before it reads them may leave them out; others hand them out too.
    std::vector<std::string> needlessWith = {};
};

/// Port: rows of one layer, in RD, geometries valid or repaired, curves linearised.
class TableSource {
public:
    virtual ~TableSource() = default;

    virtual const TableInfo& info() const noexcept = 0;
    /// Reads all that was asked for. May be called from any thread. Throws Error (file-missing,
    /// file-incomplete, file-changed, column-missing, memory-too-small) and Cancelled.
    virtual Table read(const TableQuery& query, const std::stop_token& stop) const = 0;
};

}  // namespace lommer::core
