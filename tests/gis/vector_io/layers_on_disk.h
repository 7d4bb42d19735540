#pragma once

#include "core/disclosure/released.h"

#include <filesystem>
#include <string>
#include <vector>

namespace lommer::test {

/// A layer that GDAL itself writes: columns `nr` (1, 2, 3 …), `naam` and `hoogte` (nr / 4, missing
/// in the second row), and a geometry for each row.
struct LayerSpecification {
    std::string driver = "GPKG";
    /// "EPSG:28992"; empty = no system.
    std::string crs = "EPSG:28992";
    /// Well-known text; empty = a row without geometry.
    std::vector<std::string> geometries = {};
    /// The layer says that it holds multipolygons, and does; else it says nothing.
    bool isPolygonLayer = false;
    std::vector<std::string> datasetOptions = {};
    std::vector<std::string> layerOptions = {};
};

/// False where this GDAL cannot write the format.
bool writeLayer(const std::filesystem::path& path, const LayerSpecification& specification);

/// Passed for use inside the house, where nothing is withheld.
core::Released<core::Table> releasedInside(const core::Table& table);

/// The first `share` of the file's bytes are left.
void cutShort(const std::filesystem::path& path, double share);

}  // namespace lommer::test
