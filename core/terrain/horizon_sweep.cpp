#include "core/terrain/horizon_sweep.h"

#include "core/engine/parallel.h"
#include "core/raster/scratch_raster.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

namespace lommer::core {
namespace {

constexpr std::int64_t kBand = 512;
constexpr std::int64_t kLinesPerTask = 64;
constexpr std::int64_t kHullBytes = 2048;  // of a line, and room to spare
constexpr double kStepUp = 2.0;            // metres; what rises more is a wall (as in the march)

/// A corner of the hull: how far along the line (metres, growing with looking) and how high.
struct HullPoint {
    double position;
    double height;
};

/// One line of sight while it is swept from its far end.
struct Line {
    std::vector<HullPoint> hull;  // the nearest last
    /// The cell passed last; NaN where there was none or a hole.
    float passed = std::numeric_limits<float>::quiet_NaN();
};

double slopeTo(const HullPoint& from, const HullPoint& to) noexcept {
    return (to.height - from.height) / (to.position - from.position);
}

/// Adds what stands nearest; corners that it hides for everything still to come go.
void addNearest(std::vector<HullPoint>& hull, const HullPoint& point) {
    while (hull.size() >= 2 &&
           slopeTo(point, hull.back()) <= slopeTo(point, hull[hull.size() - 2])) {
        hull.pop_back();
    }
    hull.push_back(point);
}

/// Tangent of the horizon angle from `eye`, at least 0. Along a convex hull the slopes first rise
/// and then fall.
double horizonSlope(const std::vector<HullPoint>& hull, const HullPoint& eye) noexcept {
    if (hull.empty()) {
        return 0.0;
    }
    std::size_t corner = hull.size() - 1;
    double best = slopeTo(eye, hull[corner]);
    while (corner > 0) {
        const double next = slopeTo(eye, hull[corner - 1]);
        if (next < best) {
            break;
        }
        best = next;
        --corner;
    }
    return std::max(0.0, best);
}

/// All lines of one direction over a raster. A cell is at `along` (column or row, as the direction
/// runs) and `across`; its line has the number across - (shift at `along`) - lowest.
class LineSet {
public:
    LineSet(const RayDirection& direction, const SkyViewSettings& settings, double cellSize,
            std::int64_t alongCount, std::int64_t acrossCount)
        : direction_(direction),
          stepMetres_(direction.stepCells * cellSize),
          halfCell_(0.5 * cellSize),
          eyes_(settings.observerHeight),
          hasWallFaces_(settings.hasWallFaces),
          acrossCount_(acrossCount) {
        for (std::int64_t along = 0; along < alongCount; ++along) {
            shifts_.push_back(static_cast<std::int64_t>(
                std::round(static_cast<double>(direction.sign * along) * direction.slope)));
        }
        const std::int64_t end = shifts_.back();
        lowest_ = -std::max<std::int64_t>(0, end);
        lines_.resize(static_cast<std::size_t>(acrossCount + std::abs(end)));
    }

    std::int64_t count() const noexcept { return static_cast<std::int64_t>(lines_.size()); }

    /// The place across of the cell of a line; outside the raster where it has none there.
    std::int64_t acrossOf(std::int64_t line, std::int64_t along) const noexcept {
        return line + lowest_ + shifts_[static_cast<std::size_t>(along)];
    }
    bool isInside(std::int64_t across) const noexcept {
        return across >= 0 && across < acrossCount_;
    }

