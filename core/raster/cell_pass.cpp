#include "core/raster/cell_pass.h"

#include "core/base/assert.h"
#include "core/engine/parallel.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lommer::core {
namespace {

// Blocks of files are at most so high: a piece that starts and ends with them reads each once.
constexpr std::int64_t kBlockRows = 512;

/// Cuts the wanted cells into pieces, from north to south.
class Pieces {
public:
    explicit Pieces(const CellPass& pass)
        : wanted_(pass.wanted),
          columns_(std::min(pass.tileSize, wanted_.columns)),
          rows_(std::min({pass.tileSize, kBlockRows, wanted_.rows})),
          across_((wanted_.columns + columns_ - 1) / columns_) {}

    std::int64_t count() const noexcept { return across_ * ((wanted_.rows + rows_ - 1) / rows_); }
    std::int64_t largest() const noexcept { return columns_ * rows_; }
    /// Counted from the first wanted cell.
    CellWindow operator[](std::int64_t index) const noexcept {
        return intersection({index % across_ * columns_, index / across_ * rows_, columns_, rows_},
                            CellWindow{0, 0, wanted_.columns, wanted_.rows});
    }

private:
    CellWindow wanted_;
    std::int64_t columns_;
    std::int64_t rows_;
    std::int64_t across_;
};

MemoryBudget::Reservation reserveBuffers(MemoryBudget& memory, const Pieces& pieces,
                                         std::size_t buffers) {
    const auto threads = std::min<std::int64_t>(threadCount(), pieces.count());
    return memory.reserve(threads * pieces.largest() * static_cast<std::int64_t>(buffers) *
                          static_cast<std::int64_t>(sizeof(float)));
}

std::vector<RasterBuffer<float>> readPiece(const CellPass& pass, const CellWindow& piece,
                                           const Progress& progress) {
    std::vector<RasterBuffer<float>> values;
    for (const RasterSource* input : pass.inputs) {
        progress.checkpoint();
        values.emplace_back(piece.columns, piece.rows);
        input->read({pass.wanted.column + piece.column, pass.wanted.row + piece.row, piece.columns,
                     piece.rows},
                    values.back().view());
    }
    return values;
}

void include(ValueRange& range, float value) {
    // A hole compares false with everything.
    range.lowest = value < range.lowest ? value : range.lowest;
    range.highest = value > range.highest ? value : range.highest;
}

}  // namespace

void runCellPass(const CellPass& pass, RasterSink& sink, MemoryBudget& memory,
                 const Progress& progress, const std::function<CellRowWork()>& makeWork) {
    LOMMER_ASSERT(std::all_of(pass.inputs.begin(), pass.inputs.end(), [&](const auto* input) {
        return input->grid() == pass.inputs.front()->grid();
    }));
    const Pieces pieces(pass);
    const auto reserved = reserveBuffers(memory, pieces, pass.inputs.size() + 1);
    parallelFor(pieces.count(), progress.stopToken(), [&](std::int64_t index) {
        const CellWindow piece = pieces[index];
        const auto inputs = readPiece(pass, piece, progress);
        RasterBuffer<float> result(piece.columns, piece.rows);
        const CellRowWork work = makeWork();
        std::vector<const float*> rows(inputs.size());
        for (std::int64_t row = 0; row < piece.rows; ++row) {
            progress.checkpoint();
            std::transform(inputs.begin(), inputs.end(), rows.begin(),
                           [row](const auto& input) { return input.view().row(row); });
            work(rows, {result.view().row(row), static_cast<std::size_t>(piece.columns)});
        }
        sink.write(piece, result.view());
        progress.advance(pieces.count());
    });
}

ValueRange rangeOf(const CellPass& pass, MemoryBudget& memory, const Progress& progress) {
    LOMMER_ASSERT(pass.inputs.size() == 1);
    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    const Pieces pieces(pass);
    const auto reserved = reserveBuffers(memory, pieces, 1);
    std::vector<ValueRange> found(static_cast<std::size_t>(pieces.count()),
                                  {kInfinity, -kInfinity});
    parallelFor(pieces.count(), progress.stopToken(), [&](std::int64_t index) {
        const auto inputs = readPiece(pass, pieces[index], progress);
        for (const float value : inputs.front().values()) {
            include(found[static_cast<std::size_t>(index)], value);
        }
        progress.advance(pieces.count());
    });
    ValueRange range{kInfinity, -kInfinity};
    for (const ValueRange& one : found) {
        include(range, one.lowest);
        include(range, one.highest);
    }
    if (range.lowest > range.highest) {
        constexpr float kHole = std::numeric_limits<float>::quiet_NaN();
        return {kHole, kHole};
    }
    return range;
}

}  // namespace lommer::core
