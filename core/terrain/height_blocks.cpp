#include "core/terrain/height_blocks.h"

#include "core/terrain/march_kernels.h"

namespace lommer::core {
namespace {

// Cells; small enough to follow streets, large enough that a rectangle touches few of them.
constexpr std::int64_t kSide = 32;

}  // namespace

HeightBlocks::HeightBlocks(RasterView<float> heights, const Progress& progress)
    : columns_((heights.columns() + kSide - 1) / kSide) {
    const CellWindow all{0, 0, heights.columns(), heights.rows()};
    for (std::int64_t row = 0; row < heights.rows(); row += kSide) {
        progress.checkpoint();
        for (std::int64_t column = 0; column < heights.columns(); column += kSide) {
            const RasterView<float> block =
                heights.part(intersection({column, row, kSide, kSide}, all));
            ranges_.push_back(valueRangeOf(block));
            if (ranges_.back().known < block.columns() * block.rows()) {
                fillHoles(block);
            }
        }
    }
}

ValueRange HeightBlocks::around(const CellWindow& cells) const noexcept {
    ValueRange range;
    for (std::int64_t row = cells.row / kSide; row <= (cells.endRow() - 1) / kSide; ++row) {
        for (std::int64_t column = cells.column / kSide; column <= (cells.endColumn() - 1) / kSide;
             ++column) {
            range.add(ranges_[static_cast<std::size_t>(row * columns_ + column)]);
        }
    }
    return range;
}

}  // namespace lommer::core
