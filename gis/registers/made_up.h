#pragma once

#include <string>
#include <string_view>

namespace lommer::gis {

/// The register of the made-up municipality, which looks like several real ones.
constexpr std::string_view kMadeUpRegister = "sample";

/// Stands in the files of that municipality as the description of a raster's band or of a layer, so
/// that other programs show it too.
constexpr std::string_view kMadeUpDescription =
    "lommer-sample: made up, no real data / verzonnen, geen echte gegevens";

/// The register that a band or layer with this description says it is of; empty for any other.
inline std::string registerOfDescription(std::string_view description) {
    return std::string(description == kMadeUpDescription ? kMadeUpRegister : std::string_view());
}

}  // namespace lommer::gis
