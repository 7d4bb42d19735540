#include "core/raster/cell_pass.h"

#include "core/base/assert.h"
#include "core/raster/tile_pass.h"

#include <algorithm>

namespace lommer::core {
namespace {

// The blocks of files: a tile that starts and ends with them reads each once.
constexpr std::int64_t kLargestSide = 512;

std::vector<RasterBuffer<float>> readTile(const CellPass& pass, const CellWindow& tile,
                                          const Progress& progress) {
    std::vector<RasterBuffer<float>> values;
    for (const RasterSource* input : pass.inputs) {
        progress.checkpoint();
        values.push_back(RasterBuffer<float>::unfilled(tile.columns, tile.rows));
        input->read(tile, values.back().view());
    }
    return values;
}

}  // namespace

void runCellPass(const CellPass& pass, RasterSink& sink, MemoryBudget& memory,
                 const Progress& progress, const std::function<CellRowWork()>& makeWork) {
    LOMMER_ASSERT(std::all_of(pass.inputs.begin(), pass.inputs.end(), [&](const auto* input) {
        return input->grid() == pass.inputs.front()->grid();
    }));
    const auto buffers = static_cast<std::int64_t>((pass.inputs.size() + 1) * sizeof(float));
    const TilePlan plan = planTiles(pass.wanted, std::min(pass.tileSize, kLargestSide), memory,
                                    [buffers](std::int64_t side) { return side * side * buffers; });
    forEachTile(plan.layout, progress, [&](const CellWindow& tile) {
        const auto inputs = readTile(pass, tile, progress);
        auto result = RasterBuffer<float>::unfilled(tile.columns, tile.rows);
        const CellRowWork work = makeWork();
        std::vector<const float*> rows(inputs.size());
        for (std::int64_t row = 0; row < tile.rows; ++row) {
            progress.checkpoint();
            std::transform(inputs.begin(), inputs.end(), rows.begin(),
                           [row](const auto& input) { return input.view().row(row); });
            work(rows, {result.view().row(row), static_cast<std::size_t>(tile.columns)});
        }
        sink.write(tile.countedFrom(pass.wanted), result.view());
    });
}

}  // namespace lommer::core
