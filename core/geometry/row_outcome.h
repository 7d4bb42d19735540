#pragma once

// Only for the .cpp files of this folder: one way to treat every row, or pair of rows, on its own,
// on all processors.

#include "core/engine/parallel.h"
#include "core/geometry/geos.h"
#include "core/geometry/joined.h"
#include "core/geometry/overlay.h"
#include "core/geometry/validity.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace lommer::core {

/// What came of some items (rows, or pairs of rows), in order, and which of them GEOS refused.
template <class Item>
struct Outcome {
    GeometryColumn geometries;
    std::vector<Item> items;
    std::vector<Item> failed;
};

/// The rows that have a geometry.
inline std::vector<std::int64_t> rowsWithGeometry(const GeometryColumn& column) {
    std::vector<std::int64_t> rows;
    for (std::size_t row = 0; row < column.kinds.size(); ++row) {
        if (column.kinds[row] != GeometryKind::none) {
            rows.push_back(static_cast<std::int64_t>(row));
        }
    }
    return rows;
}

/// Calls `worker.append(item, target)` for each of `wanted`, where `worker` is what `makeWorker()`
/// gives, one for each task. `append` returns whether the item counts, and then has appended a row
/// for it, or never does.
template <class Item, class MakeWorker>
Outcome<Item> treatAll(const std::vector<Item>& wanted, const Progress& progress,
                       const MakeWorker& makeWorker) {
    const auto count = static_cast<std::int64_t>(wanted.size());
    // Small enough to share the work, large enough to use what was indexed again.
    const std::int64_t perTask = std::clamp<std::int64_t>(count / 128, 16, 1024);
    const std::int64_t tasks = (count + perTask - 1) / perTask;
    std::vector<Outcome<Item>> ofTask(static_cast<std::size_t>(tasks));
    parallelFor(tasks, progress.stopToken(), [&](std::int64_t task) {
        auto worker = makeWorker();
        Outcome<Item>& outcome = ofTask[static_cast<std::size_t>(task)];
        const auto end = std::min((task + 1) * perTask, count);
        for (auto index = task * perTask; index < end; ++index) {
            progress.checkpoint();
            const Item item = wanted[static_cast<std::size_t>(index)];
            try {
                if (worker.append(item, outcome.geometries)) {
                    outcome.items.push_back(item);
                }
            } catch (const geos::Failure&) {
                outcome.failed.push_back(item);
            }
        }
        progress.advance(tasks);
    });
    Outcome<Item> whole;
    std::vector<GeometryColumn> geometries;
    for (Outcome<Item>& some : ofTask) {
        geometries.push_back(std::move(some.geometries));
        whole.items.insert(whole.items.end(), some.items.begin(), some.items.end());
        whole.failed.insert(whole.failed.end(), some.failed.begin(), some.failed.end());
    }
    whole.geometries = joined(std::move(geometries), progress.stopToken());
    return whole;
}

/// Two outcomes, each in order, as one; failed is what the second refused.
template <class Item>
Outcome<Item> merged(const Outcome<Item>& first, Outcome<Item> second) {
    Outcome<Item> result;
    std::size_t one = 0;
    std::size_t two = 0;
    while (one < first.items.size() || two < second.items.size()) {
        const bool isFirst = two == second.items.size() ||
                             (one < first.items.size() && first.items[one] < second.items[two]);
        const Outcome<Item>& from = isFirst ? first : second;
        const std::size_t index = isFirst ? one++ : two++;
        result.geometries.appendRow(from.geometries, static_cast<std::int64_t>(index));
        result.items.push_back(from.items[index]);
    }
    result.failed = std::move(second.failed);
    return result;
}

inline std::int64_t rowOf(std::int64_t row) noexcept {
    return row;
}
inline std::int64_t rowOf(RowPair pair) noexcept {
    return pair.left;
}

/// Failed rows, or the left rows of failed pairs, with their places in `column`.
template <class Item>
std::vector<FailedOverlay> withPlaces(const std::vector<Item>& failed,
                                      const GeometryColumn& column) {
    std::vector<FailedOverlay> named;
    named.reserve(failed.size());
    for (const Item item : failed) {
        named.push_back({rowOf(item), column.boundsOf(rowOf(item)).centre()});
    }
    return named;
}

}  // namespace lommer::core
