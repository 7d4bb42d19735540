#include "core/sample/sample_place.h"

#include "core/base/assert.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <numbers>

namespace lommer::core {
namespace {

constexpr Point kSouthWest{220000.0, 442000.0};
constexpr double kBlockWidth = 96.0;
constexpr double kBlockHeight = 74.0;
constexpr double kStreetWidth = 14.0;
constexpr double kHouseDepth = 9.0;
constexpr double kBrookHalfWidth = 3.5;
constexpr double kNoHeight = std::numeric_limits<double>::quiet_NaN();

/// SplitMix64 (Steele, Lea and Flood, 2014): spreads any whole number over 64 bits.
std::uint64_t mixed(std::uint64_t value) noexcept {
    value += 0x9E3779B97F4A7C15U;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31);
}

std::vector<Point> rectangle(double xmin, double ymin, double xmax, double ymax) {
    return {{xmin, ymin}, {xmax, ymin}, {xmax, ymax}, {xmin, ymax}};
}

Bounds boundsOf(const SamplePlace::Building& building) {
    Bounds bounds;
    for (const Point& corner : building.corners) {
        bounds.include(corner);
    }
    return bounds;
}

template <class Change>
void forCellsIn(const Grid& grid, const CellWindow& window, const Bounds& bounds,
                const Change& change) {
    const CellWindow touched = intersection(grid.windowOf(bounds), window);
    for (std::int64_t row = touched.row; row < touched.endRow(); ++row) {
        for (std::int64_t column = touched.column; column < touched.endColumn(); ++column) {
            change(CellIndex{row, column}, row - window.row, column - window.column);
        }
    }
}

}  // namespace

SamplePlace::SamplePlace(double areaSquareKilometres, std::uint64_t seed) : seed_(seed) {
    LOMMER_ASSERT(areaSquareKilometres > 0.0);
    const double side = std::round(std::sqrt(areaSquareKilometres) * 1000.0);
    bounds_ = {kSouthWest.x, kSouthWest.y, kSouthWest.x + side, kSouthWest.y + side};
    const Point centre{(bounds_.xmin + bounds_.xmax) / 2.0, (bounds_.ymin + bounds_.ymax) / 2.0};
    const double radius = 0.42 * side;
    for (double y = bounds_.ymin; y + kBlockHeight < bounds_.ymax; y += kBlockHeight) {
        for (double x = bounds_.xmin; x + kBlockWidth < bounds_.xmax; x += kBlockWidth) {
            const double distance =
                std::hypot(x + kBlockWidth / 2.0 - centre.x, y + kBlockHeight / 2.0 - centre.y);
            const bool isByBrook = std::abs(brookCentre(x + kBlockWidth / 2.0) - y -
                                            kBlockHeight / 2.0) < kBlockHeight / 2.0 + 20.0;
            if (distance < radius && !isByBrook) {
                addBlock({x, y, x + kBlockWidth - kStreetWidth, y + kBlockHeight - kStreetWidth},
                         1.0 - distance / radius);
            }
        }
    }
    addTrees();
}

double SamplePlace::chance(std::uint64_t kind, std::uint64_t a, std::uint64_t b) const noexcept {
    const auto bits = mixed(mixed(mixed(mixed(seed_) ^ kind) ^ a) ^ b);
    return static_cast<double>(bits >> 11) * 0x1p-53;
}

double SamplePlace::brookCentre(double x) const noexcept {
    const double along = (x - bounds_.xmin) / 180.0;
    return bounds_.ymin + 0.22 * bounds_.height() + 35.0 * std::sin(along) +
           12.0 * std::sin(2.7 * along + 1.0);
}

bool SamplePlace::isWater(Point place) const noexcept {
    return std::abs(place.y - brookCentre(place.x)) < kBrookHalfWidth;
}

double SamplePlace::groundHeight(Point place) const noexcept {
    const double east = (place.x - bounds_.xmin) / 1000.0;
    const double north = (place.y - bounds_.ymin) / 1000.0;
    const double slope = 14.0 + 1.2 * east + 0.8 * north;
    const double swells = 0.35 * std::sin(5.1 * east + 0.7) * std::cos(4.3 * north);
    const double fromBrook = std::abs(place.y - brookCentre(place.x));
    const double valley = -1.6 * std::exp(-fromBrook * fromBrook / (2.0 * 22.0 * 22.0));
    return slope + swells + valley;
}

void SamplePlace::addBlock(const Bounds& block, double centrality) {
    const auto place = static_cast<std::uint64_t>(block.xmin - bounds_.xmin) * 100'000 +
                       static_cast<std::uint64_t>(block.ymin - bounds_.ymin);
    const double use = chance(1, place, 0);
    if (centrality > 0.8 && use < 0.3) {  // the square, with the church on it
        buildings_.push_back(
            {rectangle(block.xmin + 22.0, block.ymin + 20.0, block.xmin + 50.0, block.ymin + 34.0),
             13.0, 1880, false});
        buildings_.push_back(
            {rectangle(block.xmin + 14.0, block.ymin + 23.0, block.xmin + 22.0, block.ymin + 31.0),
             38.0, 1450, false});
    } else if (use > 0.9) {  // a hall
        buildings_.push_back(
            {rectangle(block.xmin + 10.0, block.ymin + 8.0, block.xmax - 10.0, block.ymax - 8.0),
             7.0 + 3.0 * chance(2, place, 1), 1985, false});
    } else if (use > 0.14) {  // below: a park
        addHouses(block, centrality);
    }
}

