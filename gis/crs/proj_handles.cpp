#include "gis/crs/proj_handles.h"

#include <cpl_string.h>
#include <ogr_srs_api.h>

namespace lommer::gis {

ProjContext makeProjContext() {
    ProjContext context(proj_context_create());
    proj_log_level(context.get(), PJ_LOG_NONE);
    proj_context_set_enable_network(context.get(), 0);
    const CPLStringList paths(OSRGetPROJSearchPaths());
    if (paths.Count() > 0) {
        proj_context_set_search_paths(context.get(), paths.Count(), paths.List());
    }
    return context;
}

}  // namespace lommer::gis
