#include "core/raster/connected_areas.h"

#include "core/base/assert.h"

#include <array>
#include <limits>
#include <numeric>

namespace lommer::core {
namespace {

/// The neighbours that were visited before a cell.
std::vector<CellIndex> earlierNeighbours(Connectivity connectivity) {
    if (connectivity == Connectivity::edges) {
        return {{0, -1}, {-1, 0}};
    }
    return {{0, -1}, {-1, -1}, {-1, 0}, {-1, 1}};
}

/// Gives the cells of a row the numbers of sets that touching cells share.
void joinRow(RasterView<const std::int32_t> classes, std::int64_t row,
             const std::vector<CellIndex>& neighbours, RasterView<std::int32_t> sets,
             JoinedSets& joined) {
    for (std::int64_t column = 0; column < classes.columns(); ++column) {
        const std::int32_t cellClass = classes(row, column);
        std::int32_t set = -1;
        for (const CellIndex& step : neighbours) {
            const CellIndex beside{row + step.row, column + step.column};
            if (cellClass < 0 || beside.row < 0 || beside.column < 0 ||
                beside.column >= classes.columns() ||
                classes(beside.row, beside.column) != cellClass) {
                continue;
            }
            const std::int32_t other = sets(beside.row, beside.column);
            set = set < 0 || set == other ? other : joined.join(set, other);
        }
        sets(row, column) = cellClass >= 0 && set < 0 ? joined.add() : set;
    }
}

}  // namespace

JoinedSets::JoinedSets(std::int32_t count) : parents_(static_cast<std::size_t>(count)) {
    std::iota(parents_.begin(), parents_.end(), 0);
}

std::int32_t JoinedSets::add() {
    parents_.push_back(static_cast<std::int32_t>(parents_.size()));
    return parents_.back();
}

std::int32_t JoinedSets::find(std::int32_t set) noexcept {
    auto at = static_cast<std::size_t>(set);
    while (parents_[at] != static_cast<std::int32_t>(at)) {
        // Halves the way for who comes later.
        parents_[at] = parents_[static_cast<std::size_t>(parents_[at])];
        at = static_cast<std::size_t>(parents_[at]);
    }
    return static_cast<std::int32_t>(at);
}

std::int32_t JoinedSets::join(std::int32_t a, std::int32_t b) noexcept {
    const std::int32_t rootA = find(a);
    const std::int32_t rootB = find(b);
    const std::int32_t root = std::min(rootA, rootB);
    parents_[static_cast<std::size_t>(std::max(rootA, rootB))] = root;
    return root;
}

LabelledCells labelConnectedAreas(RasterView<const std::int32_t> classes, CellIndex origin,
                                  Connectivity connectivity,
                                  const std::function<void()>& checkpoint) {
    LOMMER_ASSERT(classes.columns() * classes.rows() < std::numeric_limits<std::int32_t>::max());
    LabelledCells found{RasterBuffer<std::int32_t>(classes.columns(), classes.rows(), -1), {}};
    const RasterView<std::int32_t> labels = found.labels.view();
    const std::vector<CellIndex> neighbours = earlierNeighbours(connectivity);
    JoinedSets joined;
    for (std::int64_t row = 0; row < classes.rows(); ++row) {
        checkpoint();
        joinRow(classes, row, neighbours, labels, joined);
    }
    std::vector<std::int32_t> areaOf;
    for (std::int64_t row = 0; row < classes.rows(); ++row) {
        checkpoint();
        for (std::int64_t column = 0; column < classes.columns(); ++column) {
            std::int32_t& label = labels(row, column);
            if (label < 0) {
                continue;
            }
            // The earliest set of an area began at its first cell, so areas come up in order.
            const auto set = static_cast<std::size_t>(joined.find(label));
            if (set >= areaOf.size()) {
                areaOf.resize(set + 1, -1);
            }
            if (areaOf[set] < 0) {
                areaOf[set] = static_cast<std::int32_t>(found.areas.size());
                found.areas.push_back(
                    {{origin.row + row, origin.column + column}, 0, classes(row, column)});
            }
            label = areaOf[set];
            ++found.areas[static_cast<std::size_t>(label)].cells;
        }
    }
    return found;
}

}  // namespace lommer::core
