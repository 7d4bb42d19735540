#include "core/terrain/filled_ground.h"

#include "core/engine/parallel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace lommer::core {
namespace {

constexpr std::int64_t kSquare = 8;  // cells of the finest level
constexpr std::int64_t kRead = 512;  // cells; a multiple of the coarsest square
constexpr std::size_t kLevels = 7;   // squares of 8 to 512 cells
constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();

std::int64_t floorDivided(std::int64_t value, std::int64_t by) noexcept {
    return value >= 0 ? value / by : -((by - 1 - value) / by);
}

CellWindow squaresOf(const CellWindow& cells, std::int64_t side) noexcept {
    const std::int64_t column = floorDivided(cells.column, side);
    const std::int64_t row = floorDivided(cells.row, side);
    return {column, row, floorDivided(cells.endColumn() - 1, side) - column + 1,
            floorDivided(cells.endRow() - 1, side) - row + 1};
}

/// All cells of the reads that `cells` touches.
CellWindow wholeReads(const CellWindow& cells) noexcept {
    if (cells.isEmpty()) {
        return {};
    }
    const CellWindow reads = squaresOf(cells, kRead);
    return {reads.column * kRead, reads.row * kRead, reads.columns * kRead, reads.rows * kRead};
}

/// Sum and number of what is known.
struct Mean {
    double sum = 0.0;
    std::int64_t count = 0;

    void add(float value) noexcept {
        if (!std::isnan(value)) {
            sum += static_cast<double>(value);
            ++count;
        }
    }
    float value() const noexcept {
        return count == 0 ? kUnknown : static_cast<float>(sum / static_cast<double>(count));
    }
};

/// Of a square of the finest level, its columns side by side: one sum would be a chain of waits.
float meanOf(RasterView<const float> square) noexcept {
    std::array<double, kSquare> sums{};
    std::array<std::int32_t, kSquare> known{};
    for (std::int64_t row = 0; row < kSquare; ++row) {
        const float* cells = square.row(row);
        for (std::size_t column = 0; column < kSquare; ++column) {
            const float value = cells[column];
            const bool isKnown = value == value;  // NOLINT(misc-redundant-expression)
            sums[column] += isKnown ? static_cast<double>(value) : 0.0;
            known[column] += isKnown ? 1 : 0;
        }
    }
    Mean mean;
    for (std::size_t column = 0; column < kSquare; ++column) {
        mean.sum += sums[column];
        mean.count += known[column];
    }
    return mean.value();
}

}  // namespace

FilledGround::FilledGround(const RasterSource& ground, const CellWindow& wanted,
                           MemoryBudget& memory, Scratch& scratch, const Progress& progress)
    : measured_(ground, wholeReads(intersection(wanted, ground.grid().window())), memory, scratch) {
    // From a corner that all levels share, so that squares do not depend on what is wanted.
    const CellWindow near = intersection(wanted.grownBy(kReachCells), ground.grid().window());
    const CellWindow reads = squaresOf(near, kRead);
    const std::int64_t perRead = kRead / kSquare;
    Level finest{{reads.column * perRead, reads.row * perRead, reads.columns * perRead,
                  reads.rows * perRead},
                 {}};
    reserved_ =
        memory.reserve(finest.squares.cellCount() * 2 * static_cast<std::int64_t>(sizeof(float)));
    finest.means.assign(static_cast<std::size_t>(finest.squares.cellCount()), kUnknown);
    parallelFor(reads.cellCount(), progress.stopToken(), [&](std::int64_t index) {
        const CellWindow cells{(reads.column + index % reads.columns) * kRead,
                               (reads.row + index / reads.columns) * kRead, kRead, kRead};
        auto values = RasterBuffer<float>::unfilled(kRead, kRead);
        ground.read(cells, values.view());
        takeIn(cells, values.view(), finest, progress);
        progress.advance(reads.cellCount());
    });
    levels_.push_back(std::move(finest));
    while (levels_.size() < kLevels) {
        addCoarser();
    }
    for (std::size_t level = kLevels - 1; level > 0; --level) {
        fillFromCoarser(level - 1);
    }
    levels_.resize(1);
}

