#pragma once

#include "core/engine/memory_budget.h"
#include "core/engine/ports.h"
#include "core/raster/raster_view.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace lommer::core {

/// Values between two stages of a run: in memory where the budget has room and an eighth of it is
/// left for what cannot spill, else in a scratch file that vanishes with the object. Nothing has
/// been written at first: reading cells that were never written is a mistake of the caller (values
/// are then undefined). Reads and writes may come from any thread, at windows that do not overlap.
/// `Value` is float or a code of 32 or 8 bits.
template <class Value>
class BasicScratchRaster {
public:
    /// Counts > 0 (asserted). `memory` and `scratch` outlive the object. Throws Error disk-full.
    BasicScratchRaster(std::int64_t columns, std::int64_t rows, MemoryBudget& memory,
                       Scratch& scratch);

    std::int64_t columns() const noexcept { return columns_; }
    std::int64_t rows() const noexcept { return rows_; }
    bool isInMemory() const noexcept { return file_ == nullptr; }

    /// `window` lies inside (asserted); `values` has its size. Fast where the window consists of
    /// whole squares of 256 cells. Throws Error disk-full.
    void read(const CellWindow& window, RasterView<Value> values) const;
    void write(const CellWindow& window, RasterView<const Value> values);

    /// Writes 0 everywhere. Throws Error disk-full.
    void clear();

    /// The values themselves where they are in memory, so that nothing has to be copied.
    std::optional<RasterView<Value>> inMemory() noexcept;

private:
    template <class Visit>
    void forEachRun(const CellWindow& window, const Visit& visit) const;

    std::int64_t columns_;
    std::int64_t rows_;
    std::int64_t squaresAcross_;
    MemoryBudget::Reservation reserved_;
    RasterBuffer<Value> values_;
    std::unique_ptr<ScratchFile> file_;
};

using ScratchRaster = BasicScratchRaster<float>;
/// What a cell is, in bits that whoever writes it knows.
using ScratchCodes = BasicScratchRaster<std::uint32_t>;
using ScratchFlags = BasicScratchRaster<std::uint8_t>;

extern template class BasicScratchRaster<float>;
extern template class BasicScratchRaster<std::uint32_t>;
extern template class BasicScratchRaster<std::uint8_t>;

}  // namespace lommer::core
