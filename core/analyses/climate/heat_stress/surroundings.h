#pragma once

#include "core/analyses/climate/heat_stress/heat_settings.h"
#include "core/engine/memory_budget.h"
#include "core/engine/progress.h"
#include "core/raster/raster_view.h"

#include <array>
#include <cstdint>
#include <vector>

namespace lommer::core {

/// What stands and lies in blocks of some 8 m, added up from their cells: what winds and air of the
/// surroundings are made of. Whole numbers, so that sums over windows do not depend on any order.
class SurroundingBlocks {
public:
    enum Field : std::size_t {
        // Height differences between neighbours from west to east and from north to south.
        buildingStepsEast,
        buildingStepsSouth,
        treeStepsEast,
        treeStepsSouth,
        buildingHeights,
        treeHeights,
        skyViews,  // in steps of HeatCell::kSkyScale
        // Numbers of cells.
        buildingCells,
        treeCells,
        skyCells,    // that have a sky view and are no building or water
        greenCells,  // vegetation and water
        knownCells,
        fieldCount
    };
    /// Heights are kept to 1/256 m.
    static constexpr double kHeightScale = 256.0;

    /// So many cells of that size lie side by side in a block: a power of two, at most 8 m (but one
    /// cell at least).
    static std::int64_t blockSide(double cellSize) noexcept;

    /// Of the blocks that `cells` touches; counted from the grid's corner.
    SurroundingBlocks(const CellWindow& cells, double cellSize, MemoryBudget& memory);

    std::int64_t side() const noexcept { return side_; }
    double blockMetres() const noexcept { return static_cast<double>(side_) * cellSize_; }
    double cellSize() const noexcept { return cellSize_; }
    const CellWindow& blocks() const noexcept { return blocks_; }
    const std::vector<std::int32_t>& field(Field field) const noexcept { return fields_[field]; }
    /// Of the block that holds a cell of the grid. Threads may add to different blocks.
    std::int32_t& at(Field field, CellIndex cell) noexcept {
        return fields_[field][static_cast<std::size_t>(
            ((cell.row >> sideBits_) - blocks_.row) * blocks_.columns + (cell.column >> sideBits_) -
            blocks_.column)];
    }

private:
    std::int64_t side_;
    int sideBits_;
    double cellSize_;
    CellWindow blocks_;
    MemoryBudget::Reservation reserved_;
    std::array<std::vector<std::int32_t>, fieldCount> fields_;
};

/// Where columns of cells lie between the middles of blocks.
struct BlockPlaces {
    /// Columns of blocks, counted from the first; the same at the edges of the blocks.
    std::vector<std::int32_t> west;
    std::vector<std::int32_t> east;
    /// 0 to 1 from west to east.
    std::vector<float> across;

    std::size_t size() const noexcept { return west.size(); }
};

/// Wind and warmth that the surroundings leave, block by block, for each side that the wind comes
/// from.
struct Surroundings {
    CellWindow blocks;
    std::int64_t side = 1;
    /// Its logarithm of 2.
    int sideBits = 0;
    std::vector<WindSide> sides;
    /// Per side: wind at 1.2 m against that over open grass, 0 to 1.
    std::vector<std::vector<float>> windReduction;
    /// Per side: 2 - sky view - green; times the heat island of the weather it is the warming, K.
    std::vector<std::vector<float>> warming;
    /// 1 where a building stands within the distance of the settings.
    std::vector<std::uint8_t> isBuiltUp;
    /// Share (0 to 1) of the blocks of `wanted` whose surroundings reach beyond the data.
    double cutShare = 0.0;
    MemoryBudget::Reservation reserved;

    bool isBuiltUpAt(CellIndex cell) const noexcept {
        return isBuiltUp[static_cast<std::size_t>(((cell.row >> sideBits) - blocks.row) *
                                                      blocks.columns +
                                                  (cell.column >> sideBits) - blocks.column)] != 0;
    }

    /// How far (metres) what stands there matters: the window of the air, its corner.
    static constexpr double kReachMetres = 1040.0;

    /// Of the columns of `cells`.
    BlockPlaces placesOf(const CellWindow& cells) const;
    /// The values of `field` in the middles of the cells of a row, straight between the middles of
    /// blocks.
    void interpolate(const std::vector<float>& field, const BlockPlaces& columns, std::int64_t row,
                     float* values) const;
};

/// `wanted` in cells. Throws Cancelled, Error memory-too-small.
Surroundings surroundingsOf(const SurroundingBlocks& blocks, const HeatSettings& settings,
                            const CellWindow& wanted, MemoryBudget& memory,
                            const Progress& progress);

}  // namespace lommer::core
