#include "gis/crs/amersfoort_position.h"

#include "core/base/assert.h"
#include "gis/crs/proj_handles.h"

namespace lommer::gis {
namespace {

/// Oblique Stereographic (EPSG method 9809) with the constants of EPSG:28992.
constexpr const char* kFromRd =
    "+proj=pipeline +step +inv +proj=sterea +lat_0=52.156160555555556 +lon_0=5.387638888888889 "
    "+k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel "
    "+step +proj=unitconvert +xy_in=rad +xy_out=deg";

}  // namespace

AmersfoortPosition amersfoortPosition(core::Point rd) {
    const ProjContext context = makeProjContext();
    const ProjObject projection(proj_create(context.get(), kFromRd));
    LOMMER_ASSERT(projection != nullptr);
    const PJ_COORD place = proj_trans(projection.get(), PJ_FWD, proj_coord(rd.x, rd.y, 0.0, 0.0));
    return {place.xy.y, place.xy.x};
}

}  // namespace lommer::gis
