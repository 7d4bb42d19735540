#pragma once

#include "core/base/bounds.h"

namespace lommer::app {

/// Latitude and longitude on the datum of RD itself, Amersfoort (EPSG:4289). Not those of GPS: the
/// two differ by about 100 m.
struct AmersfoortPosition {
    double latitudeDegrees = 0.0;
    double longitudeDegrees = 0.0;
};

/// Where a point of RD New lies on the ellipsoid of Bessel. Pure geometry, exact to 0.1 mm in and
/// around the Netherlands: no grid of corrections is involved. Source: IOGP Guidance Note 7-2,
/// Oblique Stereographic (EPSG method 9809), reverse; constants of EPSG:28992.
AmersfoortPosition amersfoortPosition(core::Point rd);

}  // namespace lommer::app
