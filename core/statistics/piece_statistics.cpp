#include "core/statistics/piece_statistics.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lommer::core {
namespace {

/// Four sums side by side, so that the processor can work on four cells at once. Which cell goes
/// to which lane is fixed: the same bits whatever the width of the vectors.
class FullCells {
public:
    explicit FullCells(double shift) : shift_(shift) {
        minimum_.fill(std::numeric_limits<float>::infinity());
        maximum_.fill(-std::numeric_limits<float>::infinity());
    }

    void add(const float* values, std::int32_t count) noexcept {
        std::int32_t index = 0;
        for (; index + kLanes <= count; index += kLanes) {
            for (std::size_t lane = 0; lane < kLanes; ++lane) {
                addOne(values[index + static_cast<std::int32_t>(lane)], lane);
            }
        }
        for (std::size_t lane = 0; index < count; ++index, ++lane) {
            addOne(values[index], lane);
        }
    }

    void addTo(PieceStatistics& piece) const noexcept {
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            piece.weight += static_cast<double>(counts_[lane]);
            piece.sum += sums_[lane];
            piece.squares += squares_[lane];
            piece.minimum = std::min(piece.minimum, minimum_[lane]);
            piece.maximum = std::max(piece.maximum, maximum_[lane]);
        }
    }

private:
    static constexpr int kLanes = 4;

    void addOne(float value, std::size_t lane) noexcept {
        const bool isHole = std::isnan(value);
        const double difference = isHole ? 0.0 : static_cast<double>(value) - shift_;
        counts_[lane] += isHole ? 0 : 1;
        sums_[lane] += difference;
        squares_[lane] += difference * difference;
        minimum_[lane] = value < minimum_[lane] ? value : minimum_[lane];
        maximum_[lane] = value > maximum_[lane] ? value : maximum_[lane];
    }

    double shift_;
    std::array<double, kLanes> sums_{};
    std::array<double, kLanes> squares_{};
    std::array<std::int32_t, kLanes> counts_{};
    std::array<float, kLanes> minimum_{};
    std::array<float, kLanes> maximum_{};
};

/// Any value that occurs; 0 where there is none.
double firstValue(std::span<const CoverageRun> runs, RasterView<const float> block) {
    for (const CoverageRun& run : runs) {
        const float* values = block.row(run.row) + run.column;
        const float* end = values + run.length;
        const float* found = std::find_if(values, end, [](float v) { return !std::isnan(v); });
        if (found != end) {
            return static_cast<double>(*found);
        }
    }
    return 0.0;
}

void addCutCell(PieceStatistics& piece, double fraction, float value) noexcept {
    piece.covered += fraction;
    ++piece.cutCells;
    if (std::isnan(value)) {
        return;
    }
    const double difference = static_cast<double>(value) - piece.shift;
    piece.weight += fraction;
    piece.sum += fraction * difference;
    piece.squares += fraction * difference * difference;
    piece.minimum = std::min(piece.minimum, value);
    piece.maximum = std::max(piece.maximum, value);
}

}  // namespace

PieceStatistics statisticsOf(std::span<const CoverageRun> runs, RasterView<const float> block) {
    PieceStatistics piece;
    piece.shift = firstValue(runs, block);
    FullCells full(piece.shift);
    for (const CoverageRun& run : runs) {
        const float* values = block.row(run.row) + run.column;
        if (run.fraction < 1.0) {
            addCutCell(piece, run.fraction, *values);
        } else {
            piece.fullCells += run.length;
            full.add(values, run.length);
        }
    }
    piece.covered += static_cast<double>(piece.fullCells);
    full.addTo(piece);
    return piece;
}

void ZoneStatistics::add(const PieceStatistics& piece) noexcept {
    covered_.add(piece.covered);
    fullCells_ += piece.fullCells;
    cutCells_ += piece.cutCells;
    if (!(piece.weight > 0.0)) {
        return;
    }
    const double before = count_.value();
    const double total = before + piece.weight;
    const double pieceMean = piece.shift + piece.sum / piece.weight;
    const double pieceSquares =
        std::max(0.0, piece.squares - piece.sum * (piece.sum / piece.weight));
    const double difference = pieceMean - runningMean_;
    runningMean_ += difference * (piece.weight / total);
    squares_ += pieceSquares + difference * difference * (before * (piece.weight / total));
    count_.add(piece.weight);
    sum_.add(piece.shift * piece.weight);
    sum_.add(piece.sum);
    minimum_ = std::min(minimum_, piece.minimum);
    maximum_ = std::max(maximum_, piece.maximum);
}

double ZoneStatistics::standardDeviation() const noexcept {
    return std::sqrt(squares_ / count());
}

}  // namespace lommer::core
