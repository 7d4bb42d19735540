#pragma once

#include "core/vector/table.h"

namespace lommer::core {

/// Port: receives the rows of one output table.
class TableSink {
public:
    virtual ~TableSink() = default;

    /// Adds rows. The first call fixes the columns and whether there are geometries; later ones
    /// have the same (asserted). Called from one thread at a time, in the order of the file.
    /// A table without rows is written by one call with an empty batch that has the columns.
    /// Throws Error (disk-full, folder-read-only).
    virtual void append(const Table& batch) = 0;
};

}  // namespace lommer::core
