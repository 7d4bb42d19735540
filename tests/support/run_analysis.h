#pragma once

#include "core/engine/analysis.h"
#include "tests/support/memory_raster.h"
#include "tests/support/memory_table.h"

#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace lommer::test {

/// A run with everything in memory. What is not set takes the declared default.
struct AnalysisRun {
    std::vector<core::BoundInput> inputs = {};
    /// Parameter id to text, as on the command line.
    std::map<std::string, std::string> settings = {};
    std::string definition = {};
    std::optional<core::Bounds> region = {};
    std::int64_t tileSize = 1024;
    /// 0 = one per processor.
    int threads = 0;
    std::int64_t memoryBytes = std::int64_t{1} << 30;
    std::stop_token stop = {};
    core::Progress::Listener listener = {};
    /// Where the raster lies on the globe; nothing = Amersfoort, without meridian convergence.
    const core::GeoLocator* locator = nullptr;
};

struct AnalysisOutcome {
    std::map<std::string, core::Table> tables;
    std::map<std::string, std::shared_ptr<MemoryRaster>> rasters;
    std::vector<core::Remark> remarks;

    /// The remark of that code; null where there is none.
    const core::Remark* remark(std::string_view code) const;
};

/// Checks the settings as the program does, runs, and hands back what was written.
/// Throws what the analysis throws.
AnalysisOutcome runAnalysis(const core::Analysis& analysis, const AnalysisRun& run);

/// The same for the explanation of places, one after the other.
std::vector<std::optional<core::PlaceExplanation>> explainAnalysis(
    const core::Analysis& analysis, const AnalysisRun& run, const std::vector<core::Point>& places);

/// Scratch files that lie in memory.
std::unique_ptr<core::Scratch> memoryScratch();

/// A table or raster in a role. The label is the role's id.
core::BoundInput tableInput(const std::string& role, core::Table table);
core::BoundInput rasterInput(const std::string& role, std::shared_ptr<const MemoryRaster> raster);

}  // namespace lommer::test
