#pragma once

#include "core/base/bounds.h"
#include "gis/crs/crs_info.h"
#include "gis/crs/proj_handles.h"

namespace lommer::gis {

/// Two steps from one system to another by way of ETRS89; a step that is not needed is null.
struct ChosenOperation {
    ProjObject first;
    ProjObject second;
    CoordinateOperation operation;
};

/// The most accurate operation that PROJ knows, never ballpark, never one whose grid is absent.
/// Goes by way of ETRS89, because only ETRS89 to RD has the NSGI correction grid: the direct
/// operation WGS 84 to RD never uses it. WGS 84 itself is known to within a metre only, which the
/// stated accuracy says. Throws Error transformation-too-coarse, crs-unknown.
ChosenOperation chooseOperation(PJ_CONTEXT* context, const CrsInfo& from, const CrsInfo& to,
                                const core::Bounds& area);

}  // namespace lommer::gis
