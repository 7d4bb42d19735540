#include "core/statistics/polygon_coverage.h"

#include "tests/core/statistics/polygons.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <random>

namespace lommer::core {
namespace {

using test::box;
using test::clippedFractions;
using test::coveredFractions;
using test::Part;
using test::Polygons;
using test::Ring;
using test::star;
using ::testing::DoubleNear;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Pointwise;

double total(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

TEST(PolygonCoverage, ARectangleOnCellEdgesCoversWholeCellsAndNoOthers) {
    const Grid grid(0.0, 3.0, 1.0, 3, 3);
    const auto fractions =
        coveredFractions(Polygons().add({{box(1.0, 1.0, 3.0, 2.0)}}).column(), 0, grid);
    EXPECT_THAT(fractions, ElementsAre(0.0, 0.0, 0.0,  //
                                       0.0, 1.0, 1.0,  //
                                       0.0, 0.0, 0.0));
}

TEST(PolygonCoverage, ARectangleHalfACellOffCoversHalvesAndQuarters) {
    const Grid grid(0.0, 3.0, 1.0, 3, 3);
    const auto fractions =
        coveredFractions(Polygons().add({{box(0.5, 0.5, 2.5, 2.5)}}).column(), 0, grid);
    EXPECT_THAT(fractions, ElementsAre(0.25, 0.5, 0.25,  //
                                       0.5, 1.0, 0.5,    //
                                       0.25, 0.5, 0.25));
}

TEST(PolygonCoverage, ATriangleCoversHalfOfTheCellsOnItsDiagonal) {
    // The diagonal from (0,0) to (3,3) halves three cells; the triangle lies south-east of it.
    const Grid grid(0.0, 3.0, 1.0, 3, 3);
    const Ring triangle{{0.0, 0.0}, {3.0, 0.0}, {3.0, 3.0}};
    const auto fractions = coveredFractions(Polygons().add({{triangle}}).column(), 0, grid);
    EXPECT_THAT(fractions, ElementsAre(0.0, 0.0, 0.5,  //
                                       0.0, 0.5, 1.0,  //
                                       0.5, 1.0, 1.0));
}

TEST(PolygonCoverage, AHoleTakesAwayWhatItCovers) {
    const Grid grid(0.0, 3.0, 1.0, 3, 3);
    const Part ring{box(0.0, 0.0, 3.0, 3.0), box(0.5, 1.0, 2.0, 2.0)};
    const auto fractions = coveredFractions(Polygons().add({ring}).column(), 0, grid);
    EXPECT_THAT(fractions, ElementsAre(1.0, 1.0, 1.0,  //
                                       0.5, 0.0, 1.0,  //
                                       1.0, 1.0, 1.0));
}

TEST(PolygonCoverage, TheWindingOfRingsDoesNotMatter) {
    const Grid grid(0.0, 20.0, 1.0, 20, 20);
    Part part{star({10.0, 10.0}, 9.0, 17, 1), star({10.0, 10.0}, 2.5, 9, 2)};
    const auto expected = coveredFractions(Polygons().add({part}).column(), 0, grid);
    std::reverse(part[0].begin(), part[0].end());
    EXPECT_THAT(coveredFractions(Polygons().add({part}).column(), 0, grid),
                Pointwise(DoubleNear(1e-14), expected));
    std::reverse(part[1].begin(), part[1].end());
    EXPECT_THAT(coveredFractions(Polygons().add({part}).column(), 0, grid),
                Pointwise(DoubleNear(1e-14), expected));
}

TEST(PolygonCoverage, PolygonsInsideOneCellCoverTheirArea) {
    const Grid grid(0.0, 2.0, 1.0, 2, 2);
    const Ring small{{1.2, 0.3}, {1.7, 0.3}, {1.2, 0.7}};  // 0.5 * 0.4 / 2
    const auto fractions = coveredFractions(Polygons().add({{small}}).column(), 0, grid);
    EXPECT_NEAR(fractions[3], 0.1, 1e-10);
    EXPECT_NEAR(total(fractions), 0.1, 1e-10);
}

TEST(PolygonCoverage, APolygonAroundTheGridCoversAllOfIt) {
    const Grid grid(0.0, 300.0, 1.0, 300, 300);
    const auto around = Polygons().add({{box(-1e5, -7.3, 1e6, 900.0)}});
    EXPECT_THAT(coveredFractions(around.column(), 0, grid), Each(1.0));
}

TEST(PolygonCoverage, PolygonsBesideTheGridCoverNothing) {
    const Grid grid(0.0, 10.0, 1.0, 10, 10);
    const auto beside = Polygons()
                            .add({{box(-5.0, 2.0, 0.0, 8.0)}})
                            .add({{box(10.0, 2.0, 12.0, 8.0)}})
                            .add({{box(2.0, 10.0, 8.0, 14.0)}})
                            .add({{box(2.0, -4.0, 8.0, 0.0)}})
                            .addEmpty();
    for (std::int64_t feature = 0; feature < beside.column().rowCount(); ++feature) {
        EXPECT_THAT(coveredFractions(beside.column(), feature, grid), Each(0.0));
    }
}

TEST(PolygonCoverage, RandomPolygonsPartlyOutsideEqualClippingOfEveryCell) {
    const Grid grid(200000.25, 450012.5, 0.5, 25, 25);
    std::mt19937 random(7);
    std::uniform_real_distribution<double> place(-3.0, 16.0);
    std::uniform_real_distribution<double> size(0.1, 8.0);
    for (unsigned seed = 0; seed < 200; ++seed) {
        const Point centre{200000.0 + place(random), 450000.0 + place(random)};
        const double radius = size(random);
        const int corners = 3 + static_cast<int>(seed % 40);
        std::vector<Part> parts{
            {star(centre, radius, corners, seed), star(centre, 0.25 * radius, 5, seed + 1000)}};
        parts.push_back({star({centre.x + 3.0 * radius, centre.y}, radius, 7, seed + 2000)});
        const auto fractions = coveredFractions(Polygons().add(parts).column(), 0, grid);
        ASSERT_THAT(fractions, Pointwise(DoubleNear(5e-9), clippedFractions(parts, grid)))
            << "seed " << seed;
    }
}

TEST(PolygonCoverage, FractionsAcrossAnchorBlocksSumToTheAreaOfThePolygon) {
    const Grid grid(0.0, 700.0, 1.0, 700, 700);
    const Ring ring = star({350.3, 349.9}, 345.0, 301, 5);
    double twice = 0.0;
    for (std::size_t index = 0; index < ring.size(); ++index) {
        const Point a = ring[index];
        const Point b = ring[(index + 1) % ring.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    const auto fractions = coveredFractions(Polygons().add({{ring}}).column(), 0, grid);
    EXPECT_NEAR(total(fractions), twice / 2.0, 1e-9 * twice);
}

TEST(PolygonCoverage, FractionsOfAPartitionSumToOneInEveryCell) {
    // A jittered mesh: every inner edge belongs to two polygons.
    const Grid grid(0.0, 60.0, 1.0, 60, 60);
    constexpr int kSide = 9;
    std::mt19937 random(3);
    std::uniform_real_distribution<double> jitter(-2.5, 2.5);
    std::vector<std::vector<Point>> nodes(kSide + 1, std::vector<Point>(kSide + 1));
    for (int row = 0; row <= kSide; ++row) {
        for (int column = 0; column <= kSide; ++column) {
            nodes[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)] = {
                -5.0 + column * 8.0 + jitter(random), -5.0 + row * 8.0 + jitter(random)};
        }
    }
    Polygons mesh;
    for (std::size_t row = 0; row < kSide; ++row) {
        for (std::size_t column = 0; column < kSide; ++column) {
            mesh.add({{{nodes[row][column], nodes[row][column + 1], nodes[row + 1][column + 1],
                        nodes[row + 1][column]}}});
        }
    }
    std::vector<double> sums(static_cast<std::size_t>(grid.cellCount()), 0.0);
    for (std::int64_t feature = 0; feature < mesh.column().rowCount(); ++feature) {
        const auto fractions = coveredFractions(mesh.column(), feature, grid);
        for (std::size_t cell = 0; cell < sums.size(); ++cell) {
            sums[cell] += fractions[cell];
        }
    }
    EXPECT_THAT(sums, Each(DoubleNear(1.0, 1e-8)));
    EXPECT_NEAR(total(sums), 3600.0, 3600.0 * 1e-12);
}

TEST(PolygonCoverage, MovingAPolygonByWholeCellsMovesItsFractions) {
    const Grid grid(0.0, 64.0, 0.5, 128, 128);
    const Ring ring = star({12.125, 12.375}, 10.0, 33, 11);
    Ring moved = ring;
    for (Point& point : moved) {
        point = {point.x + 16.0, point.y + 8.0};
    }
    const auto here = coveredFractions(Polygons().add({{ring}}).column(), 0, grid);
    const auto there = coveredFractions(Polygons().add({{moved}}).column(), 0, grid);
    for (std::size_t row = 16; row < 128; ++row) {
        for (std::size_t column = 0; column < 96; ++column) {
            ASSERT_NEAR(here[row * 128 + column], there[(row - 16) * 128 + column + 32], 1e-9);
        }
    }
}

TEST(PolygonCoverage, StoppedWorkThrowsCancelled) {
    std::stop_source stop;
    stop.request_stop();
    const Grid grid(0.0, 10.0, 1.0, 10, 10);
    const auto polygons = Polygons().add({{box(1.0, 1.0, 9.0, 9.0)}});
    const PolygonCoverage coverage(polygons.column(), grid);
    StripCoverage found;
    EXPECT_THROW(coverage.cover(0, 0, found, Progress(stop.get_token(), {})), Cancelled);
}

}  // namespace
}  // namespace lommer::core
