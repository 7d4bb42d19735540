// Times the kernels of sky view (one thread) and shade (all cores) in memory, for each kind of
// processor.

#include "core/terrain/horizon_march.h"
#include "core/terrain/shadow_march.h"

#include <benchmark/benchmark.h>

#include <cmath>

namespace lommer::bench {
namespace {

using namespace core;

// Metres between the lowest and the highest place of that town, on 4096 rows.
constexpr double kTownSpread = 41.0 + 20.0;

/// A town: blocks 18 m apart, 5 to 20 m high, on a slope.
RasterBuffer<float> townGround(const CellWindow& window) {
    RasterBuffer<float> ground(window.columns, window.rows);
    for (std::int64_t row = 0; row < window.rows; ++row) {
        for (std::int64_t column = 0; column < window.columns; ++column) {
            const bool isBlock = row % 31 < 13 && column % 43 < 25;
            const auto block = static_cast<float>((row / 31 * 7 + column / 43 * 3) % 4);
            ground.view()(row, column) =
                0.01F * static_cast<float>(row) + (isBlock ? 5.0F + 5.0F * block : 0.0F);
        }
    }
    return ground;
}

void skyView(benchmark::State& state) {
    constexpr std::int64_t kSide = 1024;
    const MarchKernels& kernels = marchKernels()[static_cast<std::size_t>(state.range(0))];
    const HorizonMarch march({.directions = 16, .maxDistance = 100.0}, 1.0);
    const CellWindow cells{0, 0, kSide, kSide};
    const CellWindow seen = march.margins().around(cells);
    RasterBuffer<float> ground = townGround(seen);
    RasterBuffer<float> result(kSide, kSide);
    for ([[maybe_unused]] auto step : state) {
        march.compute({cells, ground.view(), {-seen.row, -seen.column}}, result.view(), Progress(),
                      kernels);
        benchmark::DoNotOptimize(result.values().data());
    }
    state.SetLabel(kernels.name);
    state.SetItemsProcessed(state.iterations() * cells.cellCount());
}

/// All of 4096 x 4096 cells in tiles, on all cores, from memory to memory.
void shade(benchmark::State& state) {
    const MarchKernels& kernels = marchKernels()[static_cast<std::size_t>(state.range(0))];
    const CellWindow cells{0, 0, 4096, 4096};
    const ShadowMarch march({187.0, 60.9}, 1.0, kTownSpread);
    const CellWindow seen = march.margins().around(cells);
    RasterBuffer<float> ground = townGround(seen);
    RasterBuffer<float> result(cells.columns, cells.rows);
    const auto placeIn = [](const CellWindow& window, const CellWindow& whole) {
        return CellWindow{window.column - whole.column, window.row - whole.row, window.columns,
                          window.rows};
    };
    for ([[maybe_unused]] auto step : state) {
        forEachTile(TileLayout(cells, 1024), Progress(), [&](const CellWindow& tile) {
            const CellWindow around = march.margins().around(tile);
            march.compute({tile,
                           ground.view().part(placeIn(around, seen)),
                           {tile.row - around.row, tile.column - around.column}},
                          result.view().part(tile), Progress(), kernels);
        });
        benchmark::DoNotOptimize(result.values().data());
    }
    state.SetLabel(kernels.name);
    state.SetItemsProcessed(state.iterations() * cells.cellCount());
}

void allKernels(benchmark::internal::Benchmark* benchmark) {
    for (std::size_t index = 0; index < marchKernels().size(); ++index) {
        benchmark->Arg(static_cast<std::int64_t>(index));
    }
    benchmark->Unit(benchmark::kMillisecond)->UseRealTime();
}

BENCHMARK(skyView)->Apply(allKernels);
BENCHMARK(shade)->Apply(allKernels);

}  // namespace
}  // namespace lommer::bench

BENCHMARK_MAIN();