    /// Takes the next cell of a line; the share of the sky that it sees in this direction.
    float next(std::int64_t number, std::int64_t along, float height) {
        Line& line = lines_[static_cast<std::size_t>(number)];
        const double position = static_cast<double>(direction_.sign * along) * stepMetres_;
        if (!std::isnan(line.passed)) {
            const bool isWall =
                hasWallFaces_ &&
                (std::isnan(height) ||
                 static_cast<double>(line.passed) - static_cast<double>(height) > kStepUp);
            addNearest(line.hull, {position + stepMetres_ - (isWall ? halfCell_ : 0.0),
                                   static_cast<double>(line.passed)});
        }
        line.passed = height;
        if (std::isnan(height)) {
            return 0.0F;
        }
        const double slope =
            horizonSlope(line.hull, {position, static_cast<double>(height) + eyes_});
        return static_cast<float>(1.0 / (1.0 + slope * slope));
    }

private:
    RayDirection direction_;
    double stepMetres_;
    double halfCell_;
    double eyes_;
    bool hasWallFaces_;
    std::int64_t acrossCount_;
    std::vector<std::int64_t> shifts_;
    std::int64_t lowest_ = 0;
    std::vector<Line> lines_;
};

/// Heights and sums of a band, in memory: copied from and to the scratch rasters, or those
/// themselves.
class Band {
public:
    Band(ScratchRaster& heights, ScratchRaster& sums, const CellWindow& window)
        : sums_(sums), window_(window) {
        if (const auto all = heights.inMemory()) {
            heightView_ = all->part(window);
        } else {
            heightBuffer_ = RasterBuffer<float>(window.columns, window.rows);
            heights.read(window, heightBuffer_.view());
            heightView_ = heightBuffer_.view();
        }
        if (const auto all = sums.inMemory()) {
            sumView_ = all->part(window);
        } else {
            sumBuffer_ = RasterBuffer<float>(window.columns, window.rows);
            sums.read(window, sumBuffer_.view());
            sumView_ = sumBuffer_.view();
        }
    }

