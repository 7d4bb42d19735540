#pragma once

#include "core/raster/raster_view.h"
#include "core/statistics/neumaier_sum.h"
#include "core/statistics/polygon_coverage.h"

#include <cstdint>
#include <limits>
#include <span>

namespace lommer::core {

/// Sums over the cells of one anchor block that one zone covers, each cell weighted with the part
/// of it that is covered. Sums are taken of the difference with `shift`, a value that occurs, so
/// that a large mean does not swallow a small spread.
struct PieceStatistics {
    double covered = 0.0;  // cells, with and without a value
    double weight = 0.0;   // cells with a value
    double shift = 0.0;
    double sum = 0.0;      // of weight * (value - shift)
    double squares = 0.0;  // of weight * (value - shift)^2
    float minimum = std::numeric_limits<float>::infinity();
    float maximum = -std::numeric_limits<float>::infinity();
    std::int64_t fullCells = 0;
    std::int64_t cutCells = 0;
};

/// `block` holds the values of the anchor block, NaN for holes; `runs` lie inside it.
PieceStatistics statisticsOf(std::span<const CoverageRun> runs, RasterView<const float> block);

/// The statistics of a zone, put together piece by piece. The outcome depends on the order of the
/// pieces in its last bits: add them in the order of the anchor blocks.
/// Source of the merging: Chan, Golub & LeVeque (1983), Algorithms for computing the sample
/// variance, The American Statistician 37.
class ZoneStatistics {
public:
    void add(const PieceStatistics& piece) noexcept;

    /// Cells covered, with and without a value.
    double covered() const noexcept { return covered_.value(); }
    /// Cells covered that have a value: the sum of their fractions.
    double count() const noexcept { return count_.value(); }
    /// How many cells lie wholly inside, and how many the edge cuts.
    std::int64_t fullCells() const noexcept { return fullCells_; }
    std::int64_t cutCells() const noexcept { return cutCells_; }
    bool isEmpty() const noexcept { return !(count() > 0.0); }
    double sum() const noexcept { return sum_.value(); }

    // The rest has a meaning only where there are cells with a value.
    double mean() const noexcept { return sum() / count(); }
    double minimum() const noexcept { return static_cast<double>(minimum_); }
    double maximum() const noexcept { return static_cast<double>(maximum_); }
    /// Standard deviation of the whole population (divided by count, not by count - 1).
    double standardDeviation() const noexcept;

private:
    NeumaierSum covered_;
    NeumaierSum count_;
    NeumaierSum sum_;
    std::int64_t fullCells_ = 0;
    std::int64_t cutCells_ = 0;
    double runningMean_ = 0.0;
    double squares_ = 0.0;  // of differences with the mean
    float minimum_ = std::numeric_limits<float>::infinity();
    float maximum_ = -std::numeric_limits<float>::infinity();
};

}  // namespace lommer::core
