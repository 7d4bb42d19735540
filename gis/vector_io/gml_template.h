#pragma once

#include <filesystem>

namespace lommer::gis {

/// The description of a GML file that GDAL would guess wrongly, as a file in GDAL's memory; empty
/// where it guesses well. Buildings of the BGT have two geometries, their outline and the places of
/// their house numbers, and terrain and roads on a slope its upper edge; without help the last one
/// found is taken. Source: IMGeo 2.1.
std::filesystem::path gmlTemplateFor(const std::filesystem::path& path);

}  // namespace lommer::gis
