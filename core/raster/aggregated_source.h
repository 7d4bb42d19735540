#pragma once

#include "core/raster/raster_source.h"

namespace lommer::core {

/// How several cells become one; holes do not count.
enum class Aggregation { mean, maximum };

/// A raster with larger cells: each is `factor` by `factor` cells of the source, from its
/// north-west corner. A cell of which more than half is a hole is a hole; cells that the source
/// does not have (at its east and south edge) count as holes.
class AggregatedSource : public RasterSource {
public:
    /// `factor` >= 2 (asserted). `source` outlives the object.
    AggregatedSource(const RasterSource& source, std::int64_t factor, Aggregation aggregation);

    const Grid& grid() const noexcept override { return grid_; }
    void read(const CellWindow& window, RasterView<float> values) const override;

private:
    const RasterSource& source_;
    std::int64_t factor_;
    Aggregation aggregation_;
    Grid grid_;
};

}  // namespace lommer::core
