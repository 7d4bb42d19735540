#pragma once

// Only for the .cpp files of this folder, as geos.h.

#include "core/geometry/geos.h"

#include <unordered_map>

namespace lommer::core::geos {

/// The rows of a column as GEOS geometries, each made once, when it is first asked for, and indexed
/// when it is first compared. For one thread. Throws Failure where a row is not sound.
class RowGeometries {
public:
    RowGeometries(const Session& session, const GeometryColumn& column)
        : session_(session), column_(column) {}

    const GEOSGeometry* geometry(std::int64_t row) { return entryOf(row).geometry.get(); }
    const GEOSPreparedGeometry* prepared(std::int64_t row) {
        Entry& entry = entryOf(row);
        if (entry.prepared == nullptr) {
            entry.prepared = session_.prepare(entry.geometry.get());
        }
        return entry.prepared.get();
    }
    const GeometryColumn& column() const noexcept { return column_; }
    /// Forgets all rows, when they are not likely to be asked for again.
    void clear() { entries_.clear(); }

private:
    struct Entry {
        Pointer geometry;
        PreparedPointer prepared;  // goes before the geometry that it refers to
    };

    Entry& entryOf(std::int64_t row) {
        Entry& entry = entries_[row];
        if (entry.geometry == nullptr) {
            entry.geometry = toGeos(session_, column_, row);
        }
        return entry;
    }

    const Session& session_;
    const GeometryColumn& column_;
    std::unordered_map<std::int64_t, Entry> entries_;
};

}  // namespace lommer::core::geos
