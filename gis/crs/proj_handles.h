#pragma once

#include <proj.h>

#include <memory>

namespace lommer::gis {

struct ProjDeleter {
    void operator()(PJ_CONTEXT* context) const noexcept { proj_context_destroy(context); }
    void operator()(PJ* object) const noexcept { proj_destroy(object); }
    void operator()(PJ_OBJ_LIST* list) const noexcept { proj_list_destroy(list); }
    void operator()(PJ_OPERATION_FACTORY_CONTEXT* factory) const noexcept {
        proj_operation_factory_context_destroy(factory);
    }
};

using ProjContext = std::unique_ptr<PJ_CONTEXT, ProjDeleter>;
using ProjObject = std::unique_ptr<PJ, ProjDeleter>;
using ProjList = std::unique_ptr<PJ_OBJ_LIST, ProjDeleter>;
using ProjFactory = std::unique_ptr<PJ_OPERATION_FACTORY_CONTEXT, ProjDeleter>;

/// A context of its own: silent, without network, with the search paths that GDAL was given, so
/// that both find the same correction grids. A context serves one thread at a time.
ProjContext makeProjContext();

}  // namespace lommer::gis
