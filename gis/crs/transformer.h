#pragma once

#include "core/base/bounds.h"
#include "core/engine/ports.h"
#include "gis/crs/crs_info.h"

#include <memory>
#include <span>
#include <vector>

namespace lommer::gis {

/// EPSG:28992, the system of everything inside the engine.
const CrsInfo& rdNew();

/// Reads a definition (WKT, "EPSG:4326", a .prj text) and recognises RD in all its disguises:
/// EPSG:28992, EPSG:7415, and unnamed definitions with the same projection and datum.
/// Throws Error crs-unknown.
CrsInfo parseCrs(const std::string& definition);

/// Brings coordinates from one system to another. Never ballpark. Thread-safe.
class Transformer {
public:
    /// Throws Error transformation-too-coarse where only a ballpark operation exists.
    /// `area` (in `from`) helps to choose the operation.
    Transformer(const CrsInfo& from, const CrsInfo& to, const core::Bounds& area);
    ~Transformer();
    Transformer(Transformer&&) noexcept;
    Transformer& operator=(Transformer&&) noexcept;

    /// In place, x east / longitude first. Throws Error transformation-too-coarse where a point
    /// lies outside the operation's area of use (that of RDNAPTRANS2018: longitude 2 to 8, latitude
    /// 50 to 56). Points that are not finite stay as they are.
    void transform(std::span<core::Point> points) const;
    const CoordinateOperation& operation() const noexcept;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// RD to latitude and longitude (ETRS89) with PROJ, with the NSGI grid where it is there.
std::unique_ptr<core::GeoLocator> makeGeoLocator();

}  // namespace lommer::gis