    RasterView<float> heights() const { return *heightView_; }
    RasterView<float> sums() const { return *sumView_; }
    void store() {
        if (!sums_.isInMemory()) {
            sums_.write(window_, sumBuffer_.view());
        }
    }

private:
    ScratchRaster& sums_;
    CellWindow window_;
    RasterBuffer<float> heightBuffer_;
    RasterBuffer<float> sumBuffer_;
    std::optional<RasterView<float>> heightView_;
    std::optional<RasterView<float>> sumView_;
};

/// Sweeps some lines over a band. Lines that run along rows go one after another, those along
/// columns side by side, so that memory is walked through in order.
void sweepLines(LineSet& lines, const RayDirection& direction, const Band& band,
                std::int64_t firstAlong, std::int64_t firstLine, std::int64_t endLine,
                const Progress& progress) {
    const RasterView<float> heights = band.heights();
    const RasterView<float> sums = band.sums();
    const std::int64_t count = direction.isAlongRows ? heights.columns() : heights.rows();
    const auto alongAt = [&](std::int64_t step) {
        return firstAlong + (direction.sign > 0 ? count - 1 - step : step);
    };
    const auto visit = [&](std::int64_t line, std::int64_t along) {
        const std::int64_t across = lines.acrossOf(line, along);
        if (lines.isInside(across)) {
            const std::int64_t row = direction.isAlongRows ? across : along - firstAlong;
            const std::int64_t column = direction.isAlongRows ? along - firstAlong : across;
            sums(row, column) += lines.next(line, along, heights(row, column));
        }
    };
    if (direction.isAlongRows) {
        for (std::int64_t line = firstLine; line < endLine; ++line) {
            progress.checkpoint();
            for (std::int64_t step = 0; step < count; ++step) {
                visit(line, alongAt(step));
            }
        }
        return;
    }
    for (std::int64_t step = 0; step < count; ++step) {
        progress.checkpoint();
        for (std::int64_t line = firstLine; line < endLine; ++line) {
            visit(line, alongAt(step));
        }
    }
}

/// The band number `index` in the order in which a direction is swept: the furthest first.
CellWindow bandOf(const RayDirection& direction, const Grid& grid, std::int64_t index) {
    const std::int64_t length = direction.isAlongRows ? grid.columns() : grid.rows();
    const std::int64_t bands = (length + kBand - 1) / kBand;
    const std::int64_t first = (direction.sign > 0 ? bands - 1 - index : index) * kBand;
    const std::int64_t count = std::min(kBand, length - first);
    return direction.isAlongRows ? CellWindow{first, 0, count, grid.rows()}
                                 : CellWindow{0, first, grid.columns(), count};
}

void sweepDirection(const RayDirection& direction, const SkyViewSettings& settings,
                    const Grid& grid, ScratchRaster& heights, ScratchRaster& sums,
                    const Progress& progress) {
    const std::int64_t along = direction.isAlongRows ? grid.columns() : grid.rows();
    const std::int64_t across = direction.isAlongRows ? grid.rows() : grid.columns();
    LineSet lines(direction, settings, grid.cellSize(), along, across);
    const std::int64_t bands = (along + kBand - 1) / kBand;
    const std::int64_t tasks = (lines.count() + kLinesPerTask - 1) / kLinesPerTask;
    for (std::int64_t index = 0; index < bands; ++index) {
        const CellWindow window = bandOf(direction, grid, index);
        Band band(heights, sums, window);
        const std::int64_t firstAlong = direction.isAlongRows ? window.column : window.row;
        parallelFor(tasks, progress.stopToken(), [&](std::int64_t task) {
            const std::int64_t firstLine = task * kLinesPerTask;
            sweepLines(lines, direction, band, firstAlong, firstLine,
                       std::min(firstLine + kLinesPerTask, lines.count()), progress);
        });
        band.store();
        progress.report(static_cast<double>(index + 1) / static_cast<double>(bands));
    }
}

}  // namespace

HorizonSweep::HorizonSweep(const SkyViewSettings& settings, const RasterSource& surface,
                           MemoryBudget& memory, Scratch& scratch)
    : settings_(settings), surface_(surface), memory_(memory), scratch_(scratch) {}

std::int64_t HorizonSweep::run(const CellWindow& wanted, RasterSink& sink,
                               const Progress& progress) const {
    const Grid& grid = surface_.grid();
    // What the bands and the hulls hold, in case the rasters do not leave them room.
    const std::int64_t longest = std::max(grid.columns(), grid.rows());
    const auto reserved = memory_.reserve(longest * (2 * kBand * 4 + kHullBytes));
    ScratchRaster heights(grid.columns(), grid.rows(), memory_, scratch_);
    ScratchRaster sums(grid.columns(), grid.rows(), memory_, scratch_);
    const TileLayout all(grid.window(), kBand);
    forEachTile(all, progress.part(0.0, 0.05, "heights"), [&](const CellWindow& tile) {
        RasterBuffer<float> values(tile.columns, tile.rows);
        surface_.read(tile, values.view());
        heights.write(tile, values.view());
        sums.write(tile, RasterBuffer<float>(tile.columns, tile.rows).view());
    });
    for (int index = 0; index < settings_.directions; ++index) {
        const double from = 0.05 + 0.9 * index / settings_.directions;
        const double to = 0.05 + 0.9 * (index + 1) / settings_.directions;
        sweepDirection(RayDirection(360.0 * index / settings_.directions), settings_, grid, heights,
                       sums, progress.part(from, to, "horizon"));
    }
    std::atomic<std::int64_t> known{0};
    const auto directions = static_cast<float>(settings_.directions);
    const TileLayout layout(wanted, kBand);
    forEachTile(layout, progress.part(0.95, 1.0, "horizon"), [&](const CellWindow& tile) {
        RasterBuffer<float> skyView(tile.columns, tile.rows);
        RasterBuffer<float> ground(tile.columns, tile.rows);
        sums.read(tile, skyView.view());
        heights.read(tile, ground.view());
        std::int64_t count = 0;
        for (std::size_t cell = 0; cell < skyView.values().size(); ++cell) {
            const bool isHole = std::isnan(ground.values()[cell]);
            count += isHole ? 0 : 1;
            skyView.values()[cell] = isHole ? std::numeric_limits<float>::quiet_NaN()
                                            : skyView.values()[cell] / directions;
        }
        known += count;
        sink.write(tile.countedFrom(wanted), skyView.view());
    });
    return known;
}

}  // namespace lommer::core
