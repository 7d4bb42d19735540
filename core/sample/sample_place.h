#pragma once

#include "core/raster/grid.h"
#include "core/raster/raster_view.h"
#include "core/vector/table.h"

#include <cstdint>
#include <string>
#include <vector>

namespace lommer::core {

/// A made-up village with houses, a church, trees, a brook and fields, to learn and to measure on.
/// The same seed and area give the same place, bit for bit. It is no real place: its south-west
/// corner lies at RD (220000, 442000).
class SamplePlace {
public:
    struct Building {
        std::vector<Point> corners;  // counter-clockwise, not closed
        double heightMetres = 0.0;
        std::int64_t builtYear = 0;
        bool isDwelling = true;
    };
    struct Tree {
        Point place;
        double crownRadiusMetres = 0.0;
        double heightMetres = 0.0;
    };

    /// `areaSquareKilometres` > 0: the place is a square of that area.
    SamplePlace(double areaSquareKilometres, std::uint64_t seed);

    const Bounds& bounds() const noexcept { return bounds_; }
    const std::vector<Building>& buildings() const noexcept { return buildings_; }
    const std::vector<Tree>& trees() const noexcept { return trees_; }

    /// Height of the ground in m NAP.
    double groundHeight(Point place) const noexcept;
    /// True in the brook, where a height survey measures nothing.
    bool isWater(Point place) const noexcept;

    /// The grid of the whole place; the last column and row may stick out by less than a cell.
    Grid grid(double cellSizeMetres) const;
    /// Ground height of the cells of `window`, as AHN gives it: NaN in water and under buildings.
    void fillTerrain(const Grid& grid, const CellWindow& window, RasterView<float> values) const;
    /// Height with buildings and trees; NaN in water that no crown covers.
    void fillSurface(const Grid& grid, const CellWindow& window, RasterView<float> values) const;

    /// identificatie, bouwjaar, hoogte (m above the ground), woning.
    Table buildingTable() const;
    /// Twelve areas that share borders: code, naam.
    Table areaTable() const;

private:
    void addBlock(const Bounds& block, double centrality);
    void addHouses(const Bounds& block, double centrality);
    void addTrees();
    double brookCentre(double x) const noexcept;
    /// Between 0 and 1, from the seed and three whole numbers that name what it is for.
    double chance(std::uint64_t kind, std::uint64_t a, std::uint64_t b) const noexcept;

    Bounds bounds_;
    std::uint64_t seed_;
    std::vector<Building> buildings_;
    std::vector<Tree> trees_;
};

}  // namespace lommer::core
