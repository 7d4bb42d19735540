#include "core/analyses/climate/heat_stress/surroundings.h"

#include "core/analyses/climate/heat_stress/heat_codes.h"
#include "core/engine/parallel.h"
#include "core/raster/block_sums.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>

namespace lommer::core {
namespace {

/// A window around a person, in metres towards the wind, away from it and to both sides.
struct Reach {
    double upwind;
    double downwind;
    double aside;
};
constexpr Reach kWindReach{210.0, 70.0, 70.0};
constexpr Reach kCalmWindReach{87.5, 87.5, 87.5};
constexpr Reach kAirReach{1000.0, 100.0, 250.0};
constexpr Reach kCalmAirReach{350.0, 350.0, 350.0};
/// What is known of a window must be this part of it; less means that it reaches beyond the data.
constexpr double kWholeShare = 0.95;

std::int64_t partsOf(double metres, double blockMetres) {
    return std::llround(metres / blockMetres * static_cast<double>(kBlockParts));
}

/// The window of a side around the middle of block (0, 0).
BlockRectangle windowAround(WindSide side, const Reach& reach, double blockMetres) {
    const std::int64_t middle = kBlockParts / 2;
    const std::int64_t up = partsOf(reach.upwind, blockMetres);
    const std::int64_t down = partsOf(reach.downwind, blockMetres);
    const std::int64_t aside = partsOf(reach.aside, blockMetres);
    switch (side) {
        case WindSide::north:
            return {middle - aside, middle - up, middle + aside, middle + down};
        case WindSide::east:
            return {middle - down, middle - aside, middle + up, middle + aside};
        case WindSide::south:
            return {middle - aside, middle - down, middle + aside, middle + up};
        case WindSide::west:
            return {middle - up, middle - aside, middle + down, middle + aside};
        case WindSide::calm:
            break;
    }
    return {middle - aside, middle - aside, middle + aside, middle + aside};
}

BlockRectangle moved(const BlockRectangle& window, std::int64_t column, std::int64_t row) {
    const std::int64_t x = column * kBlockParts;
    const std::int64_t y = row * kBlockParts;
    return {window.west + x, window.north + y, window.east + x, window.south + y};
}

/// Sums in cells or metres rather than in parts of blocks.
double inside(const BlockSums& sums, const BlockCorners& window) {
    constexpr double kPerBlock = 1.0 / static_cast<double>(kBlockParts * kBlockParts);
    return static_cast<double>(sums.inside(window)) * kPerBlock;
}

double ratio(double sum, double count) {
    return count > 0.0 ? sum / count : 0.0;
}

/// What stands in blocks, wherever the wind comes from.
struct StandingSums {
    explicit StandingSums(const SurroundingBlocks& blocks)
        : buildingHeights(blocks.blocks(), blocks.field(SurroundingBlocks::buildingHeights)),
          treeHeights(blocks.blocks(), blocks.field(SurroundingBlocks::treeHeights)),
          buildingCells(blocks.blocks(), blocks.field(SurroundingBlocks::buildingCells)),
          treeCells(blocks.blocks(), blocks.field(SurroundingBlocks::treeCells)),
          knownCells(blocks.blocks(), blocks.field(SurroundingBlocks::knownCells)) {}
    static constexpr std::int64_t kCount = 5;

    BlockSums buildingHeights;
    BlockSums treeHeights;
    BlockSums buildingCells;
    BlockSums treeCells;
    BlockSums knownCells;
};

/// What stands in the way of the wind from one side.
class WindField {
public:
    /// `standing` outlives the object.
    WindField(const SurroundingBlocks& blocks, const StandingSums& standing, WindSide side)
        : blocks_(blocks.blocks()),
          cellSize_(blocks.cellSize()),
          window_(windowAround(side, side == WindSide::calm ? kCalmWindReach : kWindReach,
                               blocks.blockMetres())),
          standing_(standing),
          buildingSteps_(blocks.blocks(), steps(blocks, side, SurroundingBlocks::buildingStepsEast,
                                                SurroundingBlocks::buildingStepsSouth)),
          treeSteps_(blocks.blocks(), steps(blocks, side, SurroundingBlocks::treeStepsEast,
                                            SurroundingBlocks::treeStepsSouth)) {}
    static constexpr std::int64_t kCount = 2;