void SamplePlace::addHouses(const Bounds& block, double centrality) {
    const auto place = static_cast<std::uint64_t>(block.xmin - bounds_.xmin) * 100'000 +
                       static_cast<std::uint64_t>(block.ymin - bounds_.ymin);
    const double gap = centrality > 0.6 ? 0.0 : 4.0 + 5.0 * (1.0 - centrality);
    const double frontage = centrality > 0.6 ? 6.0 : 9.0;
    const auto year =
        static_cast<std::int64_t>(1990.0 - 70.0 * centrality + 30.0 * chance(3, place, 0));
    const double storeys = 2.0 + std::floor(2.2 * centrality * chance(4, place, 0) + 0.3);
    std::uint64_t house = 0;
    for (double x = block.xmin + 2.0; x + frontage <= block.xmax; x += frontage + gap) {
        for (const bool isSouth : {true, false}) {
            const double set = 2.0 + 3.0 * (1.0 - centrality) * chance(5, place, ++house);
            const double ymin = isSouth ? block.ymin + set : block.ymax - set - kHouseDepth;
            buildings_.push_back({rectangle(x, ymin, x + frontage, ymin + kHouseDepth),
                                  storeys * 3.0 + 1.5 * chance(6, place, house), year, true});
        }
    }
}

void SamplePlace::addTrees() {
    // One candidate on each square of 9 m; buildings and streets thin them out.
    constexpr double kSpacing = 9.0;
    const auto columns = static_cast<std::uint64_t>(bounds_.width() / kSpacing);
    const auto rows = static_cast<std::uint64_t>(bounds_.height() / kSpacing);
    for (std::uint64_t row = 0; row < rows; ++row) {
        for (std::uint64_t column = 0; column < columns; ++column) {
            const Point place{
                bounds_.xmin + (static_cast<double>(column) + chance(7, row, column)) * kSpacing,
                bounds_.ymin + (static_cast<double>(row) + chance(8, row, column)) * kSpacing};
            const bool isWood = std::sin((place.x - bounds_.xmin) / 210.0 + 2.0) *
                                    std::cos((place.y - bounds_.ymin) / 170.0) >
                                0.62;
            const bool isBank = std::abs(place.y - brookCentre(place.x)) < 12.0;
            const double density = isWood ? 0.85 : isBank ? 0.4 : 0.05;
            if (chance(9, row, column) < density) {
                const double height = 5.0 + 14.0 * chance(10, row, column);
                trees_.push_back({place, 1.2 + 0.22 * height, height});
            }
        }
    }
    std::vector<Bounds> occupied;
    std::transform(buildings_.begin(), buildings_.end(), std::back_inserter(occupied),
                   [](const Building& building) { return boundsOf(building).grownBy(1.5); });
    std::sort(occupied.begin(), occupied.end(),
              [](const Bounds& a, const Bounds& b) { return a.xmin < b.xmin; });
    const auto stands = [&](const Tree& tree) {
        const auto first =
            std::lower_bound(occupied.begin(), occupied.end(), tree.place.x - 120.0,
                             [](const Bounds& bounds, double x) { return bounds.xmin < x; });
        return std::any_of(first, occupied.end(), [&](const Bounds& bounds) {
            return bounds.xmin <= tree.place.x && tree.place.x <= bounds.xmax &&
                   bounds.ymin <= tree.place.y && tree.place.y <= bounds.ymax;
        });
    };
    trees_.erase(std::remove_if(trees_.begin(), trees_.end(), stands), trees_.end());
}

Grid SamplePlace::grid(double cellSizeMetres) const {
    const auto cells =
        static_cast<std::int64_t>(std::ceil(bounds_.width() / cellSizeMetres - 1e-9));
    return {bounds_.xmin, bounds_.ymax, cellSizeMetres, cells, cells};
}

void SamplePlace::fillTerrain(const Grid& grid, const CellWindow& window,
                              RasterView<float> values) const {
    forCellsIn(grid, window, grid.bounds(),
               [&](CellIndex cell, std::int64_t row, std::int64_t column) {
                   const Point place = grid.centreOf(cell);
                   values(row, column) =
                       static_cast<float>(isWater(place) ? kNoHeight : groundHeight(place));
               });
    for (const Building& building : buildings_) {
        forCellsIn(grid, window, boundsOf(building),
                   [&](CellIndex, std::int64_t row, std::int64_t column) {
                       values(row, column) = static_cast<float>(kNoHeight);
                   });
    }
}

