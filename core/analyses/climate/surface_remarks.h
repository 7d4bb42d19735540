#pragma once

#include "core/base/remark.h"
#include "core/raster/tile_pass.h"

#include <cstdint>

namespace lommer::core {

/// A share (0 to 1) in percent, with one decimal.
double percentOf(double share) noexcept;

/// `many-holes` {share} where more than 20 % of so many `wanted` cells is not `known`.
void addHolesRemark(RemarkList& remarks, std::int64_t known, std::int64_t wanted);

/// `edge-of-data` {share, and what `more` holds} where a share of the cells does not see all that
/// it looks for.
void addEdgeRemark(RemarkList& remarks, double share, const Arguments& more = {});

/// Both of the `wanted` cells of a surface that look as far as `margins`.
void addSurfaceRemarks(RemarkList& remarks, const CellWindow& surface, const CellWindow& wanted,
                       std::int64_t known, const Margins& margins, const Arguments& more = {});

}  // namespace lommer::core
