#pragma once

#include "core/raster/grid.h"
#include "core/raster/raster_view.h"

namespace lommer::core {

/// How values lie in the file. NaN is written as NaN (float) or as the highest value (integers).
enum class StorageType { uint8, int16, uint16, int32, float32 };

/// Port: receives the cells of one output raster.
class RasterSink {
public:
    virtual ~RasterSink() = default;

    virtual const Grid& grid() const noexcept = 0;
    /// Stores `values` at `window`. Each cell is written exactly once; windows may come in any
    /// order and from any thread, but inside the grid. The file does not depend on the order:
    /// windows that start and end on multiples of 256 (or at the grid's edge) are kept until
    /// those before them have come, so writers should go roughly from north to south.
    /// Throws Error (disk-full, folder-read-only).
    virtual void write(const CellWindow& window, RasterView<const float> values) = 0;
};

}  // namespace lommer::core
