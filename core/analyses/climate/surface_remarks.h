#pragma once

#include "core/base/remark.h"
#include "core/raster/tile_pass.h"

#include <cstdint>

namespace lommer::core {

/// How much of the `wanted` cells of a surface is worth a remark, in percent with one decimal:
/// `many-holes` {share} where more than 20 % is not `known`, `edge-of-data` {share, and what
/// `more` holds} where cells do not see all of their `margins`.
void addSurfaceRemarks(RemarkList& remarks, const CellWindow& surface, const CellWindow& wanted,
                       std::int64_t known, const Margins& margins, const Arguments& more = {});

}  // namespace lommer::core
