#include "core/terrain/shadow_march.h"

#include "core/base/assert.h"
#include "core/terrain/height_blocks.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lommer::core {
namespace {

// The cells that share one look at what stands between them and the sun.
constexpr std::int64_t kPieceRows = 32;
constexpr std::int64_t kPieceColumns = 64;
// Cells; a ray that passes a centre nearer than this goes through it.
constexpr double kOnACentre = 1e-6;

double tangent(double degrees) {
    return std::tan(degrees * std::numbers::pi / 180.0);
}

CellWindow shifted(const CellWindow& cells, CellIndex offset) noexcept {
    return {cells.column + offset.column, cells.row + offset.row, cells.columns, cells.rows};
}

/// The smallest rectangle around both.
CellWindow hull(const CellWindow& a, const CellWindow& b) noexcept {
    const std::int64_t column = std::min(a.column, b.column);
    const std::int64_t row = std::min(a.row, b.row);
    return {column, row, std::max(a.endColumn(), b.endColumn()) - column,
            std::max(a.endRow(), b.endRow()) - row};
}

}  // namespace

ShadowMarch::ShadowMarch(const SunDirection& sun, double cellSize, double spread) {
    LOMMER_ASSERT(sun.elevationDegrees >= kLowestSun && sun.elevationDegrees <= 90.0);
    const RayDirection direction(sun.azimuthDegrees);
    const double dropPerStep =
        direction.stepCells * cellSize * tangent(std::min(sun.elevationDegrees, 89.999));
    for (std::int64_t step = 1;; ++step) {
        const double drop = static_cast<double>(step) * dropPerStep;
        if (drop >= std::min(spread, kHighestObstacle)) {
            break;
        }
        const double across = static_cast<double>(step) * direction.slope;
        const double nearest = std::round(across);
        const bool isBetween = std::abs(across - nearest) > kOnACentre;
        const double first = isBetween ? std::floor(across) : nearest;
        const double next = isBetween ? first + 1.0 : first;
        const double sideways = std::max(std::abs(first), std::abs(next));
        if (cellSize * std::hypot(static_cast<double>(step), sideways) >
            reach(sun.elevationDegrees)) {
            break;
        }
        places_.push_back({direction.offset(step, static_cast<std::int64_t>(first)),
                           direction.offset(step, static_cast<std::int64_t>(next)),
                           isBetween ? static_cast<float>(across - first) : 0.0F,
                           static_cast<float>(drop)});
        margins_.include(places_.back().near);
        margins_.include(places_.back().next);
    }
}

double ShadowMarch::reach(double elevationDegrees) noexcept {
    return kHighestObstacle / tangent(std::clamp(elevationDegrees, kLowestSun, 89.999));
}

CellIndex ShadowMarch::furthest() const noexcept {
    return places_.empty() ? CellIndex{} : places_.back().near;
}

std::vector<ShadowStep> ShadowMarch::stepsFor(std::int64_t stride) const {
    std::vector<ShadowStep> steps;
    const auto offsetOf = [stride](CellIndex cell) {
        return static_cast<std::ptrdiff_t>(cell.row * stride + cell.column);
    };
    for (const Place& place : places_) {
        steps.push_back({offsetOf(place.near), offsetOf(place.next), place.weight, place.drop});
    }
    while (steps.size() % kShadowStepsAtOnce != 0) {
        steps.push_back(steps.back());
    }
    return steps;
}

void ShadowMarch::keepNeeded(const HeightBlocks& blocks, const CellWindow& piece,
                             std::span<const ShadowStep> all,
                             std::vector<ShadowStep>& needed) const {
    needed.clear();
    const float lowest = blocks.around(piece).lowest;
    for (std::size_t first = 0; first < places_.size(); first += kShadowStepsAtOnce) {
        CellWindow seen = shifted(piece, places_[first].near);
        for (std::size_t step = first; step < std::min(first + kShadowStepsAtOnce, places_.size());
             ++step) {
            seen = hull(hull(seen, shifted(piece, places_[step].near)),
                        shifted(piece, places_[step].next));
        }
        ValueRange heights = blocks.around(seen);
        heights.lowest = std::min(lowest, heights.highest);
        if (heights.spread() > static_cast<double>(places_[first].drop)) {
            needed.insert(needed.end(), all.begin() + static_cast<std::ptrdiff_t>(first),
                          all.begin() + static_cast<std::ptrdiff_t>(first + kShadowStepsAtOnce));
        }
    }
}

void ShadowMarch::compute(const WindowTile& tile, RasterView<float> lit, const Progress& progress,
                          const MarchKernels& kernels) const {
    compute(tile, HeightBlocks(tile.values, progress), lit, progress, kernels);
}

void ShadowMarch::compute(const WindowTile& tile, const HeightBlocks& blocks, RasterView<float> lit,
                          const Progress& progress, const MarchKernels& kernels) const {
    const std::vector<ShadowStep> all = stepsFor(tile.values.stride());
    std::vector<ShadowStep> needed;
    needed.reserve(all.size());
    for (std::int64_t firstRow = 0; firstRow < lit.rows(); firstRow += kPieceRows) {
        for (std::int64_t column = 0; column < lit.columns(); column += kPieceColumns) {
            const CellWindow piece{column, firstRow,
                                   std::min(kPieceColumns, lit.columns() - column),
                                   std::min(kPieceRows, lit.rows() - firstRow)};
            progress.checkpoint();
            keepNeeded(blocks, shifted(piece, tile.origin), all, needed);
            kernels.castShade(needed, tile.values.part(shifted(piece, tile.origin)),
                              lit.part(piece));
        }
    }
}

}  // namespace lommer::core
