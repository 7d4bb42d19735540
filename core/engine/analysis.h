#pragma once

#include "core/base/remark.h"
#include "core/engine/declaration.h"
#include "core/engine/explanation.h"
#include "core/engine/input_origin.h"
#include "core/engine/memory_budget.h"
#include "core/engine/ports.h"
#include "core/engine/progress.h"
#include "core/raster/raster_sink.h"
#include "core/raster/raster_source.h"
#include "core/vector/table_sink.h"
#include "core/vector/table_source.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lommer::core {

/// Data in a slot: a raster or a table, as the role declares. `label` is what remarks and columns
/// call it (a file or layer name without path).
struct BoundInput {
    std::string role;
    std::string label;
    std::shared_ptr<const RasterSource> raster = {};
    std::shared_ptr<const TableSource> table = {};
    /// Set for data that are known to be a result.
    std::shared_ptr<const InputOrigin> origin = {};
};

/// Port: makes the sinks of a run. The files become whole only when the run has ended well.
class OutputStore {
public:
    virtual ~OutputStore() = default;
    virtual RasterSink& raster(const OutputDeclaration& output, const Grid& grid) = 0;
    virtual TableSink& table(const OutputDeclaration& output) = 0;
};

/// How to run; never changes the outcome, only speed and memory.
struct RunOptions {
    /// Side of the square of cells that one task takes; a multiple of 256.
    std::int64_t tileSize = 1024;
};

/// What an analysis has while it runs. Lives as long as the run; all ports outlive it.
struct RunContext {
    const AnalysisDeclaration& analysis;
    const Parameters& parameters;
    const std::vector<BoundInput>& inputs;
    /// Only this part is wanted; values inside equal those of a full run bit for bit.
    std::optional<Bounds> region;
    RunOptions options;
    Progress progress;
    RemarkList& remarks;
    MemoryBudget& memory;
    Scratch& scratch;
    const GeoLocator& locator;
    OutputStore& outputs;

    /// The one input of a role (asserted to be filled with one).
    const RasterSource& raster(std::string_view role) const;
    const TableSource& table(std::string_view role) const;
    const BoundInput* find(std::string_view role) const noexcept;
    std::vector<const BoundInput*> all(std::string_view role) const;
    /// The sink of a declared output (asserted: declared, of that kind, its condition holds).
    RasterSink& rasterOutput(std::string_view id, const Grid& grid) const;
    TableSink& tableOutput(std::string_view id) const;
    /// The cells of `grid` that the run is limited to: all, or those of the region.
    /// Throws Error no-overlap where the region lies outside.
    CellWindow wantedWindow(const Grid& grid) const;
};

/// One kind of analysis. Has no state: one object serves several threads and runs.
class Analysis {
public:
    virtual ~Analysis() = default;
    virtual const AnalysisDeclaration& declaration() const noexcept = 0;
    /// Computes all outputs whose condition holds. Throws Error or Cancelled. Never changes inputs.
    virtual void run(const RunContext& context) const = 0;
    /// True where `explain` says why a place has its value.
    virtual bool canExplain() const noexcept { return false; }
    /// Why `place` (RD) has the value that the run of `context` gives it there; nothing where the
    /// analysis cannot explain. Writes no outputs. `kept` is null for the first place of a run;
    /// what is left in it comes back with the next place, with the same inputs, settings, memory
    /// and scratch, and changes no figure. Throws Error or Cancelled as `run` does.
    virtual std::optional<PlaceExplanation> explain(const RunContext& context, Point place,
                                                    std::unique_ptr<KeptSurroundings>& kept) const;
};

}  // namespace lommer::core
