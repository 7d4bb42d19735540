#include "core/statistics/zone_pass.h"

#include "core/engine/parallel.h"

#include <algorithm>
#include <numeric>

namespace lommer::core {
namespace {

// Values are read in squares of two by two anchor blocks: the tiles of our own files.
constexpr std::int64_t kBlocksPerRead = 2;
// So many reads make a band: enough to keep all cores busy, few enough to keep its runs small.
constexpr std::int64_t kReadsPerBand = 256;
constexpr std::size_t kItemsPerTask = 32;

struct Item {
    std::int64_t zone;
    std::int64_t strip;
};

/// The zones of each strip, ordered by strip and zone.
class StripIndex {
public:
    StripIndex(const PolygonCoverage& coverage, std::span<const std::int64_t> zones) {
        for (const std::int64_t zone : zones) {
            const auto strips = coverage.stripsOf(zone);
            for (std::int64_t strip = strips.first; strip < strips.end; ++strip) {
                items_.push_back({zone, strip});
            }
        }
        std::stable_sort(items_.begin(), items_.end(),
                         [](const Item& a, const Item& b) { return a.strip < b.strip; });
    }

    std::span<const Item> all() const noexcept { return items_; }
    std::span<const Item> between(std::int64_t first, std::int64_t end) const {
        const auto isBefore = [](const Item& item, std::int64_t strip) {
            return item.strip < strip;
        };
        const auto from = std::lower_bound(items_.begin(), items_.end(), first, isBefore);
        const auto to = std::lower_bound(from, items_.end(), end, isBefore);
        return {from, to};
    }

private:
    std::vector<Item> items_;
};

/// The pieces of a band of strips, in the order of their blocks, row by row, and of the zones.
class Band {
public:
    Band(const PolygonCoverage& coverage, std::span<const Item> items, const Progress& progress)
        : tasks_((items.size() + kItemsPerTask - 1) / kItemsPerTask) {
        parallelFor(static_cast<std::int64_t>(tasks_.size()), progress.stopToken(),
                    [&](std::int64_t task) {
                        const auto first = static_cast<std::size_t>(task) * kItemsPerTask;
                        const auto count = std::min(kItemsPerTask, items.size() - first);
                        fill(tasks_[static_cast<std::size_t>(task)], coverage,
                             items.subspan(first, count), progress);
                    });
        collect();
    }

    std::span<const ZonePiece> pieces() const noexcept { return pieces_; }

    /// Half-open range of the pieces of one block.
    std::pair<std::size_t, std::size_t> piecesOf(CellIndex block) const {
        const auto isBefore = [](const ZonePiece& piece, CellIndex wanted) {
            return piece.block.row != wanted.row ? piece.block.row < wanted.row
                                                 : piece.block.column < wanted.column;
        };
        const auto first = std::lower_bound(pieces_.begin(), pieces_.end(), block, isBefore);
        const auto end = std::lower_bound(first, pieces_.end(),
                                          CellIndex{block.row, block.column + 1}, isBefore);
        return {static_cast<std::size_t>(first - pieces_.begin()),
                static_cast<std::size_t>(end - pieces_.begin())};
    }

    std::int64_t byteCount() const noexcept {
        auto bytes = pieces_.size() * sizeof(ZonePiece);
        for (const Task& task : tasks_) {
            bytes += task.coverage.runs.capacity() * sizeof(CoverageRun);
        }
        return static_cast<std::int64_t>(bytes);
    }

private:
    struct Task {
        StripCoverage coverage;
        std::vector<ZonePiece> pieces;
    };

    static void fill(Task& task, const PolygonCoverage& coverage, std::span<const Item> items,
                     const Progress& progress) {
        std::vector<Item> itemOfBlock;
        for (const Item& item : items) {
            progress.checkpoint();
            coverage.cover(item.zone, item.strip, task.coverage, progress);
            itemOfBlock.resize(task.coverage.blocks.size(), item);
        }
        const std::span<const CoverageRun> runs(task.coverage.runs);
        for (std::size_t index = 0; index < itemOfBlock.size(); ++index) {
            const StripCoverage::Block& block = task.coverage.blocks[index];
            task.pieces.push_back({itemOfBlock[index].zone,
                                   {itemOfBlock[index].strip, block.column},
                                   runs.subspan(block.firstRun, block.endRun - block.firstRun)});
        }
        task.coverage.blocks = {};
    }