    WindObstacles at(std::int64_t column, std::int64_t row) const {
        const BlockCorners window(blocks_, moved(window_, column, row));
        constexpr double kPerMetre = SurroundingBlocks::kHeightScale;
        const double known = inside(standing_.knownCells, window);
        const double buildings = inside(standing_.buildingCells, window);
        const double trees = inside(standing_.treeCells, window);
        const double perStep = 0.5 * cellSize_ / kPerMetre;
        return {.area = known * cellSize_ * cellSize_,
                .buildingFront = perStep * inside(buildingSteps_, window),
                .treeFront = perStep * inside(treeSteps_, window),
                .buildingHeight =
                    ratio(inside(standing_.buildingHeights, window) / kPerMetre, buildings),
                .buildingShare = ratio(buildings, known),
                .treeHeight = ratio(inside(standing_.treeHeights, window) / kPerMetre, trees),
                .treeShare = ratio(trees, known)};
    }

private:
    /// Along the wind; both ways in calm air.
    static std::vector<std::int32_t> steps(const SurroundingBlocks& blocks, WindSide side,
                                           SurroundingBlocks::Field east,
                                           SurroundingBlocks::Field south) {
        if (side == WindSide::east || side == WindSide::west) {
            return blocks.field(east);
        }
        std::vector<std::int32_t> values = blocks.field(south);
        if (side == WindSide::calm) {
            const auto& other = blocks.field(east);
            std::transform(values.begin(), values.end(), other.begin(), values.begin(),
                           [](std::int32_t a, std::int32_t b) { return a + b; });
        }
        return values;
    }

    CellWindow blocks_;
    double cellSize_;
    BlockRectangle window_;
    const StandingSums& standing_;
    BlockSums buildingSteps_;
    BlockSums treeSteps_;
};

/// The sky view that warms the air: the mean of ground that has one. Where that is too little of
/// the window, open sky takes its place step by step.
double skyViewOf(double sum, double count, double known) {
    constexpr double kTooLittle = 0.1;
    constexpr double kEnough = 0.2;
    const double share = ratio(count, known);
    if (share < kTooLittle) {
        return 1.0;
    }
    const double mean = sum / count;
    const double weight = std::min(1.0, (share - kTooLittle) / (kEnough - kTooLittle));
    return weight * mean + (1.0 - weight);
}

/// What the surroundings do to the warmth of the air.
class AirField {
public:
    explicit AirField(const SurroundingBlocks& blocks)
        : blocks_(blocks.blocks()),
          skyViews_(blocks.blocks(), blocks.field(SurroundingBlocks::skyViews)),
          skyCells_(blocks.blocks(), blocks.field(SurroundingBlocks::skyCells)),
          greenCells_(blocks.blocks(), blocks.field(SurroundingBlocks::greenCells)),
          knownCells_(blocks.blocks(), blocks.field(SurroundingBlocks::knownCells)),
          cellsPerBlock_(static_cast<double>(blocks.side() * blocks.side())) {}

