#include "core/raster/grid.h"

#include <gtest/gtest.h>

namespace lommer::core {
namespace {

TEST(Grid, PointOnASharedEdgeBelongsToTheCellEastAndSouth) {
    const Grid grid(100.0, 200.0, 10.0, 3, 2);
    EXPECT_EQ(grid.cellAt({110.0, 190.0}), (CellIndex{1, 1}));
    EXPECT_EQ(grid.cellAt({100.0, 200.0}), (CellIndex{0, 0}));
    EXPECT_FALSE(grid.cellAt({130.0, 195.0}).has_value());
}

TEST(Grid, CentreAndCellAreEachOthersInverse) {
    const Grid grid(85046.5, 447101.0, 0.5, 891, 859);
    for (std::int64_t row = 0; row < grid.rows(); row += 37) {
        for (std::int64_t column = 0; column < grid.columns(); column += 41) {
            EXPECT_EQ(grid.cellAt(grid.centreOf({row, column})), (CellIndex{row, column}));
        }
    }
}

TEST(Grid, WindowOfItsOwnCellBoundsIsThatWindow) {
    const Grid grid(85046.5, 447101.0, 0.1, 891, 859);
    const CellWindow window{13, 27, 101, 303};
    EXPECT_EQ(grid.windowOf(grid.boundsOf(window)), window);
}

TEST(Grid, WindowWithoutOverlapIsEmpty) {
    const Grid grid(0.0, 100.0, 1.0, 100, 100);
    EXPECT_TRUE(grid.windowOf({100.0, 0.0, 120.0, 50.0}).isEmpty());
}

TEST(Grid, SubgridKeepsTheCellEdges) {
    const Grid grid(0.0, 100.0, 2.0, 50, 50);
    const Grid part = grid.subgrid({5, 10, 7, 9});
    EXPECT_TRUE(grid.isAlignedWith(part));
    EXPECT_EQ(part.centreOf({0, 0}), grid.centreOf({10, 5}));
}

}  // namespace
}  // namespace lommer::core
