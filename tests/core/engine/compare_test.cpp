#include "core/engine/compare.h"

#include "tests/support/geometries.h"
#include "tests/support/memory_raster.h"
#include "tests/support/memory_table.h"

#include <gtest/gtest.h>

#include <cmath>

namespace lommer::core {
namespace {

test::MemoryRaster ramp() {
    return {test::gridOf(30, 600),
            [](CellIndex cell) { return static_cast<float>(cell.row + cell.column); }};
}

TEST(CompareRasters, EqualCellsAreIdenticalAlsoWhereBothHaveHoles) {
    auto a = ramp();
    a.set(300, 7, NAN);
    auto b = a;
    EXPECT_EQ(compareRasters(a, b, 0.0, {}).likeness, Likeness::identical);
}

TEST(CompareRasters, ASmallDifferenceIsJudgedByTheTolerance) {
    const auto a = ramp();
    auto b = ramp();
    b.set(599, 29, b.at(599, 29) + 0.5F);
    EXPECT_EQ(compareRasters(a, b, 0.5, {}).likeness, Likeness::withinTolerance);
    const auto strict = compareRasters(a, b, 0.25, {});
    EXPECT_EQ(strict.likeness, Likeness::different);
    EXPECT_EQ(strict.largestDifference, 0.5);
}

TEST(CompareRasters, AHoleOnOneSideIsADifference) {
    const auto a = ramp();
    auto b = ramp();
    b.set(0, 0, NAN);
    EXPECT_EQ(compareRasters(a, b, 1e9, {}).likeness, Likeness::different);
}

Table areas(double figure, double corner, const char* name) {
    GeometryColumn geometries;
    test::addPolygon(geometries, {test::rectangle(0, 0, 10, corner)});
    return test::tableOf(std::move(geometries),
                         {test::textColumn("name", {name}), test::realColumn("figure", {figure})});
}

TEST(CompareTables, LooksAtTextsNumbersAndPlaces) {
    EXPECT_EQ(compareTables(areas(1, 5, "a"), areas(1, 5, "a"), 0.0, {}).likeness,
              Likeness::identical);
    EXPECT_EQ(compareTables(areas(1, 5, "a"), areas(1.5, 5, "a"), 0.5, {}).likeness,
              Likeness::withinTolerance);
    EXPECT_EQ(compareTables(areas(1, 5, "a"), areas(1, 6, "a"), 0.5, {}).likeness,
              Likeness::different);
    EXPECT_EQ(compareTables(areas(1, 5, "a"), areas(1, 5, "b"), 9.0, {}).likeness,
              Likeness::different);
    EXPECT_EQ(compareTables(areas(NAN, 5, "a"), areas(0, 5, "a"), 9.0, {}).likeness,
              Likeness::different);  // missing is not 0
}

}  // namespace
}  // namespace lommer::core
