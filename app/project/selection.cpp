#include "app/project/selection.h"

#include <algorithm>

namespace lommer::app {

std::vector<std::int64_t> Selection::rowsOf(const LayerId& layer) const {
    return layer == layer_ ? rows_ : std::vector<std::int64_t>{};
}

void Selection::set(const LayerId& layer, std::vector<std::int64_t> rows) {
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    const LayerId newLayer = rows.empty() ? LayerId() : layer;
    if (newLayer == layer_ && rows == rows_) {
        return;
    }
    layer_ = newLayer;
    rows_ = std::move(rows);
    Q_EMIT changed();
}

void Selection::toggle(const LayerId& layer, std::int64_t row) {
    std::vector<std::int64_t> rows = rowsOf(layer);
    const auto place = std::lower_bound(rows.begin(), rows.end(), row);
    if (place != rows.end() && *place == row) {
        rows.erase(place);
    } else {
        rows.insert(place, row);
    }
    set(layer, std::move(rows));
}

void Selection::clear() {
    set({}, {});
}

}  // namespace lommer::app
