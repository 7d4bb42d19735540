#include "core/analyses/climate/heat_stress/ground_pass.h"

#include "core/analyses/climate/heat_stress/ground_cover.h"
#include "core/analyses/climate/heat_stress/sun_pass.h"
#include "core/raster/tile_pass.h"
#include "core/terrain/filled_ground.h"
#include "core/terrain/horizon_march.h"
#include "core/terrain/horizon_sweep.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <optional>

namespace lommer::core {
namespace {

using Blocks = SurroundingBlocks;

void putSky(RasterView<const float> skyView, RasterView<std::uint32_t> codes) {
    for (std::int64_t row = 0; row < codes.rows(); ++row) {
        for (std::int64_t column = 0; column < codes.columns(); ++column) {
            HeatCell cell;
            cell.setSkyView(skyView(row, column));
            codes(row, column) = cell.bits();
        }
    }
}

/// Takes sky views into the codes of cells.
class SkyCodes : public RasterSink {
public:
    SkyCodes(HeatGround& ground, const Grid& grid)
        : ground_(ground), grid_(grid.subgrid(ground.cells)) {}
    const Grid& grid() const noexcept override { return grid_; }
    void write(const CellWindow& window, RasterView<const float> values) override {
        auto codes = RasterBuffer<std::uint32_t>::unfilled(window.columns, window.rows);
        putSky(values, codes.view());
        ground_.codes->write(window, codes.view());
    }

private:
    HeatGround& ground_;
    Grid grid_;
};

/// Heights and covers of a tile and one more column and row to the east and south.
struct TileCover {
    CellWindow cells;
    RasterBuffer<std::int32_t> buildings;  // heights in 1/256 m
    RasterBuffer<std::int32_t> trees;
    RasterBuffer<std::uint8_t> covers;  // HeatCover, and kGreen
    static constexpr std::uint8_t kGreen = 0x80;
};

/// NaN where there is no such raster.
float valueAt(const RasterBuffer<float>& values, std::int64_t row, std::int64_t column) {
    return values.columns() == 0 ? std::numeric_limits<float>::quiet_NaN()
                                 : values.view()(row, column);
}

/// The sum of how far `count` heights are from those beside them.
std::int32_t differences(const std::int32_t* heights, const std::int32_t* beside,
                         std::int64_t count) noexcept {
    std::int32_t sum = 0;
    for (std::int64_t index = 0; index < count; ++index) {
        sum += std::abs(heights[index] - beside[index]);
    }
    return sum;
}

/// What some cells of one block add to it.
struct BlockTotals {
    std::int32_t buildingHeights = 0;
    std::int32_t buildings = 0;
    std::int32_t treeHeights = 0;
    std::int32_t trees = 0;
    std::int32_t skyViews = 0;
    std::int32_t skies = 0;
    std::int32_t greens = 0;
    std::int32_t known = 0;

    void add(const HeatCell& cell, std::uint8_t cover, std::int32_t building,
             std::int32_t tree) noexcept {
        buildingHeights += std::max(building, 0);
        buildings += building > 0 ? 1 : 0;
        treeHeights += std::max(tree, 0);
        trees += tree > 0 ? 1 : 0;
        skyViews += cell.hasValue() ? cell.skySteps() : 0;
        skies += cell.hasValue() ? 1 : 0;
        const bool isGreen = cell.cover() == HeatCover::water || (cover & TileCover::kGreen) != 0;
        greens += isGreen ? 1 : 0;
        known += cell.cover() != HeatCover::unknown ? 1 : 0;
    }

    void addTo(Blocks& blocks, CellIndex cell) const noexcept {
        blocks.at(Blocks::buildingHeights, cell) += buildingHeights;
        blocks.at(Blocks::buildingCells, cell) += buildings;
        blocks.at(Blocks::treeHeights, cell) += treeHeights;
        blocks.at(Blocks::treeCells, cell) += trees;
        blocks.at(Blocks::skyViews, cell) += skyViews;
        blocks.at(Blocks::skyCells, cell) += skies;
        blocks.at(Blocks::greenCells, cell) += greens;
        blocks.at(Blocks::knownCells, cell) += known;
    }
};

class GroundPass {
public:
    GroundPass(const RunContext& context, const HeatSources& sources, const HeatSettings& settings,
               const CellWindow& cells, const Progress& progress)
        : context_(context),
          sources_(sources),
          settings_(settings),
          progress_(progress),
          knowledge_{context.find("buildings") != nullptr, context.find("trees") != nullptr,
                     sources.canopy() != nullptr, sources.vegetationIndex() != nullptr,
                     settings.ndviThreshold},
          isSwept_(!(settings.sky.maxDistance > 0.0)) {
        result_.cells = cells;
    }

