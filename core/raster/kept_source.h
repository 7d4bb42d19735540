#pragma once

#include "core/raster/raster_source.h"
#include "core/raster/scratch_raster.h"

#include <memory>

namespace lommer::core {

/// A source of which some cells, once read, are kept between stages of a run, so that they are
/// decoded once. Has the values of that source.
class KeptSource : public RasterSource {
public:
    /// `kept`: what is to be kept, counted from the grid's corner; may stick out of the grid, may
    /// be empty. All of it has to be put before it is read. The others outlive the object. Throws
    /// Error disk-full.
    KeptSource(const RasterSource& source, const CellWindow& kept, MemoryBudget& memory,
               Scratch& scratch);

    const Grid& grid() const noexcept override { return source_.grid(); }
    /// What does not lie wholly among the kept cells is asked of the source.
    void read(const CellWindow& window, RasterView<float> values) const override;
    /// Keeps values that were read at `window` where all of it is to be kept. From any thread, at
    /// windows that do not overlap; fast where they consist of whole squares of 256 cells from the
    /// corner of what is kept.
    void put(const CellWindow& window, RasterView<const float> values);

private:
    const RasterSource& source_;
    CellWindow kept_;
    std::unique_ptr<ScratchRaster> values_;
};

}  // namespace lommer::core
