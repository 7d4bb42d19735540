#pragma once

#include "gis/vector_io/csv_column_profile.h"
#include "gis/vector_io/csv_layout.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace lommer::gis {

/// What a column name says of a place.
enum class PlaceName { none, x, y, longitude, latitude, wellKnownText };
PlaceName placeNameOf(std::string_view name);

/// The geometry of one cell: its WKB, and the EPSG code that a leading `SRID=28992;` names.
/// Empty where the text is not well-known text.
struct WktGeometry {
    std::vector<std::uint8_t> wkb;
    int epsg = 0;
};
WktGeometry geometryOfWkt(std::string_view text);

/// Fills in where the places stand, if anywhere: a column of well-known text with a name that says
/// so; columns x and y with numbers that all lie in the range of RD; columns that are named
/// longitude and latitude. Coordinates of well-known text are RD where they lie in its range or
/// name it; else the layer has no CRS. Remarks `coordinates-unused` where x and y are elsewhere.
/// Throws Cancelled.
void findPlaces(const CellFile& file, std::span<const CsvColumnProfile> profiles,
                std::span<const CsvColumn> columns, CsvLayout& layout, const std::stop_token& stop);

}  // namespace lommer::gis
