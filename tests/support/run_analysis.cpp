#include "tests/support/run_analysis.h"

#include "core/base/assert.h"
#include "core/base/error.h"
#include "core/engine/parallel.h"
#include "core/engine/parameter_check.h"
#include "core/engine/run.h"

#include <algorithm>
#include <cstring>
#include <mutex>

namespace lommer::test {
namespace {

class MemoryScratchFile : public core::ScratchFile {
public:
    void write(std::int64_t offset, std::span<const std::byte> bytes) override {
        const std::lock_guard lock(mutex_);
        const auto end = static_cast<std::size_t>(offset) + bytes.size();
        bytes_.resize(std::max(bytes_.size(), end));
        std::copy(bytes.begin(), bytes.end(), bytes_.begin() + offset);
    }
    void read(std::int64_t offset, std::span<std::byte> bytes) const override {
        const std::lock_guard lock(mutex_);
        LOMMER_ASSERT(static_cast<std::size_t>(offset) + bytes.size() <= bytes_.size());
        std::copy_n(bytes_.begin() + offset, bytes.size(), bytes.begin());
    }

private:
    mutable std::mutex mutex_;
    std::vector<std::byte> bytes_;
};

class MemoryScratch : public core::Scratch {
public:
    std::unique_ptr<core::ScratchFile> create() override {
        return std::make_unique<MemoryScratchFile>();
    }
};

class AmersfoortLocator : public core::GeoLocator {
public:
    Position locate(core::Point) const override { return {52.155172, 5.387206, 0.0}; }
};

class MemoryStore : public core::OutputStore {
public:
    core::RasterSink& raster(const core::OutputDeclaration& output,
                             const core::Grid& grid) override {
        const auto [made, isNew] = rasters.emplace(output.id, std::make_shared<MemoryRaster>(grid));
        LOMMER_ASSERT(isNew);
        return *made->second;
    }
    core::TableSink& table(const core::OutputDeclaration& output) override {
        const auto [made, isNew] = tables.try_emplace(output.id);
        LOMMER_ASSERT(isNew);
        return made->second;
    }

    std::map<std::string, std::shared_ptr<MemoryRaster>> rasters;
    std::map<std::string, MemoryTableSink> tables;
};

core::ParameterValues parsed(const core::AnalysisDeclaration& declaration,
                             const std::map<std::string, std::string>& settings) {
    core::ParameterValues values;
    for (const auto& [id, text] : settings) {
        const core::ParameterDeclaration* parameter = declaration.findParameter(id);
        values[id] =
            parameter == nullptr ? core::ParameterValue(text) : core::parseValue(*parameter, text);
    }
    return values;
}

core::RunRequest requestOf(const core::Analysis& analysis, const AnalysisRun& run) {
    return {.given = parsed(analysis.declaration(), run.settings),
            .definition = run.definition,
            .inputs = run.inputs,
            .region = run.region,
            .options = {.tileSize = run.tileSize}};
}

/// What a run in memory needs of its surroundings.
struct MemoryPorts {
    explicit MemoryPorts(const AnalysisRun& run) : limit(run.threads), memory(run.memoryBytes) {}

    core::RunPorts of(const AnalysisRun& run) {
        return {.progress = core::Progress(run.stop, run.listener),
                .remarks = remarks,
                .memory = memory,
                .scratch = scratch,
                .locator = run.locator != nullptr ? *run.locator : amersfoort,
                .outputs = store};
    }

    core::ThreadLimit limit;
    core::RemarkList remarks;
    core::MemoryBudget memory;
    MemoryScratch scratch;
    AmersfoortLocator amersfoort;
    MemoryStore store;
};

}  // namespace

const core::Remark* AnalysisOutcome::remark(std::string_view code) const {
    const auto found = std::find_if(remarks.begin(), remarks.end(),
                                    [code](const core::Remark& one) { return one.code == code; });
    return found == remarks.end() ? nullptr : &*found;
}

AnalysisOutcome runAnalysis(const core::Analysis& analysis, const AnalysisRun& run) {
    MemoryPorts ports(run);
    core::runAnalysis(analysis, requestOf(analysis, run), ports.of(run));
    AnalysisOutcome outcome;
    for (const auto& [id, sink] : ports.store.tables) {
        outcome.tables.emplace(id, sink.table());
    }
    outcome.rasters = std::move(ports.store.rasters);
    outcome.remarks = ports.remarks.take();
    return outcome;
}

std::vector<std::optional<core::PlaceExplanation>> explainAnalysis(
    const core::Analysis& analysis, const AnalysisRun& run,
    const std::vector<core::Point>& places) {
    MemoryPorts ports(run);
    std::unique_ptr<core::KeptSurroundings> kept;
    std::vector<std::optional<core::PlaceExplanation>> explanations;
    for (const core::Point& place : places) {
        explanations.push_back(
            core::explainPlace(analysis, requestOf(analysis, run), ports.of(run), place, kept));
    }
    LOMMER_ASSERT(ports.store.rasters.empty() && ports.store.tables.empty());
    return explanations;
}

std::unique_ptr<core::Scratch> memoryScratch() {
    return std::make_unique<MemoryScratch>();
}

core::BoundInput tableInput(const std::string& role, core::Table table) {
    core::BoundInput input{role, role};
    input.table = std::make_shared<const MemoryTableSource>(role, std::move(table));
    return input;
}

core::BoundInput rasterInput(const std::string& role, std::shared_ptr<const MemoryRaster> raster) {
    core::BoundInput input{role, role};
    input.raster = std::move(raster);
    return input;
}

}  // namespace lommer::test
