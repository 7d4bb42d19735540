#pragma once

#include "core/base/bounds.h"

namespace lommer::gis {

/// Latitude and longitude on the datum of RD itself, Amersfoort (EPSG:4289). Not those of GPS: the
/// two differ by about 100 m.
struct AmersfoortPosition {
    double latitudeDegrees = 0.0;
    double longitudeDegrees = 0.0;
};

/// Where a point of RD New lies on the ellipsoid of Bessel: the projection backwards and nothing
/// else, exact to 0.1 mm in and around the Netherlands. A Transformer goes by way of ETRS89 and its
/// grid of corrections, back from which that would be lost.
AmersfoortPosition amersfoortPosition(core::Point rd);

}  // namespace lommer::gis
