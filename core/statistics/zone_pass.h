#pragma once

#include "core/engine/memory_budget.h"
#include "core/engine/progress.h"
#include "core/raster/raster_source.h"
#include "core/statistics/polygon_coverage.h"

#include <cstdint>
#include <span>
#include <vector>

namespace lommer::core {

/// The cells of one anchor block that one zone covers.
struct ZonePiece {
    std::int64_t zone = 0;
    CellIndex block;  // in anchor blocks
    std::span<const CoverageRun> runs;
};

/// What is done with the values of each piece.
class PieceVisitor {
public:
    virtual ~PieceVisitor() = default;
    /// Pieces 0 to `count` come next; those of before have been merged.
    virtual void begin(std::size_t count) = 0;
    /// `block` holds the values of the anchor block. Called once per piece, from any thread.
    virtual void visit(std::size_t index, const ZonePiece& piece,
                       RasterView<const float> block) = 0;
    /// Called once per piece after all visits since `begin`, from one thread. The pieces of a zone
    /// come in the order of their anchor blocks, row by row, over the whole pass.
    virtual void merge(std::size_t index, const ZonePiece& piece) = 0;
};

/// Reads a raster once and hands the cells that zones cover to a visitor, on all cores. A block of
/// the raster is read once however many zones touch it, and not at all where none does.
class ZonePass {
public:
    /// All must outlive the object.
    ZonePass(const PolygonCoverage& coverage, const RasterSource& values, MemoryBudget& memory);

    /// Throws Cancelled, Error memory-too-small and what the source throws.
    void run(std::span<const std::int64_t> zones, PieceVisitor& visitor, const Progress& progress);

private:
    const PolygonCoverage& coverage_;
    const RasterSource& values_;
    MemoryBudget& memory_;
};

}  // namespace lommer::core
