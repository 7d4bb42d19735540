// Times the kernels of sky view and shade in memory, one thread, for each kind of processor.

#include "core/terrain/horizon_march.h"
#include "core/terrain/shadow_march.h"

#include <benchmark/benchmark.h>

#include <cmath>

namespace lommer::bench {
namespace {

using namespace core;

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

template <class March>
void runMarch(benchmark::State& state, const March& march, std::int64_t side) {
    const MarchKernels& kernels = marchKernels()[static_cast<std::size_t>(state.range(0))];
    const CellWindow cells{0, 0, side, side};
    const CellWindow seen = march.margins().around(cells);
    RasterBuffer<float> ground = townGround(seen);
    RasterBuffer<float> result(side, side);
    for ([[maybe_unused]] auto step : state) {
        march.compute({cells, ground.view(), {-seen.row, -seen.column}}, result.view(), Progress(),
                      kernels);
        benchmark::DoNotOptimize(result.values().data());
    }
    state.SetLabel(kernels.name);
    state.SetItemsProcessed(state.iterations() * side * side);
}

void skyView(benchmark::State& state) {
    runMarch(state, HorizonMarch({.directions = 16, .maxDistance = 100.0}, 1.0), 1024);
}

void shade(benchmark::State& state) {
    runMarch(state, ShadowMarch({187.0, 60.9}, 1.0, 25.0 + 13.0), 4096);
}

void allKernels(benchmark::internal::Benchmark* benchmark) {
    for (std::size_t index = 0; index < marchKernels().size(); ++index) {
        benchmark->Arg(static_cast<std::int64_t>(index));
    }
    benchmark->Unit(benchmark::kMillisecond);
}

BENCHMARK(skyView)->Apply(allKernels);
BENCHMARK(shade)->Apply(allKernels);

}  // namespace
}  // namespace lommer::bench

BENCHMARK_MAIN();
