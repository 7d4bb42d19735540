#include "core/sample/sample_municipality.h"
#include "tests/core/sample/kept_tables.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

namespace lommer::test {
namespace {

using namespace core;

struct Heights {
    RasterBuffer<float> terrain;
    RasterBuffer<float> surface;
};

Heights heightsOf(const SampleRelief& relief, const Grid& grid, const CellWindow& window) {
    Heights heights{RasterBuffer<float>(window.columns, window.rows),
                    RasterBuffer<float>(window.columns, window.rows)};
    relief.fill(grid, window, heights.terrain.view(), heights.surface.view());
    return heights;
}

bool hasSameCells(const RasterBuffer<float>& a, const RasterBuffer<float>& b) {
    return std::memcmp(a.values().data(), b.values().data(), a.values().size_bytes()) == 0;
}

TEST(SampleHeights, AreTheSameForTheSameSeedAndOthersForAnother) {
    KeptTables tables;
    const SampleMunicipality one(0.25, 7);
    const SampleMunicipality other(0.25, 8);
    const Grid grid = one.grid(1.0);
    const Heights a = heightsOf(one.layOut(tables, {}), grid, grid.window());
    const Heights b = heightsOf(one.layOut(tables, {}), grid, grid.window());
    const Heights c = heightsOf(other.layOut(tables, {}), grid, grid.window());
    EXPECT_TRUE(hasSameCells(a.terrain, b.terrain));
    EXPECT_TRUE(hasSameCells(a.surface, b.surface));
    EXPECT_FALSE(hasSameCells(a.surface, c.surface));
}

TEST(SampleHeights, OfAWindowAreThoseOfTheWhole) {
    KeptTables tables;
    const SampleMunicipality place(0.25, 1);
    const SampleRelief relief = place.layOut(tables, {});
    const Grid grid = place.grid(0.5);
    const Heights whole = heightsOf(relief, grid, grid.window());
    for (const CellWindow window :
         {CellWindow{130, 77, 200, 150}, {0, 0, 1, 1}, {511, 3, 97, 880}}) {
        const Heights part = heightsOf(relief, grid, window);
        for (std::int64_t row = 0; row < window.rows; ++row) {
            const auto bytes = static_cast<std::size_t>(window.columns) * sizeof(float);
            ASSERT_EQ(
                std::memcmp(part.surface.view().row(row),
                            whole.surface.view().row(window.row + row) + window.column, bytes),
                0);
            ASSERT_EQ(
                std::memcmp(part.terrain.view().row(row),
                            whole.terrain.view().row(window.row + row) + window.column, bytes),
                0);
        }
    }
}

TEST(SampleHeights, HaveHolesWhereASurveySeesNothing) {
    KeptTables tables;
    const SampleMunicipality place(1.0, 1);
    const SampleRelief relief = place.layOut(tables, {});
    const Grid grid = place.grid(1.0);
    const Heights heights = heightsOf(relief, grid, grid.window());
    std::int64_t holesInGround = 0;
    std::int64_t holesInSurface = 0;
    std::int64_t raised = 0;
    for (std::size_t cell = 0; cell < heights.terrain.values().size(); ++cell) {
        const float ground = heights.terrain.values()[cell];
        const float top = heights.surface.values()[cell];
        holesInGround += std::isnan(ground) ? 1 : 0;
        holesInSurface += std::isnan(top) ? 1 : 0;
        raised += top > ground + 2.0F ? 1 : 0;
        EXPECT_FALSE(top < ground - 1e-3F);
    }
    const auto share = [&](std::int64_t cells) {
        return static_cast<double>(cells) / static_cast<double>(grid.cellCount());
    };
    EXPECT_GT(share(holesInGround), 0.08);  // roofs, water, under leaves
    EXPECT_LT(share(holesInGround), 0.35);
    EXPECT_GT(share(holesInSurface), 0.005);  // water
    EXPECT_LT(share(holesInSurface), 0.06);
    EXPECT_GT(share(raised), 0.01);
}

/// The ground height of a spot, worked out by itself, is what the rows give.
TEST(SampleHeights, OfTheGroundAreThoseOfTheNoise) {
    const Bounds bounds{220000.0, 442000.0, 221000.0, 443000.0};
    const SampleRelief relief(bounds, 4);  // nothing on it
    const Grid grid(bounds.xmin, bounds.ymax, 2.0, 500, 500);
    const Heights heights = heightsOf(relief, grid, grid.window());
    for (std::int64_t row = 0; row < 500; row += 7) {
        for (std::int64_t column = 0; column < 500; column += 11) {
            EXPECT_NEAR(static_cast<double>(heights.terrain.view()(row, column)),
                        relief.groundHeight(grid.centreOf({row, column})), 2e-6);
        }
    }
}

TEST(SampleHeights, ShowADikeAndABrook) {
    const Bounds bounds{220000.0, 442000.0, 220200.0, 442200.0};
    SampleRelief relief(bounds, 4);
    relief.add(ReliefLine{.from = {220000.0, 442150.5},
                          .to = {220200.0, 442150.5},
                          .halfWidthMetres = 2.0F,
                          .slopeMetres = 10.0F,
                          .heightMetres = 4.0F});
    relief.add(ReliefLine{.from = {220000.0, 442050.0},
                          .to = {220200.0, 442050.0},
                          .halfWidthMetres = 3.0F,
                          .slopeMetres = 4.0F,
                          .heightMetres = -1.5F,
                          .waterHalfWidthMetres = 2.0F});
    const Grid grid(bounds.xmin, bounds.ymax, 1.0, 200, 200);
    const Heights heights = heightsOf(relief, grid, grid.window());
    const auto above = [&](double y) {
        const Point place{220100.5, y};
        const CellIndex cell = *grid.cellAt(place);
        return static_cast<double>(heights.terrain.view()(cell.row, cell.column)) -
               relief.groundHeight(grid.centreOf(cell));
    };
    EXPECT_NEAR(above(442150.5), 4.0, 1e-4);
    EXPECT_NEAR(above(442157.5), 2.0, 1e-4);  // half way down the slope
    EXPECT_NEAR(above(442170.5), 0.0, 1e-4);
    EXPECT_TRUE(std::isnan(above(442050.5)));
    EXPECT_NEAR(above(442052.5), -1.5, 1e-4);  // the bank at the water
}

}  // namespace
}  // namespace lommer::test