    HeatGround run();

private:
    void prepare();
    void walk(const WindowTile& tile);
    TileCover coverAround(const WindowTile& tile) const;
    /// Empty where there is no source.
    static RasterBuffer<float> valuesOf(const RasterSource* source, const CellWindow& window);
    void addSteps(const TileCover& cover, const CellWindow& tile);
    void look(const WindowTile& tile, RasterView<std::uint32_t> codes) const;
    void finishCells(const TileCover& cover, const CellWindow& tile,
                     RasterView<std::uint32_t> codes);
    /// Calls `work` for the columns of the tile, from its first, that lie in one block each.
    template <class Work>
    void forEachBlockRun(const CellWindow& tile, const Work& work) const;

    const RunContext& context_;
    const HeatSources& sources_;
    const HeatSettings& settings_;
    Progress progress_;
    CoverKnowledge knowledge_;
    bool isSwept_;
    HeatGround result_;
    CoverFlags flags_;
    // In the order in which they need each other.
    std::optional<FilledGround> ground_;
    std::optional<SurfaceSource> surface_;
    std::optional<SunPass> sun_;
    std::optional<HorizonMarch> horizon_;
    Margins margins_;
};

void GroundPass::prepare() {
    const Grid& grid = sources_.grid();
    const CellWindow near = intersection(result_.cells.grownBy(1), grid.window());
    result_.blocks =
        std::make_unique<SurroundingBlocks>(result_.cells, grid.cellSize(), context_.memory);
    ground_.emplace(sources_.ground(), near, context_.memory, context_.scratch,
                    progress_.part(0.0, 0.14, "ground"));
    surface_.emplace(sources_.surface(), ground_->measured());
    sun_.emplace(context_, *surface_, settings_, result_.cells);
    flags_ = paintCover(context_, grid, near, progress_.part(0.14, 0.2, "cover"));
    result_.codes = std::make_unique<ScratchCodes>(result_.cells.columns, result_.cells.rows,
                                                   context_.memory, context_.scratch);
    sun_->readBeyond(progress_.part(0.2, 0.22, "heights"));
    if (!isSwept_) {
        horizon_.emplace(settings_.sky, grid.cellSize());
        margins_ = horizon_->margins();
    }
    margins_.include({1, 1});
    margins_.includeAll(sun_->margins());
}

HeatGround GroundPass::run() {
    prepare();
    double start = 0.22;
    if (isSwept_) {
        SkyCodes sink(result_, sources_.grid());
        const HorizonSweep sweep(settings_.sky, *surface_, context_.memory, context_.scratch);
        sweep.run(result_.cells, sink, progress_.part(start, 0.8, "horizon"));
        start = 0.8;
    }
    // Per cell: two heights and a cover in buffers, codes, sky and sun, and what is read beside.
    constexpr std::int64_t kBytesPerCell = 36;
    const WindowPass pass{*surface_,       result_.cells,
                          margins_,        context_.options.tileSize,
                          context_.memory, progress_.part(start, 0.97, "horizon")};
    runWindowPass(pass, kBytesPerCell, [this](const WindowTile& tile) { walk(tile); });
    sun_->lookFurther(result_, progress_.part(0.97, 1.0, "horizon"));
    return std::move(result_);
}

void GroundPass::walk(const WindowTile& tile) {
    sun_->note(tile);
    const TileCover cover = coverAround(tile);
    auto codes = RasterBuffer<std::uint32_t>::unfilled(tile.cells.columns, tile.cells.rows);
    if (isSwept_) {
        result_.read(tile.cells, codes.view());
    }
    look(tile, codes.view());
    finishCells(cover, tile.cells, codes.view());
    addSteps(cover, tile.cells);
    result_.write(tile.cells, codes.view());
}

RasterBuffer<float> GroundPass::valuesOf(const RasterSource* source, const CellWindow& window) {
    if (source == nullptr) {
        return {};
    }
    auto values = RasterBuffer<float>::unfilled(window.columns, window.rows);
    source->read(window, values.view());
    return values;
}

template <class Work>
void GroundPass::forEachBlockRun(const CellWindow& tile, const Work& work) const {
    const std::int64_t side = result_.blocks->side();
    for (std::int64_t first = 0; first < tile.columns;) {
        const std::int64_t nextBlock = ((tile.column + first) / side + 1) * side;
        const std::int64_t end = std::min(nextBlock - tile.column, tile.columns);
        work(first, end);
        first = end;
    }
}

TileCover GroundPass::coverAround(const WindowTile& tile) const {
    const CellWindow cells{tile.cells.column, tile.cells.row, tile.cells.columns + 1,
                           tile.cells.rows + 1};
    TileCover cover{cells, RasterBuffer<std::int32_t>::unfilled(cells.columns, cells.rows),
                    RasterBuffer<std::int32_t>::unfilled(cells.columns, cells.rows),
                    RasterBuffer<std::uint8_t>::unfilled(cells.columns, cells.rows)};
    auto flags = RasterBuffer<std::uint8_t>::unfilled(cells.columns, cells.rows);
    flags_.read(cells, flags.view());
    const RasterBuffer<float> ground = valuesOf(&*ground_, cells);
    const RasterBuffer<float> canopy = valuesOf(sources_.canopy(), cells);
    const RasterBuffer<float> index = valuesOf(sources_.vegetationIndex(), cells);
    const auto steps = [](float height) {
        return static_cast<std::int32_t>(
            std::nearbyint(static_cast<double>(height) * Blocks::kHeightScale));
    };
    for (std::int64_t row = 0; row < cells.rows; ++row) {
        progress_.checkpoint();
        const float* surface = tile.values.row(tile.origin.row + row) + tile.origin.column;
        for (std::int64_t column = 0; column < cells.columns; ++column) {
            const CellCover found = coverOf({.surface = surface[column],
                                             .ground = ground.view()(row, column),
                                             .canopy = valueAt(canopy, row, column),
                                             .vegetationIndex = valueAt(index, row, column),
                                             .flags = flags.view()(row, column)},
                                            knowledge_);
            cover.buildings.view()(row, column) = steps(found.buildingHeight);
            cover.trees.view()(row, column) = steps(found.treeHeight);
            cover.covers.view()(row, column) = static_cast<std::uint8_t>(
                static_cast<unsigned>(found.cover) | (found.isGreen ? TileCover::kGreen : 0U));
        }
    }
    return cover;
}

/// Every pair of neighbours counts where its western or northern cell lies.
void GroundPass::addSteps(const TileCover& cover, const CellWindow& tile) {
    const CellWindow grid = sources_.grid().window();
    const auto add = [&](const RasterBuffer<std::int32_t>& heights, Blocks::Field east,
                         Blocks::Field south) {
        const auto view = heights.view();
        for (std::int64_t row = 0; row < tile.rows; ++row) {
            const std::int32_t* own = view.row(row);
            const bool hasSouth = tile.row + row + 1 < grid.endRow();
            const std::int32_t* below = hasSouth ? view.row(row + 1) : own;
            forEachBlockRun(tile, [&](std::int64_t first, std::int64_t end) {
                const CellIndex cell{tile.row + row, tile.column + first};
                const bool hasEast = tile.column + end < grid.endColumn();
                result_.blocks->at(east, cell) += differences(
                    own + first, own + first + 1, hasEast ? end - first : end - first - 1);
                result_.blocks->at(south, cell) +=
                    differences(own + first, below + first, end - first);
            });
        }
    };
    add(cover.buildings, Blocks::buildingStepsEast, Blocks::buildingStepsSouth);
    add(cover.trees, Blocks::treeStepsEast, Blocks::treeStepsSouth);
}

/// Sky (unless a sweep has seen it) and sun. Changes the values of the tile: do it last.
void GroundPass::look(const WindowTile& tile, RasterView<std::uint32_t> codes) const {
    const HeightBlocks blocks(tile.values, progress_);
    if (horizon_) {
        auto seen = RasterBuffer<float>::unfilled(codes.columns(), codes.rows());
        horizon_->compute(tile, seen.view(), progress_);
        putSky(seen.view(), codes);
    }
    sun_->look(tile, blocks, codes, progress_);
}

// NOLINTNEXTLINE(readability-make-member-function-const): it adds to the blocks
void GroundPass::finishCells(const TileCover& cover, const CellWindow& tile,
                             RasterView<std::uint32_t> codes) {
    for (std::int64_t row = 0; row < tile.rows; ++row) {
        std::uint32_t* code = codes.row(row);
        const std::uint8_t* covers = cover.covers.view().row(row);
        const std::int32_t* buildings = cover.buildings.view().row(row);
        const std::int32_t* trees = cover.trees.view().row(row);
        forEachBlockRun(tile, [&](std::int64_t first, std::int64_t end) {
            BlockTotals totals;
            for (std::int64_t column = first; column < end; ++column) {
                HeatCell cell(code[column]);
                cell.setCover(static_cast<HeatCover>(covers[column] & ~TileCover::kGreen));
                code[column] = cell.bits();
                totals.add(cell, covers[column], buildings[column], trees[column]);
            }
            totals.addTo(*result_.blocks, {tile.row + row, tile.column + first});
        });
    }
}

}  // namespace

CellWindow groundAround(const Grid& grid, const CellWindow& cells) {
    constexpr std::int64_t kSquare = 256;
    const double blockMetres =
        static_cast<double>(SurroundingBlocks::blockSide(grid.cellSize())) * grid.cellSize();
    const auto grown = static_cast<std::int64_t>(
        std::ceil((Surroundings::kReachMetres + 2.0 * blockMetres) / grid.cellSize()));
    const CellWindow near = intersection(cells.grownBy(grown), grid.window());
    const std::int64_t column = near.column / kSquare * kSquare;
    const std::int64_t row = near.row / kSquare * kSquare;
    const auto end = [](std::int64_t cell) { return (cell + kSquare - 1) / kSquare * kSquare; };
    return intersection({column, row, end(near.endColumn()) - column, end(near.endRow()) - row},
                        grid.window());
}

HeatGround makeHeatGround(const RunContext& context, const HeatSources& sources,
                          const HeatSettings& settings, const CellWindow& cells,
                          const Progress& progress) {
    return GroundPass(context, sources, settings, cells, progress).run();
}

}  // namespace lommer::core
