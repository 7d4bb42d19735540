#include "core/statistics/zone_quantiles.h"

#include "core/engine/parallel.h"

#include <algorithm>
#include <atomic>
#include <numeric>

namespace lommer::core {
namespace {

/// Keeps the values of all zones of a pass.
class ValueKeeper : public PieceVisitor {
public:
    explicit ValueKeeper(std::span<const std::int64_t> zones)
        : zones_(zones), pieces_(zones.size()) {}

    void begin(std::size_t count) override { found_ = std::vector<CellValues>(count); }
    void visit(std::size_t index, const ZonePiece& piece, RasterView<const float> block) override {
        found_[index] = valuesOf(piece.runs, block);
    }
    void merge(std::size_t index, const ZonePiece& piece) override {
        const auto slot = std::lower_bound(zones_.begin(), zones_.end(), piece.zone);
        pieces_[static_cast<std::size_t>(slot - zones_.begin())].push_back(
            std::move(found_[index]));
    }

    std::span<const CellValues> piecesOf(std::size_t slot) const { return pieces_[slot]; }

private:
    std::span<const std::int64_t> zones_;  // sorted
    std::vector<std::vector<CellValues>> pieces_;
    std::vector<CellValues> found_;
};

/// Adds areas to histograms of the order key. Whole numbers: the order of adding does not matter,
/// so all threads share the bins.
class HistogramMaker : public PieceVisitor {
public:
    explicit HistogramMaker(std::size_t histograms) : areas_(histograms * RankSelection::kBins) {}

    void begin(std::size_t) override {}
    void merge(std::size_t, const ZonePiece&) override {}
    void visit(std::size_t, const ZonePiece& piece, RasterView<const float> block) override {
        const CellValues cells = valuesOf(piece.runs, block);
        for (const float value : cells.full) {
            add(orderKey(value), kUnitsPerCell);
        }
        for (const CellValues::Cut& cell : cells.cut) {
            add(orderKey(cell.value), cell.units);
        }
    }

    std::vector<AreaUnits> areas() const { return {areas_.begin(), areas_.end()}; }

protected:
    virtual void add(std::uint32_t key, AreaUnits units) = 0;
    void addTo(std::size_t bin, AreaUnits units) {
        areas_[bin].fetch_add(units, std::memory_order_relaxed);
    }

private:
    std::vector<std::atomic<AreaUnits>> areas_;
};

class HighBits : public HistogramMaker {
public:
    HighBits() : HistogramMaker(1) {}

protected:
    void add(std::uint32_t key, AreaUnits units) override { addTo(key >> 16U, units); }
};

class LowBits : public HistogramMaker {
public:
    explicit LowBits(const RankSelection& selection)
        : HistogramMaker(selection.histogramCount()), selection_(selection) {}

protected:
    void add(std::uint32_t key, AreaUnits units) override {
        if (const std::int32_t slot = selection_.histogramOf(key); slot >= 0) {
            addTo(static_cast<std::size_t>(slot) * RankSelection::kBins + (key & 0xFFFFU), units);
        }
    }

private:
    const RankSelection& selection_;
};

/// Zones whose values are in memory together; a zone too large for that is alone.
struct Batch {
    std::vector<std::size_t> members;  // of `zones`, sorted by zone
    std::int64_t bytes = 0;
};

std::vector<Batch> batchesOf(std::span<const QuantileZone> zones, const PolygonCoverage& coverage,
                             std::int64_t limit) {
    // From north to south: zones of one batch then share the blocks that they read.
    std::vector<std::size_t> order(zones.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return coverage.stripsOf(zones[a].zone).first < coverage.stripsOf(zones[b].zone).first;
    });
    std::vector<Batch> batches;
    for (const std::size_t member : order) {
        const std::int64_t bytes = zones[member].bytes;
        if (batches.empty() || batches.back().bytes + bytes > limit) {
            batches.emplace_back();
        }
        batches.back().members.push_back(member);
        batches.back().bytes += bytes;
    }
    for (Batch& batch : batches) {
        std::sort(batch.members.begin(), batch.members.end(),
                  [&](std::size_t a, std::size_t b) { return zones[a].zone < zones[b].zone; });
    }
    return batches;
}

/// Two passes in a fixed amount of memory, for a zone whose values do not fit into it.
std::vector<double> largeZoneQuantiles(ZonePass& pass, std::int64_t zone,
                                       std::span<const double> shares, const Progress& progress) {
    const std::vector<std::int64_t> zones{zone};
    HighBits high;
    pass.run(zones, high, progress.part(0.0, 0.5, "quantiles"));
    RankSelection selection(shares);
    selection.narrow(high.areas());
    LowBits low(selection);
    pass.run(zones, low, progress.part(0.5, 1.0, "quantiles"));
    return selection.finish(low.areas());
}

/// One pass, after which the values of all `zones` (sorted) are in memory.
std::vector<std::vector<double>> keptQuantiles(ZonePass& pass, std::span<const std::int64_t> zones,
                                               std::span<const double> shares,
                                               const Progress& progress) {
    ValueKeeper keeper(zones);
    pass.run(zones, keeper, progress);
    std::vector<std::vector<double>> quantiles(zones.size());
    parallelFor(
        static_cast<std::int64_t>(zones.size()), progress.stopToken(), [&](std::int64_t index) {
            const auto slot = static_cast<std::size_t>(index);
            quantiles[slot] = areaQuantiles(keeper.piecesOf(slot), shares, progress.stopToken());
        });
    return quantiles;
}

}  // namespace

std::vector<std::vector<double>> zoneQuantiles(const PolygonCoverage& coverage,
                                               const RasterSource& values,
                                               std::span<const QuantileZone> zones,
                                               std::span<const double> shares, MemoryBudget& memory,
                                               const Progress& progress) {
    std::vector<std::vector<double>> quantiles(zones.size());
    const std::int64_t limit = memory.available() / 2;
    const auto batches = batchesOf(zones, coverage, limit);
    ZonePass pass(coverage, values, memory);
    for (std::size_t number = 0; number < batches.size(); ++number) {
        const Batch& batch = batches[number];
        const auto count = static_cast<double>(batches.size());
        const Progress part = progress.part(static_cast<double>(number) / count,
                                            static_cast<double>(number + 1) / count, "quantiles");
        if (batch.bytes > limit) {
            const std::size_t only = batch.members.front();
            quantiles[only] = largeZoneQuantiles(pass, zones[only].zone, shares, part);
            continue;
        }
        const auto reserved = memory.reserve(batch.bytes);
        std::vector<std::int64_t> ids;
        for (const std::size_t member : batch.members) {
            ids.push_back(zones[member].zone);
        }
        auto found = keptQuantiles(pass, ids, shares, part);
        for (std::size_t index = 0; index < ids.size(); ++index) {
            quantiles[batch.members[index]] = std::move(found[index]);
        }
    }
    return quantiles;
}

}  // namespace lommer::core
