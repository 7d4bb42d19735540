#pragma once

#include "core/engine/progress.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace lommer::app {

struct SampleOrder {
    std::filesystem::path folder;
    double areaSquareKilometres = 1.0;
    double cellMetres = 0.5;
    std::uint64_t seed = 1;
};

/// Writes a made-up village to try things on: `dtm.tif`, `dsm.tif`, `gebouwen.gpkg`,
/// `gebieden.gpkg`. Returns the files. Throws Error output-exists where one of them is there
/// already, disk-full, folder-read-only, and Cancelled; then no half file remains.
std::vector<std::filesystem::path> writeSample(const SampleOrder& order,
                                               const core::Progress& progress);

}  // namespace lommer::app
