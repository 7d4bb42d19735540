#include "core/raster/kept_source.h"

#include <algorithm>
#include <limits>

namespace lommer::core {

KeptSource::KeptSource(const RasterSource& source, const CellWindow& kept, MemoryBudget& memory,
                       Scratch& scratch)
    : source_(source), kept_(kept) {
    if (!kept.isEmpty()) {
        values_ = std::make_unique<ScratchRaster>(kept.columns, kept.rows, memory, scratch);
    }
}

void KeptSource::read(const CellWindow& window, RasterView<float> values) const {
    const CellWindow inside = intersection(window, grid().window());
    if (inside.isEmpty() || values_ == nullptr || !kept_.contains(inside)) {
        source_.read(window, values);
        return;
    }
    if (inside != window) {
        for (std::int64_t row = 0; row < window.rows; ++row) {
            std::fill_n(values.row(row), window.columns, std::numeric_limits<float>::quiet_NaN());
        }
    }
    values_->read(inside.countedFrom(kept_), values.part(inside.countedFrom(window)));
}

void KeptSource::put(const CellWindow& window, RasterView<const float> values) {
    if (values_ != nullptr && kept_.contains(window)) {
        values_->write(window.countedFrom(kept_), values);
    }
}

}  // namespace lommer::core
