#pragma once

#include "gis/registers/layer.h"
#include "gis/registers/layer_pattern.h"

#include <optional>
#include <vector>

namespace lommer::gis {

/// The patterns that a layer fits, one for each subject it holds: a layer of the BGT's vegetation
/// holds trees and hedges. Empty: not recognised. A raster fits none.
std::vector<const LayerPattern*> patternsOf(const LayerDescription& layer);

/// The pattern of that subject; null: none fits.
const LayerPattern* patternOf(const LayerDescription& layer, std::string_view subject);

/// True where a register says which rows of the layer count, which no mapping of columns can.
bool hasRowsOfRegister(const LayerDescription& layer);

/// The subject of a raster by the names of its files and its folder: AHN sheets (`R_25GN1`,
/// `M5_37EN1`, `2023_M_25GN1`), `dsm` and `dtm` as a word, canopy, NDVI. Empty: not recognised.
std::string rasterSubject(const LayerDescription& layer);

/// The register that the layer says it is of; else `ahn` where those names are of a sheet of the
/// AHN or hold the word; else empty.
std::string rasterRegister(const LayerDescription& layer);

}  // namespace lommer::gis