    void collect() {
        for (Task& task : tasks_) {
            pieces_.insert(pieces_.end(), task.pieces.begin(), task.pieces.end());
            task.pieces = {};
        }
        std::stable_sort(pieces_.begin(), pieces_.end(),
                         [](const ZonePiece& a, const ZonePiece& b) {
                             return a.block.row != b.block.row ? a.block.row < b.block.row
                                                               : a.block.column < b.block.column;
                         });
    }

    std::vector<Task> tasks_;
    std::vector<ZonePiece> pieces_;
};

/// Reads one square of blocks, where a zone touches it, and lets the visitor see its pieces.
void visitSquare(const Band& band, CellIndex square, const RasterSource& values,
                 PieceVisitor& visitor, const Progress& progress) {
    constexpr std::int64_t kSide = kBlocksPerRead * kAnchorCells;
    const CellWindow window = intersection(
        {square.column * kSide, square.row * kSide, kSide, kSide}, values.grid().window());
    RasterBuffer<float> buffer;
    for (std::int64_t block = 0; block < kBlocksPerRead * kBlocksPerRead; ++block) {
        const CellIndex place{square.row * kBlocksPerRead + block / kBlocksPerRead,
                              square.column * kBlocksPerRead + block % kBlocksPerRead};
        const auto [first, end] = band.piecesOf(place);
        if (first == end) {
            continue;
        }
        if (buffer.columns() == 0) {
            buffer = RasterBuffer<float>(window.columns, window.rows);
            values.read(window, buffer.view());
        }
        const RasterView<const float> all = buffer.view();
        const CellWindow part =
            intersection({(block % kBlocksPerRead) * kAnchorCells,
                          (block / kBlocksPerRead) * kAnchorCells, kAnchorCells, kAnchorCells},
                         CellWindow{0, 0, window.columns, window.rows});
        for (std::size_t index = first; index < end; ++index) {
            progress.checkpoint();
            visitor.visit(index, band.pieces()[index], all.part(part));
        }
    }
}

}  // namespace

ZonePass::ZonePass(const PolygonCoverage& coverage, const RasterSource& values,
                   MemoryBudget& memory)
    : coverage_(coverage), values_(values), memory_(memory) {}

void ZonePass::run(std::span<const std::int64_t> zones, PieceVisitor& visitor,
                   const Progress& progress) {
    const StripIndex index(coverage_, zones);
    if (index.all().empty()) {
        return;
    }
    constexpr std::int64_t kSide = kBlocksPerRead * kAnchorCells;
    const std::int64_t squaresPerRow = (values_.grid().columns() + kSide - 1) / kSide;
    const std::int64_t squareRows = std::max<std::int64_t>(4, kReadsPerBand / squaresPerRow);
    const std::int64_t bandStrips = squareRows * kBlocksPerRead;
    const std::int64_t firstBand = index.all().front().strip / bandStrips;
    const std::int64_t endBand = index.all().back().strip / bandStrips + 1;
    const std::int64_t squares = squareRows * squaresPerRow;
    for (std::int64_t number = firstBand; number < endBand; ++number) {
        const Band band(coverage_, index.between(number * bandStrips, (number + 1) * bandStrips),
                        progress);
        const auto reserved = memory_.reserve(band.byteCount());
        visitor.begin(band.pieces().size());
        parallelFor(squares, progress.stopToken(), [&](std::int64_t square) {
            visitSquare(band,
                        {number * squareRows + square / squaresPerRow, square % squaresPerRow},
                        values_, visitor, progress);
            progress.advance(squares * (endBand - firstBand));
        });
        for (std::size_t piece = 0; piece < band.pieces().size(); ++piece) {
            visitor.merge(piece, band.pieces()[piece]);
        }
    }
}

}  // namespace lommer::core
