#pragma once

#include "core/vector/table.h"
#include "gis/platform/identity.h"

#include <string>

namespace lommer::gis {

/// SHA-256 over what a table says: names and types of the columns, then row by row the values, what
/// is missing, and the geometries, all numbers little-endian. The same for equal rows however they
/// are divided into batches; -0 counts as 0. Why a value is missing does not count: files keep no
/// reason.
class TableHash {
public:
    void add(const core::Table& batch);
    /// Lower-case hexadecimal; the object is used up.
    std::string finish();

private:
    void addHeader(const core::Table& table);
    void addCell(const core::Column& column, std::int64_t row);
    void addGeometry(const core::GeometryColumn& geometries, std::int64_t row);
    void addNumber(std::uint64_t number);
    void addReal(double value);
    void addText(std::string_view text);

    Sha256 hash_;
    std::string pending_;
    bool hasHeader_ = false;
};

}  // namespace lommer::gis
