#include "core/sample/sample_relief.h"

#include "core/sample/building_site.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lommer::core {
namespace {

constexpr double kSquareMetres = 256.0;
constexpr double kSeaLevelOffset = 13.5;
constexpr double kRisePerKilometreEast = 0.9;
constexpr double kRisePerKilometreNorth = 0.35;
/// The survey is of early 2022.
constexpr std::int64_t kLastSurveyedYear = 2021;
constexpr float kNoHeight = std::numeric_limits<float>::quiet_NaN();
/// Relief with slopes wider than this is a valley, in which ditches lie too.
constexpr float kValleySlope = 50.0F;
constexpr float kLowestCrown = 2.5F;

bool isSurveyed(const SampleBuilding& building) noexcept {
    return building.builtYear <= kLastSurveyedYear;
}

Bounds boundsOf(const TurnedRectangle& outline) noexcept {
    Bounds bounds;
    for (const double a : {-1.0, 1.0}) {
        for (const double b : {-1.0, 1.0}) {
            bounds.include(outline.at(a, b));
        }
    }
    return bounds;
}

Bounds boundsOf(const ReliefLine& line) noexcept {
    Bounds bounds;
    bounds.include(line.from);
    bounds.include(line.to);
    return bounds.grownBy(static_cast<double>(line.halfWidthMetres + line.slopeMetres));
}

double distanceTo(const ReliefLine& line, Point place) noexcept {
    const double x = line.to.x - line.from.x;
    const double y = line.to.y - line.from.y;
    const double length = x * x + y * y;
    const double part =
        std::clamp(((place.x - line.from.x) * x + (place.y - line.from.y) * y) / length, 0.0, 1.0);
    return std::hypot(place.x - line.from.x - part * x, place.y - line.from.y - part * y);
}

}  // namespace

/// One window while it is being filled.
struct SampleRelief::Work {
    const Grid& grid;
    CellWindow window;
    RasterView<float> terrain;
    RasterView<float> surface;
    RasterBuffer<float> valley;
    RasterBuffer<float> channel;
    RasterBuffer<float> raised;
    RasterBuffer<std::uint8_t> isWater;
    RasterBuffer<std::uint8_t> isRoof;

    template <class Change>
    void forCellsIn(const Bounds& bounds, const Change& change) {
        const CellWindow touched = intersection(grid.windowOf(bounds), window);
        for (std::int64_t row = touched.row; row < touched.endRow(); ++row) {
            for (std::int64_t column = touched.column; column < touched.endColumn(); ++column) {
                change(grid.centreOf({row, column}), row - window.row, column - window.column);
            }
        }
    }
};

SampleRelief::Index::Index(const Bounds& bounds)
    : bounds_(bounds),
      columns_(static_cast<std::int64_t>(bounds.width() / kSquareMetres) + 1),
      rows_(static_cast<std::int64_t>(bounds.height() / kSquareMetres) + 1),
      items_(static_cast<std::size_t>(columns_ * rows_)) {}

CellWindow SampleRelief::Index::squares(const Bounds& bounds) const {
    const auto square = [](double metres, std::int64_t count) {
        return std::clamp<std::int64_t>(static_cast<std::int64_t>(metres / kSquareMetres), 0,
                                        count - 1);
    };
    const std::int64_t column = square(bounds.xmin - bounds_.xmin, columns_);
    const std::int64_t row = square(bounds.ymin - bounds_.ymin, rows_);
    return {column, row, square(bounds.xmax - bounds_.xmin, columns_) - column + 1,
            square(bounds.ymax - bounds_.ymin, rows_) - row + 1};
}

void SampleRelief::Index::add(const Bounds& bounds, std::uint32_t item) {
    const CellWindow touched = squares(bounds);
    for (std::int64_t row = touched.row; row < touched.endRow(); ++row) {
        for (std::int64_t column = touched.column; column < touched.endColumn(); ++column) {
            items_[static_cast<std::size_t>(row * columns_ + column)].push_back(item);
        }
    }
}

