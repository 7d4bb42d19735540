#pragma once

// Only for the .cpp files of this folder: nothing outside core/geometry sees a type of GEOS.

#include "core/vector/geometry_column.h"

#include <geos_c.h>

#include <exception>
#include <memory>
#include <stop_token>
#include <string>

namespace lommer::core::geos {

/// GEOS could not do it. Caught inside core/geometry, which then tries another way or names the
/// row.
class Failure : public std::exception {
public:
    explicit Failure(std::string message) : message_(std::move(message)) {}
    const char* what() const noexcept override { return message_.c_str(); }

private:
    std::string message_;
};

struct Deleter {
    GEOSContextHandle_t handle = nullptr;
    void operator()(GEOSGeometry* geometry) const noexcept { GEOSGeom_destroy_r(handle, geometry); }
};
using Pointer = std::unique_ptr<GEOSGeometry, Deleter>;

struct PreparedDeleter {
    GEOSContextHandle_t handle = nullptr;
    void operator()(const GEOSPreparedGeometry* geometry) const noexcept {
        GEOSPreparedGeom_destroy_r(handle, geometry);
    }
};
using PreparedPointer = std::unique_ptr<const GEOSPreparedGeometry, PreparedDeleter>;

/// One GEOS context, for one thread at a time. While it lives, every GEOS operation of this thread
/// ends soon after `stop` is requested, and `own` and `check` then throw Cancelled.
/// Sessions on one thread nest; `stop` must outlive the session.
class Session {
public:
    explicit Session(const std::stop_token& stop);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    GEOSContextHandle_t handle() const noexcept { return handle_; }
    /// Takes a result over. Null: Cancelled when stopped, else Failure with GEOS's message.
    Pointer own(GEOSGeometry* geometry) const;
    /// The answer of a predicate; 2 (exception) throws as `own` does.
    bool check(char answer) const;
    PreparedPointer prepare(const GEOSGeometry* geometry) const;

private:
    [[noreturn]] void fail() const;

    const std::stop_token* outer_;
    const std::stop_token* stop_;
    GEOSContextHandle_t handle_;
    std::string message_;
};

/// One row as (multi)geometry. Rings of polygons must be closed and have four points or more, all
/// finite; otherwise Failure. A row without geometry becomes an empty collection.
Pointer toGeos(const Session& session, const GeometryColumn& column, std::int64_t row);

/// Appends the parts of `kind` as one row, looking into collections. False, and nothing appended,
/// where there are none.
bool appendRow(const Session& session, const GEOSGeometry* geometry, GeometryKind kind,
               GeometryColumn& target);

}  // namespace lommer::core::geos
