#include "core/sample/sample_place.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

namespace lommer::core {
namespace {

RasterBuffer<float> surfaceOf(const SamplePlace& place, const Grid& grid,
                              const CellWindow& window) {
    RasterBuffer<float> values(window.columns, window.rows);
    place.fillSurface(grid, window, values.view());
    return values;
}

TEST(SamplePlace, IsTheSamePlaceForTheSameSeedAndAnotherForAnother) {
    const SamplePlace one(0.25, 7);
    const SamplePlace again(0.25, 7);
    const SamplePlace other(0.25, 8);
    const Grid grid = one.grid(2.0);
    const auto a = surfaceOf(one, grid, grid.window());
    const auto b = surfaceOf(again, grid, grid.window());
    const auto c = surfaceOf(other, grid, grid.window());
    EXPECT_EQ(std::memcmp(a.values().data(), b.values().data(), a.values().size_bytes()), 0);
    EXPECT_NE(std::memcmp(a.values().data(), c.values().data(), a.values().size_bytes()), 0);
}

TEST(SamplePlace, AWindowHoldsTheSameCellsAsTheWhole) {
    const SamplePlace place(0.25, 1);
    const Grid grid = place.grid(1.0);
    const CellWindow window{130, 77, 200, 150};
    const auto whole = surfaceOf(place, grid, grid.window());
    const auto part = surfaceOf(place, grid, window);
    for (std::int64_t row = 0; row < window.rows; ++row) {
        ASSERT_EQ(
            std::memcmp(part.view().row(row), whole.view().row(window.row + row) + window.column,
                        static_cast<std::size_t>(window.columns) * sizeof(float)),
            0);
    }
}

TEST(SamplePlace, HasHousesTreesWaterAndRoofsAboveTheGround) {
    const SamplePlace place(1.0, 1);
    EXPECT_GT(place.buildings().size(), 500U);
    EXPECT_GT(place.trees().size(), 500U);
    const Grid grid = place.grid(2.0);
    RasterBuffer<float> terrain(grid.columns(), grid.rows());
    place.fillTerrain(grid, grid.window(), terrain.view());
    const auto surface = surfaceOf(place, grid, grid.window());
    std::int64_t holes = 0;
    std::int64_t raised = 0;
    for (std::size_t cell = 0; cell < terrain.values().size(); ++cell) {
        holes += std::isnan(surface.values()[cell]) ? 1 : 0;
        raised += surface.values()[cell] > terrain.values()[cell] + 2.0F ? 1 : 0;
        EXPECT_FALSE(surface.values()[cell] < terrain.values()[cell] - 1e-3F);
    }
    EXPECT_GT(holes, 0);
    EXPECT_LT(holes, grid.cellCount() / 50);  // the brook alone
    EXPECT_GT(raised, grid.cellCount() / 50);
}

TEST(SamplePlace, TheAreasCoverThePlaceOnce) {
    const SamplePlace place(1.0, 1);
    const Table areas = place.areaTable();
    double sum = 0.0;
    for (std::int64_t row = 0; row < areas.rowCount(); ++row) {
        const PointSpan ring = areas.geometries().ring(static_cast<std::uint32_t>(row));
        for (std::size_t index = 0; index + 1 < ring.size(); ++index) {
            const Point a{ring[index].x - place.bounds().xmin, ring[index].y - place.bounds().ymin};
            const Point b{ring[index + 1].x - place.bounds().xmin,
                          ring[index + 1].y - place.bounds().ymin};
            sum += (a.x * b.y - b.x * a.y) / 2.0;
        }
    }
    EXPECT_NEAR(sum, place.bounds().width() * place.bounds().height(), 1e-3);
}

}  // namespace
}  // namespace lommer::core
