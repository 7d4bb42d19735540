#pragma once

#include "core/engine/memory_budget.h"
#include "core/engine/progress.h"
#include "core/raster/raster_sink.h"
#include "core/raster/raster_source.h"
#include "core/statistics/area_quantiles.h"
#include "core/statistics/neumaier_sum.h"
#include "core/vector/geometry_column.h"

#include <vector>

namespace lommer::core {

/// How much of an area is clearly higher or lower, and by how much it differs on average. Parts of
/// cells count as such.
class ClearDifference {
public:
    /// `limit` > 0: from this difference on it is a clear one.
    explicit ClearDifference(double limit = 1.0) : limit_(limit) {}

    /// A cell with its part that counts; a hole counts for nothing.
    void add(float difference, AreaUnits units) noexcept;
    /// The outcome depends in its last bits on the order: add in the order of the anchor blocks.
    void add(const ClearDifference& other) noexcept;

    bool isEmpty() const noexcept { return all_ == 0; }
    double cells() const noexcept;
    // The rest has a meaning only where there are cells.
    double mean() const noexcept { return sum_.value() / cells(); }
    /// 0 to 1, of the cells that have a difference.
    double shareHigher() const noexcept { return shareOf(higher_); }
    double shareLower() const noexcept { return shareOf(lower_); }

private:
    double shareOf(AreaUnits units) const noexcept;

    double limit_;
    AreaUnits all_ = 0;
    AreaUnits higher_ = 0;
    AreaUnits lower_ = 0;
    NeumaierSum sum_;
};

/// Writes the cells of `window` to `sink`, whose first cell is the first of them, and returns what
/// they come to. Throws Cancelled and what source and sink throw.
ClearDifference writeDifferences(const RasterSource& differences, const CellWindow& window,
                                 double limit, RasterSink& sink, const Progress& progress);

/// Of each polygon; empty ones where there is no polygon or no cell with a difference.
std::vector<ClearDifference> differencesOfAreas(const RasterSource& differences,
                                                const GeometryColumn& areas, double limit,
                                                MemoryBudget& memory, const Progress& progress);

}  // namespace lommer::core
