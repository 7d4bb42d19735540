#include "core/analyses/basic/difference/clear_difference.h"

#include "core/raster/block_reduce.h"
#include "core/statistics/zone_pass.h"

#include <cmath>
#include <numeric>

namespace lommer::core {
namespace {

constexpr auto kUnits = static_cast<double>(kUnitsPerCell);

/// Adds up the pieces of all areas.
class AreaMaker : public PieceVisitor {
public:
    AreaMaker(std::vector<ClearDifference>& areas, double limit) : areas_(areas), limit_(limit) {}

    void begin(std::size_t count) override { found_.assign(count, ClearDifference(limit_)); }
    void visit(std::size_t index, const ZonePiece& piece, RasterView<const float> block) override {
        for (const CoverageRun& run : piece.runs) {
            const AreaUnits units = unitsOf(run.fraction);
            for (std::int64_t column = run.column; column < run.column + run.length; ++column) {
                found_[index].add(block(run.row, column), units);
            }
        }
    }
    void merge(std::size_t index, const ZonePiece& piece) override {
        areas_[static_cast<std::size_t>(piece.zone)].add(found_[index]);
    }

private:
    std::vector<ClearDifference>& areas_;
    double limit_;
    std::vector<ClearDifference> found_;
};

}  // namespace

void ClearDifference::add(float difference, AreaUnits units) noexcept {
    if (std::isnan(difference)) {
        return;
    }
    const auto value = static_cast<double>(difference);
    all_ += units;
    higher_ += value >= limit_ ? units : 0;
    lower_ += value <= -limit_ ? units : 0;
    sum_.add(value * (static_cast<double>(units) / kUnits));
}

void ClearDifference::add(const ClearDifference& other) noexcept {
    all_ += other.all_;
    higher_ += other.higher_;
    lower_ += other.lower_;
    sum_.add(other.sum_.value());
}

double ClearDifference::cells() const noexcept {
    return static_cast<double>(all_) / kUnits;
}

double ClearDifference::shareOf(AreaUnits units) const noexcept {
    return static_cast<double>(units) / static_cast<double>(all_);
}

ClearDifference writeDifferences(const RasterSource& differences, const CellWindow& window,
                                 double limit, RasterSink& sink, const Progress& progress) {
    ClearDifference all(limit);
    reduceBlocks<ClearDifference>(
        differences, window, progress,
        [&](const CellWindow& cells, RasterView<const float> values) {
            sink.write(cells.countedFrom(window), values);
            ClearDifference part(limit);
            for (std::int64_t row = 0; row < values.rows(); ++row) {
                for (std::int64_t column = 0; column < values.columns(); ++column) {
                    part.add(values(row, column), kUnitsPerCell);
                }
            }
            return part;
        },
        [&all](const ClearDifference& part) { all.add(part); });
    return all;
}

std::vector<ClearDifference> differencesOfAreas(const RasterSource& differences,
                                                const GeometryColumn& areas, double limit,
                                                MemoryBudget& memory, const Progress& progress) {
    std::vector<ClearDifference> found(static_cast<std::size_t>(areas.rowCount()),
                                       ClearDifference(limit));
    const PolygonCoverage coverage(areas, differences.grid());
    std::vector<std::int64_t> all(found.size());
    std::iota(all.begin(), all.end(), 0);
    AreaMaker maker(found, limit);
    ZonePass(coverage, differences, memory).run(all, maker, progress);
    return found;
}

}  // namespace lommer::core
