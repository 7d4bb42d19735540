#pragma once

#include "gis/vector_io/layer_fields.h"

#include <string>
#include <vector>

namespace lommer::gis {

/// Gives each field of numbers the texts that a SQLite database has in it, which keeps any kind of
/// value in any column and of which GDAL makes numbers: of `.` and `<5` a 0. `filter` limits the
/// rows that are looked at (SQL; empty: all). Fields of a layer whose rows have no number (FID)
/// stay as they are.
void findStrayTexts(GDALDatasetH dataset, OGRLayerH layer, const std::string& filter,
                    std::vector<LayerField>& fields);

}  // namespace lommer::gis
