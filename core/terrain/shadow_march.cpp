#include "core/terrain/shadow_march.h"

#include "core/base/assert.h"
#include "core/raster/value_range.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lommer::core {
namespace {

constexpr std::int64_t kChunk = 256;
static_assert(kChunk <= static_cast<std::int64_t>(kMarchCells));
// Rows that share one look at how high the obstacles around them are.
constexpr std::int64_t kRowsTogether = 32;
// Cells; a ray that passes a centre nearer than this goes through it.
constexpr double kOnACentre = 1e-6;

double tangent(double degrees) {
    return std::tan(degrees * std::numbers::pi / 180.0);
}

/// Some rows of a stretch of cells, with the steps that can matter there.
struct Piece {
    CellWindow cells;
    std::span<const ShadowStep> steps;
};

/// All of `cells`. Steps are left out that would need something higher than anything in `around`.
std::vector<Piece> piecesOf(RasterView<const float> around, RasterView<const float> cells,
                            std::span<const ShadowStep> steps) {
    std::vector<Piece> pieces;
    const ValueRange all = valueRangeOf(around);
    for (std::int64_t row = 0; row < cells.rows(); row += kRowsTogether) {
        for (std::int64_t column = 0; column < cells.columns(); column += kChunk) {
            const CellWindow part{column, row, std::min(kChunk, cells.columns() - column),
                                  std::min(kRowsTogether, cells.rows() - row)};
            ValueRange range = valueRangeOf(cells.part(part));
            range.highest = all.highest;
            const double spread = range.spread();
            const auto end =
                std::partition_point(steps.begin(), steps.end(), [spread](const ShadowStep& step) {
                    return static_cast<double>(step.drop) < spread;
                });
            const auto needed = static_cast<std::size_t>(end - steps.begin());
            pieces.push_back(
                {part, steps.first((needed + kStepsAtOnce - 1) / kStepsAtOnce * kStepsAtOnce)});
        }
    }
    return pieces;
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
    while (steps.size() % kStepsAtOnce != 0) {
        steps.push_back(steps.back());
    }
    return steps;
}

void ShadowMarch::compute(const WindowTile& tile, RasterView<float> lit, const Progress& progress,
                          const MarchKernels& kernels) const {
    const std::vector<ShadowStep> steps = stepsFor(tile.values.stride());
    const RasterView<float> cells =
        tile.values.part({tile.origin.column, tile.origin.row, lit.columns(), lit.rows()});
    const std::vector<Piece> pieces = piecesOf(tile.values, cells, steps);
    fillHoles(tile.values);
    for (const Piece& piece : pieces) {
        const auto columns = static_cast<std::size_t>(piece.cells.columns);
        for (std::int64_t row = piece.cells.row; row < piece.cells.endRow(); ++row) {
            progress.checkpoint();
            kernels.castShade(piece.steps, cells.row(row) + piece.cells.column,
                              {lit.row(row) + piece.cells.column, columns});
        }
    }
}

}  // namespace lommer::core