void SamplePlace::fillSurface(const Grid& grid, const CellWindow& window,
                              RasterView<float> values) const {
    forCellsIn(grid, window, grid.bounds(),
               [&](CellIndex cell, std::int64_t row, std::int64_t column) {
                   const Point place = grid.centreOf(cell);
                   values(row, column) =
                       static_cast<float>(isWater(place) ? kNoHeight : groundHeight(place));
               });
    for (const Building& building : buildings_) {
        const Bounds bounds = boundsOf(building);
        const double base = groundHeight({bounds.xmin, bounds.ymin});
        const double ridge = (bounds.ymin + bounds.ymax) / 2.0;
        forCellsIn(
            grid, window, bounds, [&](CellIndex cell, std::int64_t row, std::int64_t column) {
                const double fromRidge = std::abs(grid.centreOf(cell).y - ridge);
                const double roof =
                    building.isDwelling ? std::max(0.0, 3.0 - 0.65 * fromRidge) : 0.0;
                values(row, column) = static_cast<float>(base + building.heightMetres + roof);
            });
    }
    for (const Tree& tree : trees_) {
        const double base = groundHeight(tree.place);
        const double radius = tree.crownRadiusMetres;
        const Bounds crown{tree.place.x - radius, tree.place.y - radius, tree.place.x + radius,
                           tree.place.y + radius};
        forCellsIn(grid, window, crown, [&](CellIndex cell, std::int64_t row, std::int64_t column) {
            const Point centre = grid.centreOf(cell);
            const double part =
                std::hypot(centre.x - tree.place.x, centre.y - tree.place.y) / radius;
            if (part <= 1.0) {
                const auto top = static_cast<float>(
                    base + tree.heightMetres * (0.55 + 0.45 * std::sqrt(1.0 - part * part)));
                // Not std::max: a hole (NaN) must give way to the crown.
                values(row, column) = values(row, column) >= top ? values(row, column) : top;
            }
        });
    }
}

Table SamplePlace::buildingTable() const {
    Column id({"identificatie", ColumnType::text});
    Column year({"bouwjaar", ColumnType::integer, Unit::year});
    Column height({"hoogte", ColumnType::real, Unit::metre});
    Column dwelling({"woning", ColumnType::boolean});
    auto geometries = std::make_shared<GeometryColumn>();
    for (const Building& building : buildings_) {
        std::string number = std::to_string(id.size() + 1);
        number.insert(0, 9 - std::min<std::size_t>(9, number.size()), '0');
        id.appendText("9999100" + number);
        year.appendInteger(building.builtYear);
        height.appendReal(building.heightMetres);
        dwelling.appendInteger(building.isDwelling ? 1 : 0);
        std::vector<Point> ring = building.corners;
        ring.push_back(ring.front());
        geometries->addRing(ring);
        geometries->endPart();
        geometries->endFeature(GeometryKind::polygon);
    }
    const auto rows = id.size();
    return {rows,
            {std::make_shared<const Column>(std::move(id)),
             std::make_shared<const Column>(std::move(year)),
             std::make_shared<const Column>(std::move(height)),
             std::make_shared<const Column>(std::move(dwelling))},
            std::move(geometries)};
}

Table SamplePlace::areaTable() const {
    constexpr int kColumns = 4;
    constexpr int kRows = 3;
    constexpr const char* kNames[kRows][kColumns] = {
        {"Noordesch", "Molenhoek", "Kerkbuurt-Noord", "Oosterveld"},
        {"Westrik", "Dorpskern", "Kerkbuurt", "Zonnekamp"},
        {"Beekdal-West", "Brugwijk", "Beekdal-Oost", "Zuiderbroek"}};
    // Shared corners, moved a little so that borders are not straight: neighbours stay exact.
    const auto corner = [this](int row, int column) {
        const bool isInner = row > 0 && row < kRows && column > 0 && column < kColumns;
        const auto a = static_cast<std::uint64_t>(row);
        const auto b = static_cast<std::uint64_t>(column);
        const double shift = isInner ? 0.06 : 0.0;
        return Point{bounds_.xmin + bounds_.width() * (static_cast<double>(column) / kColumns +
                                                       shift * (chance(11, a, b) - 0.5)),
                     bounds_.ymax - bounds_.height() * (static_cast<double>(row) / kRows +
                                                        shift * (chance(12, a, b) - 0.5))};
    };
    Column code({"code", ColumnType::text});
    Column name({"naam", ColumnType::text});
    auto geometries = std::make_shared<GeometryColumn>();
    for (int row = 0; row < kRows; ++row) {
        for (int column = 0; column < kColumns; ++column) {
            const std::string number = std::to_string(row * kColumns + column);
            code.appendText("BU99990" + std::string(number.size() < 2 ? "0" : "") + number);
            name.appendText(kNames[row][column]);
            const std::vector<Point> ring{corner(row + 1, column), corner(row + 1, column + 1),
                                          corner(row, column + 1), corner(row, column),
                                          corner(row + 1, column)};
            geometries->addRing(ring);
            geometries->endPart();
            geometries->endFeature(GeometryKind::polygon);
        }
    }
    const auto rows = code.size();
    return {rows,
            {std::make_shared<const Column>(std::move(code)),
             std::make_shared<const Column>(std::move(name))},
            std::move(geometries)};
}

}  // namespace lommer::core