std::vector<std::uint32_t> SampleRelief::Index::within(const Bounds& bounds) const {
    std::vector<std::uint32_t> found;
    const CellWindow touched = squares(bounds);
    for (std::int64_t row = touched.row; row < touched.endRow(); ++row) {
        for (std::int64_t column = touched.column; column < touched.endColumn(); ++column) {
            const auto& items = items_[static_cast<std::size_t>(row * columns_ + column)];
            found.insert(found.end(), items.begin(), items.end());
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

SampleRelief::SampleRelief(const Bounds& bounds, std::uint64_t seed)
    : bounds_(bounds),
      octaves_{Octave{SmoothNoise(mixed(seed ^ 301), 2600.0), 5.5},
               Octave{SmoothNoise(mixed(seed ^ 302), 640.0), 1.1},
               Octave{SmoothNoise(mixed(seed ^ 303), 170.0), 0.32},
               Octave{SmoothNoise(mixed(seed ^ 304), 44.0), 0.10},
               Octave{SmoothNoise(mixed(seed ^ 305), 9.0), 0.035}},
      undergrowth_(mixed(seed ^ 306), 5.0),
      buildingIndex_(bounds),
      treeIndex_(bounds),
      lineIndex_(bounds),
      basinIndex_(bounds) {}

void SampleRelief::add(const SampleBuilding& building) {
    if (isSurveyed(building)) {
        buildingIndex_.add(boundsOf(building.outline),
                           static_cast<std::uint32_t>(buildings_.size()));
        buildings_.push_back(building);
    }
}

void SampleRelief::add(const SampleTree& tree) {
    const auto radius = static_cast<double>(tree.crownRadiusMetres);
    Bounds crown;
    crown.include(tree.place);
    treeIndex_.add(crown.grownBy(radius), static_cast<std::uint32_t>(trees_.size()));
    trees_.push_back(tree);
}

void SampleRelief::add(const ReliefLine& line) {
    if (line.from != line.to) {
        lineIndex_.add(boundsOf(line), static_cast<std::uint32_t>(lines_.size()));
        lines_.push_back(line);
    }
}

void SampleRelief::addBasin(std::vector<Point> ring) {
    Bounds bounds;
    for (const Point& point : ring) {
        bounds.include(point);
    }
    basinIndex_.add(bounds, static_cast<std::uint32_t>(basins_.size()));
    basins_.push_back(std::move(ring));
}

double SampleRelief::groundHeight(Point place) const noexcept {
    double height = kSeaLevelOffset + kRisePerKilometreEast * (place.x - bounds_.xmin) / 1000.0 +
                    kRisePerKilometreNorth * (place.y - bounds_.ymin) / 1000.0;
    for (const Octave& octave : octaves_) {
        height += octave.metres * octave.noise.at(place);
    }
    return height;
}

void SampleRelief::fill(const Grid& grid, const CellWindow& window, RasterView<float> terrain,
                        RasterView<float> surface) const {
    const auto buffer = [&] { return RasterBuffer<float>(window.columns, window.rows, 0.0F); };
    const auto marks = [&] { return RasterBuffer<std::uint8_t>(window.columns, window.rows, 0); };
    Work work{grid, window, terrain, surface, buffer(), buffer(), buffer(), marks(), marks()};
    fillGround(work);
    const Bounds bounds = grid.boundsOf(window);
    for (const std::uint32_t line : lineIndex_.within(bounds)) {
        shape(work, lines_[line]);
    }
    addWater(work);
    for (std::int64_t row = 0; row < window.rows; ++row) {
        for (std::int64_t column = 0; column < window.columns; ++column) {
            const float ground = terrain(row, column) + work.valley.view()(row, column) +
                                 work.channel.view()(row, column) + work.raised.view()(row, column);
            terrain(row, column) = ground;
            surface(row, column) = work.isWater.view()(row, column) != 0 ? kNoHeight : ground;
        }
    }
    addBuildings(work);
    addCrowns(work);
    finish(work);
}

void SampleRelief::fillGround(Work& work) const {
    const auto columns = static_cast<std::size_t>(work.window.columns);
    std::vector<double> xs(columns);
    for (std::size_t column = 0; column < columns; ++column) {
        xs[column] =
            work.grid.centreOf({0, work.window.column + static_cast<std::int64_t>(column)}).x;
    }
    std::vector<double> heights(columns);
    for (std::int64_t row = 0; row < work.window.rows; ++row) {
        const double y = work.grid.centreOf({work.window.row + row, 0}).y;
        const double base = kSeaLevelOffset + kRisePerKilometreNorth * (y - bounds_.ymin) / 1000.0;
        for (std::size_t column = 0; column < columns; ++column) {
            heights[column] = base + kRisePerKilometreEast * (xs[column] - bounds_.xmin) / 1000.0;
        }
        for (const Octave& octave : octaves_) {
            addOctave(octave, y, xs, heights);
        }
        std::transform(heights.begin(), heights.end(), work.terrain.row(row),
                       [](double height) { return static_cast<float>(height); });
    }
}

/// What `SmoothNoise::at` gives along a row, with what the cells have in common done once.
void SampleRelief::addOctave(const Octave& octave, double rowY, const std::vector<double>& xs,
                             std::vector<double>& heights) {
    const double spacing = octave.noise.spacing();
    const double y = rowY / spacing;
    const auto j = static_cast<std::int64_t>(std::floor(y));
    const double up = SmoothNoise::blend(y - static_cast<double>(j));
    const auto first = static_cast<std::int64_t>(std::floor(xs.front() / spacing));
    const auto last = static_cast<std::int64_t>(std::floor(xs.back() / spacing)) + 1;
    std::vector<double> line;
    for (std::int64_t i = first; i <= last; ++i) {
        const double lower = octave.noise.node(i, j);
        line.push_back(octave.metres * (lower + (octave.noise.node(i, j + 1) - lower) * up));
    }
    for (std::size_t column = 0; column < xs.size(); ++column) {
        const double x = xs[column] / spacing;
        const double i = std::floor(x);
        const auto node = static_cast<std::size_t>(static_cast<std::int64_t>(i) - first);
        heights[column] += line[node] + (line[node + 1] - line[node]) * SmoothNoise::blend(x - i);
    }
}

void SampleRelief::shape(Work& work, const ReliefLine& line) const {
    const auto half = static_cast<double>(line.halfWidthMetres);
    const auto slope = static_cast<double>(line.slopeMetres);
    const auto water = static_cast<double>(line.waterHalfWidthMetres);
    const auto buffer = line.heightMetres >= 0.0F         ? work.raised.view()
                        : line.slopeMetres > kValleySlope ? work.valley.view()
                                                          : work.channel.view();
    const auto isWater = work.isWater.view();
    work.forCellsIn(boundsOf(line), [&](Point place, std::int64_t row, std::int64_t column) {
        const double away = distanceTo(line, place);
        if (away >= half + slope) {
            return;
        }
        const double share = away <= half ? 1.0 : 1.0 - SmoothNoise::blend((away - half) / slope);
        const float height = line.heightMetres * static_cast<float>(share);
        float& value = buffer(row, column);
        value = line.heightMetres >= 0.0F ? std::max(value, height) : std::min(value, height);
        if (away < water) {
            isWater(row, column) = 1;
        }
    });
}

void SampleRelief::addWater(Work& work) const {
    const auto isWater = work.isWater.view();
    for (const std::uint32_t index : basinIndex_.within(work.grid.boundsOf(work.window))) {
        const std::vector<Point>& ring = basins_[index];
        Bounds bounds;
        for (const Point& point : ring) {
            bounds.include(point);
        }
        work.forCellsIn(bounds, [&](Point place, std::int64_t row, std::int64_t column) {
            if (isInside(ring, place)) {
                isWater(row, column) = 1;
            }
        });
    }
}

void SampleRelief::addBuildings(Work& work) const {
    const auto isRoof = work.isRoof.view();
    for (const std::uint32_t index : buildingIndex_.within(work.grid.boundsOf(work.window))) {
        const SampleBuilding& building = buildings_[index];
        const TurnedRectangle& outline = building.outline;
        const double base = groundHeight(outline.centre);
        work.forCellsIn(boundsOf(outline), [&](Point place, std::int64_t row, std::int64_t column) {
            const double x = place.x - outline.centre.x;
            const double y = place.y - outline.centre.y;
            const double along = std::abs(x * outline.along.x + y * outline.along.y);
            const double across = std::abs(y * outline.along.x - x * outline.along.y);
            if (along > outline.halfLength || across > outline.halfDepth) {
                return;
            }
            const double out =
                building.roof == RoofKind::tower
                    ? std::max(along / outline.halfLength, across / outline.halfDepth)
                    : across / outline.halfDepth;
            const double top = building.eavesMetres + building.roofMetres * (1.0 - out);
            work.surface(row, column) = static_cast<float>(base + top);
            isRoof(row, column) = 1;
        });
    }
}

void SampleRelief::addCrowns(Work& work) const {
    for (const std::uint32_t index : treeIndex_.within(work.grid.boundsOf(work.window))) {
        const SampleTree& tree = trees_[index];
        const auto radius = static_cast<double>(tree.crownRadiusMetres);
        const double base = groundHeight(tree.place);
        const auto height = static_cast<double>(tree.heightMetres);
        Bounds crown;
        crown.include(tree.place);
        work.forCellsIn(crown.grownBy(radius), [&](Point place, std::int64_t row,
                                                   std::int64_t column) {
            const double out = std::hypot(place.x - tree.place.x, place.y - tree.place.y) / radius;
            if (out > 1.0) {
                return;
            }
            // Leaves are not a dome: a beam finds gaps.
            const auto cell = mixed(static_cast<std::uint64_t>(place.x * 8.0) * 0x9E3779B9U ^
                                    static_cast<std::uint64_t>(place.y * 8.0));
            const double gap = 0.12 * static_cast<double>(cell >> 40) * 0x1p-24;
            const auto top = static_cast<float>(
                base + height * (0.42 + (0.58 - gap) * std::sqrt(1.0 - out * out)));
            // Not std::max: where there is no height (NaN) the crown is the height.
            float& value = work.surface(row, column);
            value = value >= top ? value : top;
        });
    }
}

/// Takes away what a survey does not see of the ground: under roofs, water and dense leaves.
void SampleRelief::finish(Work& work) const {
    const auto isWater = work.isWater.view();
    const auto isRoof = work.isRoof.view();
    for (std::int64_t row = 0; row < work.window.rows; ++row) {
        for (std::int64_t column = 0; column < work.window.columns; ++column) {
            float& ground = work.terrain(row, column);
            const bool isCovered = work.surface(row, column) > ground + kLowestCrown;
            if (isWater(row, column) != 0 || isRoof(row, column) != 0) {
                ground = kNoHeight;
            } else if (isCovered) {
                const Point place =
                    work.grid.centreOf({work.window.row + row, work.window.column + column});
                ground = undergrowth_.at(place) > 0.12 ? kNoHeight : ground;
            }
        }
    }
}

}  // namespace lommer::core