void FilledGround::takeIn(const CellWindow& cells, RasterView<const float> values, Level& finest,
                          const Progress& progress) {
    const CellWindow squares = squaresOf(cells, kSquare);
    for (std::int64_t row = 0; row < squares.rows; ++row) {
        progress.checkpoint();
        float* means = finest.means.data() +
                       (squares.row + row - finest.squares.row) * finest.squares.columns +
                       (squares.column - finest.squares.column);
        for (std::int64_t column = 0; column < squares.columns; ++column) {
            means[column] =
                meanOf(values.part({column * kSquare, row * kSquare, kSquare, kSquare}));
        }
    }
    measured_.put(cells, values);
}

float FilledGround::Level::at(std::int64_t column, std::int64_t row) const noexcept {
    column = std::clamp(column, squares.column, squares.endColumn() - 1) - squares.column;
    row = std::clamp(row, squares.row, squares.endRow() - 1) - squares.row;
    return means[static_cast<std::size_t>(row * squares.columns + column)];
}

float FilledGround::Level::between(double x, double y) const noexcept {
    const double left = std::floor(x - 0.5);
    const double top = std::floor(y - 0.5);
    const double east = x - 0.5 - left;
    const double south = y - 0.5 - top;
    const auto column = static_cast<std::int64_t>(left);
    const auto row = static_cast<std::int64_t>(top);
    double sum = 0.0;
    double weights = 0.0;
    const auto add = [&](float value, double weight) {
        if (!std::isnan(value)) {
            sum += weight * static_cast<double>(value);
            weights += weight;
        }
    };
    add(at(column, row), (1.0 - east) * (1.0 - south));
    add(at(column + 1, row), east * (1.0 - south));
    add(at(column, row + 1), (1.0 - east) * south);
    add(at(column + 1, row + 1), east * south);
    return weights > 0.0 ? static_cast<float>(sum / weights) : kUnknown;
}

void FilledGround::addCoarser() {
    const Level& finer = levels_.back();
    Level level{{finer.squares.column / 2, finer.squares.row / 2, finer.squares.columns / 2,
                 finer.squares.rows / 2},
                {}};
    level.means.reserve(static_cast<std::size_t>(level.squares.cellCount()));
    for (std::int64_t row = 0; row < level.squares.rows; ++row) {
        for (std::int64_t column = 0; column < level.squares.columns; ++column) {
            Mean mean;
            for (std::int64_t part = 0; part < 4; ++part) {
                mean.add(finer.means[static_cast<std::size_t>(
                    (2 * row + part / 2) * finer.squares.columns + 2 * column + part % 2)]);
            }
            level.means.push_back(mean.value());
        }
    }
    levels_.push_back(std::move(level));
}

void FilledGround::fillFromCoarser(std::size_t level) {
    Level& finer = levels_[level];
    const Level& coarser = levels_[level + 1];
    for (std::int64_t row = 0; row < finer.squares.rows; ++row) {
        for (std::int64_t column = 0; column < finer.squares.columns; ++column) {
            float& mean =
                finer.means[static_cast<std::size_t>(row * finer.squares.columns + column)];
            if (std::isnan(mean)) {
                mean = coarser.between(
                    0.5 * (static_cast<double>(finer.squares.column + column) + 0.5),
                    0.5 * (static_cast<double>(finer.squares.row + row) + 0.5));
            }
        }
    }
}

void FilledGround::read(const CellWindow& window, RasterView<float> values) const {
    measured_.read(window, values);
    fill(window, values);
}

void FilledGround::fill(const CellWindow& window, RasterView<float> values) const {
    const CellWindow inside = intersection(window, grid().window());
    const double perSquare = 1.0 / static_cast<double>(kSquare);
    for (std::int64_t row = inside.row; row < inside.endRow(); ++row) {
        float* cells = values.row(row - window.row);
        for (std::int64_t column = inside.column; column < inside.endColumn(); ++column) {
            float& cell = cells[column - window.column];
            if (std::isnan(cell)) {
                cell = levels_.front().between((static_cast<double>(column) + 0.5) * perSquare,
                                               (static_cast<double>(row) + 0.5) * perSquare);
            }
        }
    }
}

}  // namespace lommer::core
