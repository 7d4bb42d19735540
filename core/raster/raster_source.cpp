#include "core/raster/raster_source.h"

#include "core/base/assert.h"

#include <algorithm>
#include <vector>

namespace lommer::core {
namespace {

/// Files are stored in blocks of about this side: going block by block decodes each once.
constexpr std::int64_t kBlockCells = 512;

/// The cell that stands for square `index`: its middle, or the last one where that sticks out.
std::int64_t sampleOf(std::int64_t index, std::int64_t factor, std::int64_t count) {
    return std::min(index * factor + factor / 2, count - 1);
}

}  // namespace

void RasterSource::readReduced(const CellWindow& window, std::int64_t factor,
                               RasterView<float> values) const {
    LOMMER_ASSERT(factor >= 1);
    LOMMER_ASSERT(values.columns() == reducedCount(window.columns, factor));
    LOMMER_ASSERT(values.rows() == reducedCount(window.rows, factor));
    if (factor == 1) {
        read(window, values);
        return;
    }
    const std::int64_t perBlock = std::max<std::int64_t>(1, kBlockCells / factor);
    std::vector<float> line(static_cast<std::size_t>(perBlock * factor));
    for (std::int64_t top = 0; top < values.rows(); top += perBlock) {
        for (std::int64_t left = 0; left < values.columns(); left += perBlock) {
            const std::int64_t right = std::min(left + perBlock, values.columns());
            const std::int64_t first = sampleOf(left, factor, window.columns);
            const std::int64_t cells = sampleOf(right - 1, factor, window.columns) - first + 1;
            for (std::int64_t row = top; row < std::min(top + perBlock, values.rows()); ++row) {
                read({window.column + first, window.row + sampleOf(row, factor, window.rows), cells,
                      1},
                     {line.data(), cells, 1, cells});
                for (std::int64_t column = left; column < right; ++column) {
                    values(row, column) = line[static_cast<std::size_t>(
                        sampleOf(column, factor, window.columns) - first)];
                }
            }
        }
    }
}

}  // namespace lommer::core
