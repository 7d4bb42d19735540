#include "core/terrain/height_squares.h"

#include "core/raster/raster_view.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace lommer::test {
namespace {

using core::CellWindow;
using core::HeightSquares;

constexpr float kHole = std::numeric_limits<float>::quiet_NaN();

/// Five by one squares at 2 m, flat but for one cell.
class HeightSquaresTest : public ::testing::Test {
protected:
    HeightSquaresTest() { put(0.0F); }

    void put(float tower) {
        core::RasterBuffer<float> heights(cells_.columns, cells_.rows);
        for (std::int64_t row = 0; row < cells_.rows; ++row) {
            for (std::int64_t column = 0; column < cells_.columns; ++column) {
                heights.view()(row, column) = column % 7 == 3 ? kHole : 2.0F;
            }
        }
        heights.view()(100, 0) = 2.0F + tower;
        squares_.put(cells_, heights.view());
    }
    double spreadOf(std::int64_t square, double sunDegrees) const {
        return squares_.spreadFor(square, sunDegrees, 1.0, 0.0);
    }

    CellWindow cells_{512, 256, 5 * 256 - 10, 200};
    HeightSquares squares_{cells_};
};

TEST_F(HeightSquaresTest, AreCutAtTheEdge) {
    EXPECT_EQ(squares_.count(), 5);
    EXPECT_EQ(squares_.cellsOf(0), (CellWindow{512, 256, 256, 200}));
    EXPECT_EQ(squares_.cellsOf(4), (CellWindow{512 + 4 * 256, 256, 246, 200}));
}

TEST_F(HeightSquaresTest, OnFlatGroundHaveNothingToLookOver) {
    for (std::int64_t square = 0; square < squares_.count(); ++square) {
        EXPECT_EQ(spreadOf(square, 10.0), 0.0);
    }
}

TEST_F(HeightSquaresTest, LookOverWhatCanCastAShadeOnThem) {
    // At 30 degrees a tower of 200 m reaches 346 m: to the third square, which begins 257 cells on.
    put(200.0F);
    EXPECT_NEAR(spreadOf(0, 30.0), 200.0, 0.01);
    EXPECT_GE(spreadOf(0, 30.0), 200.0);
    EXPECT_NEAR(spreadOf(1, 30.0), 200.0, 0.01);
    EXPECT_NEAR(spreadOf(2, 30.0), 200.0, 0.01);
    EXPECT_EQ(spreadOf(3, 30.0), 0.0);
    // A lower sun reaches further.
    EXPECT_NEAR(spreadOf(4, 10.0), 200.0, 0.01);
}

TEST_F(HeightSquaresTest, LookOverNoLessThanAskedAndNoMoreThanAnythingIsHigh) {
    put(200.0F);
    EXPECT_EQ(squares_.spreadFor(0, 30.0, 1.0, 250.0), 250.0);
    EXPECT_NEAR(squares_.spreadFor(0, 30.0, 1.0, 150.0), 200.0, 0.01);
    put(9000.0F);  // a fault in the data
    EXPECT_EQ(squares_.spreadFor(0, 30.0, 1.0, 0.0), 500.0);
}

TEST_F(HeightSquaresTest, WithoutHeightsCastAndGetNoShade) {
    core::RasterBuffer<float> holes(256, 200);
    for (std::int64_t row = 0; row < 200; ++row) {
        std::fill_n(holes.view().row(row), 256, kHole);
    }
    put(200.0F);
    squares_.put({512, 256, 256, 200}, holes.view());
    EXPECT_EQ(spreadOf(0, 10.0), 0.0);
    EXPECT_EQ(spreadOf(1, 10.0), 0.0);
}

}  // namespace
}  // namespace lommer::test