    BlockCorners cornersOf(const BlockRectangle& window) const noexcept {
        return {blocks_, window};
    }
    float warmingIn(const BlockCorners& window) const {
        const double known = inside(knownCells_, window);
        const double sky =
            skyViewOf(inside(skyViews_, window) / static_cast<double>(HeatCell::kSkyScale),
                      inside(skyCells_, window), known);
        return static_cast<float>(2.0 - sky - ratio(inside(greenCells_, window), known));
    }
    /// True where the window, whose corners those are, reaches beyond the data.
    bool isCut(const BlockRectangle& window, const BlockCorners& corners) const {
        const double blocks = static_cast<double>(window.east - window.west) *
                              static_cast<double>(window.south - window.north) /
                              static_cast<double>(kBlockParts * kBlockParts);
        return inside(knownCells_, corners) < kWholeShare * blocks * cellsPerBlock_;
    }

private:
    CellWindow blocks_;
    BlockSums skyViews_;
    BlockSums skyCells_;
    BlockSums greenCells_;
    BlockSums knownCells_;
    double cellsPerBlock_;
};

/// Calls `work(index, column, row)` for every block, a row at a time on all cores.
template <class Work>
void forEachBlock(const CellWindow& blocks, const Progress& progress, const Work& work) {
    parallelFor(blocks.rows, progress.stopToken(), [&](std::int64_t row) {
        for (std::int64_t column = 0; column < blocks.columns; ++column) {
            work(static_cast<std::size_t>(row * blocks.columns + column), blocks.column + column,
                 blocks.row + row);
        }
        progress.advance(blocks.rows);
    });
}

void addWind(const SurroundingBlocks& blocks, const StandingSums& standing,
             const HeatSettings& settings, WindSide side, const Progress& progress,
             Surroundings& result) {
    const WindField field(blocks, standing, side);
    std::vector<float> reduction(static_cast<std::size_t>(blocks.blocks().cellCount()));
    forEachBlock(blocks.blocks(), progress,
                 [&](std::size_t index, std::int64_t column, std::int64_t row) {
                     reduction[index] =
                         static_cast<float>(windReduction(field.at(column, row), settings.wind));
                 });
    result.windReduction.push_back(std::move(reduction));
}

std::int64_t addAir(const SurroundingBlocks& blocks, const AirField& field, WindSide side,
                    const CellWindow& wanted, const Progress& progress, Surroundings& result) {
    const BlockRectangle around = windowAround(
        side, side == WindSide::calm ? kCalmAirReach : kAirReach, blocks.blockMetres());
    std::vector<float> warming(static_cast<std::size_t>(blocks.blocks().cellCount()));
    std::atomic<std::int64_t> cut{0};
    forEachBlock(blocks.blocks(), progress,
                 [&](std::size_t index, std::int64_t column, std::int64_t row) {
                     const BlockRectangle window = moved(around, column, row);
                     const BlockCorners corners = field.cornersOf(window);
                     warming[index] = field.warmingIn(corners);
                     const bool isWanted = wanted.contains({column, row, 1, 1});
                     cut += isWanted && field.isCut(window, corners) ? 1 : 0;
                 });
    result.warming.push_back(std::move(warming));
    return cut;
}

void addBuiltUp(const SurroundingBlocks& blocks, double metres, const Progress& progress,
                Surroundings& result) {
    const BlockSums buildings(blocks.blocks(), blocks.field(SurroundingBlocks::buildingCells));
    const BlockRectangle around =
        windowAround(WindSide::calm, {metres, metres, metres}, blocks.blockMetres());
    result.isBuiltUp.resize(static_cast<std::size_t>(blocks.blocks().cellCount()));
    forEachBlock(blocks.blocks(), progress,
                 [&](std::size_t index, std::int64_t column, std::int64_t row) {
                     const bool isNear = buildings.inside(moved(around, column, row)) > 0;
                     result.isBuiltUp[index] = isNear ? 1 : 0;
                 });
}

/// Where the middle of a cell lies between the middles of two blocks.
struct BlockPlace {
    std::int64_t before;
    std::int64_t after;
    float between;
};

BlockPlace placeOf(std::int64_t cell, std::int64_t side, std::int64_t first, std::int64_t count) {
    const double middle = (static_cast<double>(cell) + 0.5) / static_cast<double>(side) - 0.5;
    const double from = std::floor(middle);
    const auto near = static_cast<std::int64_t>(from) - first;
    return {std::clamp<std::int64_t>(near, 0, count - 1),
            std::clamp<std::int64_t>(near + 1, 0, count - 1), static_cast<float>(middle - from)};
}

CellWindow blocksOf(const CellWindow& cells, std::int64_t side) {
    const std::int64_t column = cells.column / side;
    const std::int64_t row = cells.row / side;
    return {column, row, (cells.endColumn() - 1) / side + 1 - column,
            (cells.endRow() - 1) / side + 1 - row};
}

}  // namespace

std::int64_t SurroundingBlocks::blockSide(double cellSize) noexcept {
    constexpr double kBlockMetres = 8.0;
    std::int64_t side = 1;
    while (2.0 * static_cast<double>(side) * cellSize <= kBlockMetres && side < 256) {
        side *= 2;
    }
    return side;
}

SurroundingBlocks::SurroundingBlocks(const CellWindow& cells, double cellSize, MemoryBudget& memory)
    : side_(blockSide(cellSize)),
      sideBits_(std::countr_zero(static_cast<std::uint64_t>(side_))),
      cellSize_(cellSize),
      blocks_(blocksOf(cells, side_)),
      reserved_(memory.reserve(blocks_.cellCount() *
                               static_cast<std::int64_t>(fieldCount * sizeof(std::int32_t)))) {
    for (auto& field : fields_) {
        field.assign(static_cast<std::size_t>(blocks_.cellCount()), 0);
    }
}

BlockPlaces Surroundings::placesOf(const CellWindow& cells) const {
    BlockPlaces places;
    for (std::int64_t column = cells.column; column < cells.endColumn(); ++column) {
        const BlockPlace place = placeOf(column, side, blocks.column, blocks.columns);
        places.west.push_back(static_cast<std::int32_t>(place.before));
        places.east.push_back(static_cast<std::int32_t>(place.after));
        places.across.push_back(place.between);
    }
    return places;
}

void Surroundings::interpolate(const std::vector<float>& field, const BlockPlaces& columns,
                               std::int64_t row, float* values) const {
    const BlockPlace rows = placeOf(row, side, blocks.row, blocks.rows);
    const float* upper = field.data() + rows.before * blocks.columns;
    const float* lower = field.data() + rows.after * blocks.columns;
    for (std::size_t index = 0; index < columns.size(); ++index) {
        const auto west = static_cast<std::size_t>(columns.west[index]);
        const auto east = static_cast<std::size_t>(columns.east[index]);
        const float left = upper[west] + rows.between * (lower[west] - upper[west]);
        const float right = upper[east] + rows.between * (lower[east] - upper[east]);
        values[index] = left + columns.across[index] * (right - left);
    }
}

Surroundings surroundingsOf(const SurroundingBlocks& blocks, const HeatSettings& settings,
                            const CellWindow& wanted, MemoryBudget& memory,
                            const Progress& progress) {
    Surroundings result;
    result.blocks = blocks.blocks();
    result.side = blocks.side();
    result.sideBits = std::countr_zero(static_cast<std::uint64_t>(result.side));
    result.sides = settings.sides();
    const auto count = static_cast<std::int64_t>(result.sides.size());
    const std::int64_t cells = blocks.blocks().cellCount();
    result.reserved = memory.reserve(cells * (count * 8 + 1));
    const double perPart = 1.0 / static_cast<double>(2 * count + 1);
    double done = 0.0;
    const auto next = [&] {
        done += perPart;
        return progress.part(done - perPart, std::min(done, 1.0), "surroundings");
    };
    {
        const auto reserved = memory.reserve((StandingSums::kCount + WindField::kCount) *
                                             BlockSums::byteCount(blocks.blocks()));
        const StandingSums standing(blocks);
        for (const WindSide side : result.sides) {
            addWind(blocks, standing, settings, side, next(), result);
        }
    }
    const CellWindow wantedBlocks = blocksOf(wanted, blocks.side());
    std::int64_t cut = 0;
    {
        const auto reserved = memory.reserve(4 * BlockSums::byteCount(blocks.blocks()));
        const AirField field(blocks);
        for (const WindSide side : result.sides) {
            cut = std::max(cut, addAir(blocks, field, side, wantedBlocks, next(), result));
        }
    }
    addBuiltUp(blocks, settings.builtUpMetres, next(), result);
    result.cutShare = static_cast<double>(cut) / static_cast<double>(wantedBlocks.cellCount());
    return result;
}

}  // namespace lommer::core
