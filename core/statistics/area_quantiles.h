#pragma once

#include "core/raster/raster_view.h"
#include "core/statistics/polygon_coverage.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace lommer::core {

/// Areas in units of 2^-30 cell: whole numbers, so that their sums do not depend on the order.
using AreaUnits = std::uint64_t;
inline constexpr AreaUnits kUnitsPerCell = AreaUnits{1} << 30U;

AreaUnits unitsOf(double fraction) noexcept;

/// The values of a piece of a zone, holes left out.
struct CellValues {
    struct Cut {
        float value;
        std::uint32_t units;
    };
    std::vector<float> full;
    std::vector<Cut> cut;
};

CellValues valuesOf(std::span<const CoverageRun> runs, RasterView<const float> block);

/// Numbers in the order of the floats: a < b exactly where key(a) < key(b).
std::uint32_t orderKey(float value) noexcept;
float valueOfKey(std::uint32_t key) noexcept;

/// Finds quantiles by area from histograms of order keys, in two steps of 16 bits: exact, in a
/// fixed amount of memory, however many cells there are.
///
/// The quantile p is the value at which the share p of the area has been counted from the lowest
/// value up. Where that falls exactly between two values it is the middle of those. With equal
/// cells this is definition 2 of Hyndman & Fan (1996), Sample quantiles in statistical packages,
/// The American Statistician 50: the median of 1, 2, 3, 4 is 2.5.
class RankSelection {
public:
    static constexpr std::size_t kBins = 65536;

    /// Shares between 0 and 1.
    explicit RankSelection(std::span<const double> shares);

    /// Step 1: areas by the high 16 bits of the order key. At least one is not 0 (asserted).
    void narrow(std::span<const AreaUnits> areas);
    /// How many histograms step 2 needs, and which of them a key goes to; -1 = none.
    std::size_t histogramCount() const noexcept { return highs_.size(); }
    std::int32_t histogramOf(std::uint32_t key) const noexcept { return slots_[key >> 16U]; }
    /// Step 2: for each histogram the areas by the low 16 bits. One quantile per share.
    std::vector<double> finish(std::span<const AreaUnits> areas) const;

private:
    struct Rank {
        std::uint32_t high = 0;
        AreaUnits rank = 0;  // counted from 1, inside the bin
    };

    std::vector<double> shares_;
    std::vector<Rank> ranks_;  // two per share: on both sides of the place sought
    std::vector<std::uint32_t> highs_;
    std::vector<std::int32_t> slots_;
};

/// Quantiles of a zone whose values are in memory; at least one value (asserted). Throws Cancelled.
std::vector<double> areaQuantiles(std::span<const CellValues> pieces,
                                  std::span<const double> shares, const std::stop_token& stop = {});

}  // namespace lommer::core
