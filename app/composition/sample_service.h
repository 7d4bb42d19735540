#pragma once

#include "core/engine/progress.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace lommer::app {

struct SampleOrder {
    std::filesystem::path folder;
    /// Above 0 and at most 3000.
    double areaSquareKilometres = 1.0;
    double cellMetres = 0.5;
    std::uint64_t seed = 1;
};

/// Writes a made-up municipality to try things on, as its registers would deliver it: `ahn` (sheets
/// `M_…` and `R_…`), `bgt`, `bag`, `cbs`, `bomen`, `wegen`; each file says that it is made up
/// (gis/registers/made_up.h). Returns the files. Throws Error output-exists where one of the
/// folders is there already, disk-full, folder-read-only, and Cancelled; then nothing of it
/// remains. After a kill either all folders are there or none, once this is called again.
std::vector<std::filesystem::path> writeSample(const SampleOrder& order,
                                               const core::Progress& progress);

}  // namespace lommer::app
