#include "core/raster/tile_pass.h"

#include "core/base/assert.h"
#include "core/engine/parallel.h"

#include <algorithm>
#include <atomic>
#include <utility>

namespace lommer::core {
namespace {

constexpr std::int64_t kSmallestSide = 256;

std::int64_t bytesOfTile(const Margins& margins, std::int64_t side, std::int64_t bytesPerCell) {
    const CellWindow seen = margins.around({0, 0, side, side});
    return seen.cellCount() * static_cast<std::int64_t>(sizeof(float)) + side * side * bytesPerCell;
}

}  // namespace

TileLayout::TileLayout(const CellWindow& window, std::int64_t side)
    : window_(window),
      side_(side),
      columns_((window.columns + side - 1) / side),
      rows_((window.rows + side - 1) / side) {
    LOMMER_ASSERT(side > 0 && side % kSmallestSide == 0);
}

TileLayout TileLayout::forAllCores(const CellWindow& window, std::int64_t side,
                                   std::int64_t perThread) {
    const std::int64_t enough = perThread * threadCount();
    while (side > kSmallestSide && side % (2 * kSmallestSide) == 0 &&
           TileLayout(window, side).count() < enough) {
        side /= 2;
    }
    return {window, side};
}

CellWindow TileLayout::tile(std::int64_t index) const {
    return intersection({window_.column + index % columns_ * side_,
                         window_.row + index / columns_ * side_, side_, side_},
                        window_);
}

TilePlan planTiles(const CellWindow& window, std::int64_t side, MemoryBudget& memory,
                   const std::function<std::int64_t(std::int64_t)>& bytesOfTile,
                   std::int64_t perThread) {
    TileLayout layout = TileLayout::forAllCores(window, side, perThread);
    const auto bytesFor = [&](const TileLayout& tiles) {
        return std::min<std::int64_t>(threadCount(), tiles.count()) * bytesOfTile(tiles.side());
    };
    MemoryBudget::Reservation reserved;
    while (!memory.tryReserve(bytesFor(layout), reserved)) {
        if (layout.side() % (2 * kSmallestSide) != 0) {
            reserved = memory.reserve(bytesFor(layout));
            break;
        }
        layout = TileLayout(window, layout.side() / 2);
    }
    return {layout, std::move(reserved)};
}

void forEachTile(const TileLayout& layout, const Progress& progress,
                 const std::function<void(const CellWindow&)>& work) {
    // Each call takes the next tile whatever its own number: that keeps the order when the
    // scheduler hands out numbers from both ends.
    std::atomic<std::int64_t> next{0};
    parallelFor(layout.count(), progress.stopToken(), [&](std::int64_t) {
        work(layout.tile(next++));
        progress.advance(layout.count());
    });
}

void Margins::include(CellIndex offset) noexcept {
    west = std::max(west, -offset.column);
    east = std::max(east, offset.column);
    north = std::max(north, -offset.row);
    south = std::max(south, offset.row);
}

void Margins::includeAll(const Margins& other) noexcept {
    include({-other.north, -other.west});
    include({other.south, other.east});
}

CellWindow Margins::around(const CellWindow& window) const noexcept {
    return {window.column - west, window.row - north, window.columns + west + east,
            window.rows + north + south};
}

double shareAtEdge(const CellWindow& raster, const CellWindow& wanted,
                   const Margins& margins) noexcept {
    const CellWindow seeing{raster.column + margins.west, raster.row + margins.north,
                            raster.columns - margins.west - margins.east,
                            raster.rows - margins.north - margins.south};
    const auto whole = static_cast<double>(intersection(wanted, seeing).cellCount());
    return wanted.isEmpty() ? 0.0 : 1.0 - whole / static_cast<double>(wanted.cellCount());
}

void runWindowPass(const WindowPass& pass, std::int64_t bytesPerCell,
                   const std::function<void(const WindowTile&)>& work) {
    const TilePlan plan = planTiles(
        pass.wanted, pass.tileSize, pass.memory,
        [&](std::int64_t side) { return bytesOfTile(pass.margins, side, bytesPerCell); },
        TileLayout::kFewPerThread);
    forEachTile(plan.layout, pass.progress, [&](const CellWindow& tile) {
        const CellWindow seen = pass.margins.around(tile);
        auto values = RasterBuffer<float>::unfilled(seen.columns, seen.rows);
        pass.source.read(seen, values.view());
        pass.progress.checkpoint();
        work({tile, values.view(), {tile.row - seen.row, tile.column - seen.column}});
    });
}

}  // namespace lommer::core
