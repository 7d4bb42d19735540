#pragma once

#include "core/engine/memory_budget.h"
#include "core/engine/ports.h"
#include "core/raster/raster_view.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace lommer::core {

/// Values between two stages of a run: in memory where the budget has room, else in a scratch file
/// that vanishes with the object. Nothing has been written at first: reading cells that were never
/// written is a mistake of the caller (values are then undefined in a file, 0 in memory).
/// Reads and writes may come from any thread, at windows that do not overlap.
class ScratchRaster {
public:
    /// Counts > 0 (asserted). `memory` and `scratch` outlive the object. Throws Error disk-full.
    ScratchRaster(std::int64_t columns, std::int64_t rows, MemoryBudget& memory, Scratch& scratch);

    std::int64_t columns() const noexcept { return columns_; }
    std::int64_t rows() const noexcept { return rows_; }
    bool isInMemory() const noexcept { return file_ == nullptr; }

    /// `window` lies inside (asserted); `values` has its size. Fast where the window consists of
    /// whole squares of 256 cells. Throws Error disk-full.
    void read(const CellWindow& window, RasterView<float> values) const;
    void write(const CellWindow& window, RasterView<const float> values);

    /// The values themselves where they are in memory, so that nothing has to be copied.
    std::optional<RasterView<float>> inMemory() noexcept;

private:
    template <class Visit>
    void forEachRun(const CellWindow& window, const Visit& visit) const;

    std::int64_t columns_;
    std::int64_t rows_;
    std::int64_t squaresAcross_;
    MemoryBudget::Reservation reserved_;
    RasterBuffer<float> values_;
    std::unique_ptr<ScratchFile> file_;
};

}  // namespace lommer::core
