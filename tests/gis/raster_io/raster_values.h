#pragma once

#include "core/base/remark.h"
#include "core/raster/raster_source.h"

#include <functional>
#include <string>
#include <vector>

namespace lommer::test {

/// The cells of a window, row by row.
std::vector<float> valuesIn(const core::RasterSource& source, const core::CellWindow& window);

/// True where a remark of this code was made; the list is empty afterwards.
bool hasRemark(core::RemarkList& remarks, const std::string& code);

/// A raster of one row, for `writeRaster`.
std::function<double(int, int)> oneRow(std::vector<double> values);

}  // namespace lommer::test
