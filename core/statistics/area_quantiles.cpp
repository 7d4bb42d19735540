#include "core/statistics/area_quantiles.h"

#include "core/base/assert.h"
#include "core/base/error.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace lommer::core {
namespace {

// Below this sorting is faster than two histograms of 65,536 bins.
constexpr std::size_t kSortedCells = 20000;

struct Ranks {
    AreaUnits lower;
    AreaUnits upper;
};

/// The two units of area, counted from 1, on both sides of the place where `share` is reached.
Ranks ranksOf(double share, AreaUnits total) {
    const auto reached = static_cast<AreaUnits>(std::llround(share * static_cast<double>(total)));
    return {std::clamp<AreaUnits>(reached, 1, total), std::clamp<AreaUnits>(reached + 1, 1, total)};
}

double middle(float lower, float upper) {
    return 0.5 * (static_cast<double>(lower) + static_cast<double>(upper));
}

template <class Work>
void forEachCell(std::span<const CellValues> pieces, const std::stop_token& stop,
                 const Work& work) {
    for (const CellValues& piece : pieces) {  // a block of 256 by 256 cells at most
        if (stop.stop_requested()) {
            throw Cancelled{};
        }
        for (const float value : piece.full) {
            work(value, kUnitsPerCell);
        }
        for (const CellValues::Cut& cell : piece.cut) {
            work(cell.value, AreaUnits{cell.units});
        }
    }
}

std::vector<double> sortedQuantiles(std::span<const CellValues> pieces,
                                    std::span<const double> shares) {
    std::vector<std::pair<float, AreaUnits>> cells;
    forEachCell(pieces, {},
                [&](float value, AreaUnits units) { cells.emplace_back(value, units); });
    std::sort(cells.begin(), cells.end());
    std::vector<AreaUnits> counted;  // up to and with each cell
    counted.reserve(cells.size());
    AreaUnits total = 0;
    for (const auto& [value, units] : cells) {
        counted.push_back(total += units);
    }
    const auto valueAt = [&](AreaUnits rank) {
        const auto found = std::lower_bound(counted.begin(), counted.end(), rank);
        return cells[static_cast<std::size_t>(found - counted.begin())].first;
    };
    std::vector<double> quantiles;
    for (const double share : shares) {
        const Ranks ranks = ranksOf(share, total);
        quantiles.push_back(middle(valueAt(ranks.lower), valueAt(ranks.upper)));
    }
    return quantiles;
}

/// The bin in which `rank` falls; `rank` is then counted inside it.
std::uint32_t binOf(std::span<const AreaUnits> areas, AreaUnits& rank) {
    for (std::size_t bin = 0; bin < areas.size(); ++bin) {
        if (rank <= areas[bin]) {
            return static_cast<std::uint32_t>(bin);
        }
        rank -= areas[bin];
    }
    LOMMER_ASSERT(false);
    return 0;
}

}  // namespace

AreaUnits unitsOf(double fraction) noexcept {
    const auto units = std::llround(fraction * static_cast<double>(kUnitsPerCell));
    return static_cast<AreaUnits>(std::max<long long>(1, units));
}

CellValues valuesOf(std::span<const CoverageRun> runs, RasterView<const float> block) {
    CellValues cells;
    cells.full.reserve(std::accumulate(runs.begin(), runs.end(), std::size_t{0},
                                       [](std::size_t sum, const CoverageRun& run) {
                                           return sum + (run.fraction < 1.0 ? 0U : run.length);
                                       }));
    for (const CoverageRun& run : runs) {
        const float* values = block.row(run.row) + run.column;
        if (run.fraction < 1.0) {
            if (!std::isnan(*values)) {
                cells.cut.push_back({*values, static_cast<std::uint32_t>(unitsOf(run.fraction))});
            }
            continue;
        }
        std::copy_if(values, values + run.length, std::back_inserter(cells.full),
                     [](float value) { return !std::isnan(value); });
    }
    return cells;
}

std::uint32_t orderKey(float value) noexcept {
    constexpr std::uint32_t kSign = 0x80000000U;
    const auto bits = std::bit_cast<std::uint32_t>(value);
    return (bits & kSign) != 0 ? ~bits : bits | kSign;
}

float valueOfKey(std::uint32_t key) noexcept {
    constexpr std::uint32_t kSign = 0x80000000U;
    return std::bit_cast<float>((key & kSign) != 0 ? key & ~kSign : ~key);
}

RankSelection::RankSelection(std::span<const double> shares)
    : shares_(shares.begin(), shares.end()), slots_(kBins, -1) {}

void RankSelection::narrow(std::span<const AreaUnits> areas) {
    const AreaUnits total = std::accumulate(areas.begin(), areas.end(), AreaUnits{0});
    LOMMER_ASSERT(total > 0 && ranks_.empty());
    for (const double share : shares_) {
        const Ranks wanted = ranksOf(share, total);
        for (AreaUnits rank : {wanted.lower, wanted.upper}) {
            const std::uint32_t high = binOf(areas, rank);
            ranks_.push_back({high, rank});
            if (slots_[high] < 0) {
                slots_[high] = static_cast<std::int32_t>(highs_.size());
                highs_.push_back(high);
            }
        }
    }
}

std::vector<double> RankSelection::finish(std::span<const AreaUnits> areas) const {
    const auto valueAt = [&](Rank wanted) {
        const auto slot = static_cast<std::size_t>(slots_[wanted.high]);
        const std::uint32_t low = binOf(areas.subspan(slot * kBins, kBins), wanted.rank);
        return valueOfKey((wanted.high << 16U) | low);
    };
    std::vector<double> quantiles;
    for (std::size_t index = 0; index < ranks_.size(); index += 2) {
        quantiles.push_back(middle(valueAt(ranks_[index]), valueAt(ranks_[index + 1])));
    }
    return quantiles;
}

std::vector<double> areaQuantiles(std::span<const CellValues> pieces,
                                  std::span<const double> shares, const std::stop_token& stop) {
    const auto cellCount = std::accumulate(pieces.begin(), pieces.end(), std::size_t{0},
                                           [](std::size_t sum, const CellValues& piece) {
                                               return sum + piece.full.size() + piece.cut.size();
                                           });
    LOMMER_ASSERT(cellCount > 0);
    if (cellCount < kSortedCells) {
        return sortedQuantiles(pieces, shares);
    }
    RankSelection selection(shares);
    std::vector<AreaUnits> areas(RankSelection::kBins, 0);
    forEachCell(pieces, stop,
                [&](float value, AreaUnits units) { areas[orderKey(value) >> 16U] += units; });
    selection.narrow(areas);
    areas.assign(selection.histogramCount() * RankSelection::kBins, 0);
    forEachCell(pieces, stop, [&](float value, AreaUnits units) {
        const std::uint32_t key = orderKey(value);
        if (const std::int32_t slot = selection.histogramOf(key); slot >= 0) {
            areas[static_cast<std::size_t>(slot) * RankSelection::kBins + (key & 0xFFFFU)] += units;
        }
    });
    return selection.finish(areas);
}

}  // namespace lommer::core
