#pragma once

#include "core/engine/memory_budget.h"
#include "core/engine/progress.h"
#include "core/raster/kept_source.h"

#include <cstdint>
#include <vector>

namespace lommer::core {

/// The height of the ground also where the survey could not see it: under buildings, water and
/// dense leaves. A hole takes the mean of the ground around it, from the nearest size of square
/// that knows any: squares of 8, 16, 32 … up to 512 cells, in between which the height runs
/// straight. Holes with no ground within some 512 cells stay holes. Measured heights are not
/// changed.
class FilledGround : public RasterSource {
public:
    /// Looks at the cells of `wanted` and those that its holes can need, and keeps the former, so
    /// that the source decodes them once. All outlive the object. Throws Error memory-too-small,
    /// disk-full, Cancelled and what the source throws.
    FilledGround(const RasterSource& ground, const CellWindow& wanted, MemoryBudget& memory,
                 Scratch& scratch, const Progress& progress);

    /// How far (cells) a height can matter to a hole.
    static constexpr std::int64_t kReachCells = 2048;

    const Grid& grid() const noexcept override { return measured_.grid(); }
    /// Holes inside the `wanted` of the object are filled, others need not be.
    void read(const CellWindow& window, RasterView<float> values) const override;
    /// The ground with its holes; lives as long as this object.
    const RasterSource& measured() const noexcept { return measured_; }

private:
    /// Means of squares of cells; NaN where none is known.
    struct Level {
        CellWindow squares;
        std::vector<float> means;

        float at(std::int64_t column, std::int64_t row) const noexcept;
        /// Between the middles of squares, in squares from the grid's corner.
        float between(double x, double y) const noexcept;
    };
    /// Cells of one look at the ground, and where their means go among the finest squares.
    void takeIn(const CellWindow& cells, RasterView<const float> values, Level& finest,
                const Progress& progress);
    void fill(const CellWindow& window, RasterView<float> values) const;
    void addCoarser();
    void fillFromCoarser(std::size_t level);

    KeptSource measured_;
    std::vector<Level> levels_;
    MemoryBudget::Reservation reserved_;
};

}  // namespace lommer::core
