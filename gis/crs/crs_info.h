#pragma once

#include <optional>
#include <string>

namespace lommer::gis {

/// A coordinate reference system as a file states it.
struct CrsInfo {
    /// EPSG code where there is one; 28992 also for EPSG:7415 and for unnamed RD definitions.
    std::optional<int> epsg = {};
    /// Name to show: "Amersfoort / RD New".
    std::string name = {};
    /// Full definition (WKT 2), for making transformations.
    std::string wkt = {};
    bool isRdNew = false;
};

/// How coordinates were brought to RD.
struct CoordinateOperation {
    /// PROJ's name of the operation; "none" where the data are in RD already.
    std::string name = "none";
    /// Stated accuracy in metres; 0 where nothing was transformed.
    double accuracyMetres = 0.0;
    /// The correction grid used, empty without.
    std::string gridName = {};
};

}  // namespace lommer::gis
