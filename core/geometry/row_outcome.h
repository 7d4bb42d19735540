#pragma once

// Only for the .cpp files of this folder: one way to treat every row on its own, on all processors.

#include "core/engine/parallel.h"
#include "core/geometry/geos.h"
#include "core/geometry/overlay.h"
#include "core/geometry/validity.h"

#include <algorithm>
#include <numeric>

namespace lommer::core {

/// What came of some rows, in order, and which of them GEOS refused.
struct RowOutcome {
    GeometryColumn geometries;
    std::vector<std::int64_t> rows;
    std::vector<std::int64_t> failed;
};

inline std::vector<std::int64_t> allRows(const GeometryColumn& column) {
    std::vector<std::int64_t> rows(column.kinds.size());
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

/// Calls `worker.append(row, target)` for each of `wanted`, where `worker` is what `makeWorker()`
/// gives, one for each task. `append` returns whether it appended a row.
template <class MakeWorker>
RowOutcome treatRows(const std::vector<std::int64_t>& wanted, const Progress& progress,
                     const MakeWorker& makeWorker) {
    const auto count = static_cast<std::int64_t>(wanted.size());
    // Small enough to share the work, large enough to use what was indexed again.
    const std::int64_t perTask = std::clamp<std::int64_t>(count / 128, 16, 1024);
    const std::int64_t tasks = (count + perTask - 1) / perTask;
    std::vector<RowOutcome> ofTask(static_cast<std::size_t>(tasks));
    parallelFor(tasks, progress.stopToken(), [&](std::int64_t task) {
        auto worker = makeWorker();
        RowOutcome& outcome = ofTask[static_cast<std::size_t>(task)];
        const auto end = std::min((task + 1) * perTask, count);
        for (auto index = task * perTask; index < end; ++index) {
            progress.checkpoint();
            const std::int64_t row = wanted[static_cast<std::size_t>(index)];
            try {
                if (worker.append(row, outcome.geometries)) {
                    outcome.rows.push_back(row);
                }
            } catch (const geos::Failure&) {
                outcome.failed.push_back(row);
            }
        }
        progress.advance(tasks);
    });
    RowOutcome whole;
    for (const RowOutcome& some : ofTask) {
        whole.geometries.appendAll(some.geometries);
        whole.rows.insert(whole.rows.end(), some.rows.begin(), some.rows.end());
        whole.failed.insert(whole.failed.end(), some.failed.begin(), some.failed.end());
    }
    return whole;
}

/// Two outcomes, each in order of rows, as one; what the second refused is named with its place in
/// `rows`.
inline MaskedRows merged(const RowOutcome& first, const RowOutcome& second,
                         const GeometryColumn& rows) {
    MaskedRows result;
    std::size_t one = 0;
    std::size_t two = 0;
    while (one < first.rows.size() || two < second.rows.size()) {
        const bool isFirst = two == second.rows.size() ||
                             (one < first.rows.size() && first.rows[one] < second.rows[two]);
        const RowOutcome& from = isFirst ? first : second;
        const std::size_t index = isFirst ? one++ : two++;
        result.geometries.appendRow(from.geometries, static_cast<std::int64_t>(index));
        result.rows.push_back(from.rows[index]);
    }
    for (const std::int64_t row : second.failed) {
        const Bounds box = rows.boundsOf(row);
        result.failed.push_back({row, {(box.xmin + box.xmax) / 2.0, (box.ymin + box.ymax) / 2.0}});
    }
    return result;
}

}  // namespace lommer::core
