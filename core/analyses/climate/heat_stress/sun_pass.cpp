#include "core/analyses/climate/heat_stress/sun_pass.h"

#include "core/engine/parallel.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace lommer::core {
namespace {

/// Over how many metres of height the first look at the sun goes: as far as the margins of the sky
/// reach anyway, and over what stands in most places.
double firstSpread(const HeatSettings& settings) {
    constexpr double kMostPlaces = 30.0;   // m
    constexpr double kUsualReach = 100.0;  // m
    const double reach = settings.sky.maxDistance > 0.0 ? settings.sky.maxDistance : kUsualReach;
    const double perMetre =
        ShadowMarch::kHighestObstacle / ShadowMarch::reach(settings.lowestSunDegrees());
    return std::min(ShadowMarch::kHighestObstacle, std::max(kMostPlaces, reach * perMetre));
}

/// `cells` and all that can cast a shade on them, in whole squares from their corner.
CellWindow seenSquares(const Grid& grid, double sunDegrees, const CellWindow& cells) {
    constexpr std::int64_t kSide = HeightSquares::kSide;
    const auto reach =
        static_cast<std::int64_t>(ShadowMarch::reach(sunDegrees) / grid.cellSize()) + 1;
    const CellWindow whole = grid.window();
    // Beyond the raster nothing is: squares go no further.
    const auto before = [reach](std::int64_t room) {
        return std::min((reach + kSide - 1) / kSide, (room + kSide - 1) / kSide) * kSide;
    };
    const std::int64_t west = before(cells.column - whole.column);
    const std::int64_t north = before(cells.row - whole.row);
    const std::int64_t east = std::min(reach, whole.endColumn() - cells.endColumn());
    const std::int64_t south = std::min(reach, whole.endRow() - cells.endRow());
    return {cells.column - west, cells.row - north, west + cells.columns + east,
            north + cells.rows + south};
}

}  // namespace

SunlitHours::SunlitHours(const HeatSettings& settings, double cellSize, double spread) {
    for (std::size_t index = 0; index < settings.hours.size(); ++index) {
        const SunDirection& sun = settings.hours[index].sun;
        if (sun.elevationDegrees >= ShadowMarch::kLowestSun) {
            hours_.push_back({static_cast<int>(index), {sun, cellSize, spread}});
            margins_.includeAll(hours_.back().march.margins());
        }
    }
}

void SunlitHours::compute(const WindowTile& tile, const HeightBlocks& blocks,
                          RasterView<std::uint32_t> codes, const Progress& progress) const {
    auto lit = RasterBuffer<float>::unfilled(codes.columns(), codes.rows());
    for (const Hour& hour : hours_) {
        hour.march.compute(tile, blocks, lit.view(), progress);
        for (std::int64_t row = 0; row < codes.rows(); ++row) {
            const float* from = lit.view().row(row);
            std::uint32_t* to = codes.row(row);
            for (std::int64_t column = 0; column < codes.columns(); ++column) {
                HeatCell cell(to[column]);
                cell.setSunlit(hour.index, from[column] > 0.5F);
                to[column] = cell.bits();
            }
        }
    }
}

SunPass::SunPass(const RunContext& context, const RasterSource& surface,
                 const HeatSettings& settings, const CellWindow& cells)
    : context_(context),
      surface_(surface),
      settings_(settings),
      cells_(cells),
      spread_(firstSpread(settings)),
      suns_(settings, surface.grid().cellSize(), spread_),
      squares_(seenSquares(surface.grid(), settings.lowestSunDegrees(), cells)) {}

void SunPass::readBeyond(const Progress& progress) {
    std::vector<CellWindow> beyond;
    for (std::int64_t square = 0; square < squares_.count(); ++square) {
        const CellWindow cells = squares_.cellsOf(square);
        if (intersection(cells, cells_).isEmpty()) {
            beyond.push_back(cells);
        }
    }
    const auto count = static_cast<std::int64_t>(beyond.size());
    parallelFor(count, progress.stopToken(), [&](std::int64_t index) {
        const CellWindow& cells = beyond[static_cast<std::size_t>(index)];
        auto heights = RasterBuffer<float>::unfilled(cells.columns, cells.rows);
        surface_.read(cells, heights.view());
        squares_.put(cells, heights.view());
        progress.advance(count);
    });
}

void SunPass::note(const WindowTile& tile) {
    squares_.put(tile.cells, tile.values.part({tile.origin.column, tile.origin.row,
                                               tile.cells.columns, tile.cells.rows}));
}

void SunPass::lookFurther(HeatGround& ground, const Progress& progress) {
    const double lowestSun = settings_.lowestSunDegrees();
    const double cellSize = surface_.grid().cellSize();
    // Squares that need about as much go together: few have to look very far.
    std::map<int, std::pair<double, std::vector<CellWindow>>> groups;
    std::int64_t count = 0;
    for (std::int64_t square = 0; square < squares_.count(); ++square) {
        const CellWindow cells = intersection(squares_.cellsOf(square), cells_);
        progress.checkpoint();
        if (cells.isEmpty()) {
            continue;
        }
        const double spread = squares_.spreadFor(square, lowestSun, cellSize, spread_);
        if (spread > spread_) {
            auto& [furthest, places] = groups[std::ilogb(spread / spread_)];
            furthest = std::max(furthest, spread);
            places.push_back(cells);
            ++count;
        }
    }
    double start = 0.0;
    for (const auto& [power, group] : groups) {
        const auto& [spread, places] = group;
        const double end = start + static_cast<double>(places.size()) / static_cast<double>(count);
        lookAgain(ground, places, spread, progress.part(start, end, "horizon"));
        start = end;
    }
}

void SunPass::lookAgain(HeatGround& ground, const std::vector<CellWindow>& places, double spread,
                        const Progress& progress) {
    const SunlitHours suns(settings_, surface_.grid().cellSize(), spread);
    const auto count = static_cast<std::int64_t>(places.size());
    constexpr std::int64_t kSide = HeightSquares::kSide;
    constexpr std::int64_t kBytesPerCell = 8;  // codes and light
    const std::int64_t bytes = suns.margins().around({0, 0, kSide, kSide}).cellCount() *
                                   static_cast<std::int64_t>(sizeof(float)) +
                               kSide * kSide * kBytesPerCell;
    const auto reserved =
        context_.memory.reserve(bytes * std::min<std::int64_t>(threadCount(), count));
    parallelFor(count, progress.stopToken(), [&](std::int64_t index) {
        const CellWindow& cells = places[static_cast<std::size_t>(index)];
        const CellWindow seen = suns.margins().around(cells);
        auto heights = RasterBuffer<float>::unfilled(seen.columns, seen.rows);
        surface_.read(seen, heights.view());
        auto codes = RasterBuffer<std::uint32_t>::unfilled(cells.columns, cells.rows);
        ground.read(cells, codes.view());
        const HeightBlocks blocks(heights.view(), progress);
        suns.compute({cells, heights.view(), {cells.row - seen.row, cells.column - seen.column}},
                     blocks, codes.view(), progress);
        ground.write(cells, codes.view());
        progress.advance(count);
    });
}

}  // namespace lommer::core
