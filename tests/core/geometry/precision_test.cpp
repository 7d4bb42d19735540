#include "core/geometry/precision.h"

#include "core/geometry/validity.h"
#include "tests/support/geometries.h"
#include "tests/support/parcels.h"

#include <gtest/gtest.h>

namespace lommer::core {
namespace {

SnappedGeometries snap(GeometryColumn column) {
    return snapToGrid(std::make_shared<const GeometryColumn>(std::move(column)), {});
}

TEST(Precision, APointGoesToTheNearestMillimetre) {
    EXPECT_EQ(snapped(Point{123456.78949, 0.0004}), (Point{123456.789, 0.0}));
    EXPECT_EQ(snapped(123456.7896), 123456.790);
}

TEST(Precision, WhatLiesOnTheGridIsNotCopied) {
    const auto column =
        std::make_shared<const GeometryColumn>(test::parcels({.columns = 3, .rows = 3}));
    EXPECT_EQ(snapToGrid(column, {}).geometries, column);
}

TEST(Precision, ParcelsStayValidAndMoveLessThanHalfAMillimetrePerAxis) {
    const GeometryColumn mesh = test::parcels(
        {.columns = 12, .rows = 12, .jitter = 3.0, .pointsPerSide = 3, .isOnGrid = false});
    const SnappedGeometries result = snap(mesh);
    EXPECT_TRUE(result.vanished.empty());
    EXPECT_TRUE(findInvalid(*result.geometries, {}).empty());
    for (const Point point : result.geometries->points) {
        EXPECT_EQ(snapped(point), point);
    }
    // Each parcel's outline is under 12 * 16 m long; half the diagonal of a cell to each side.
    for (std::int64_t row = 0; row < mesh.rowCount(); ++row) {
        EXPECT_NEAR(test::areaOf(*result.geometries, row), test::areaOf(mesh, row),
                    12 * 16 * 0.00071);
    }
}

TEST(Precision, APolygonThinnerThanTheGridVanishesAndIsNamed) {
    GeometryColumn column;
    test::addPolygon(column, {test::rectangle(0, 0, 10, 0.0003)});
    test::addPolygon(column, {test::rectangle(0, 0, 10, 10)});
    test::addLine(column, {{1.0001, 1.0}, {1.0002, 1.0}});
    const SnappedGeometries result = snap(std::move(column));
    EXPECT_EQ(result.vanished, (std::vector<std::int64_t>{0, 2}));
    EXPECT_EQ(result.geometries->kinds[1], GeometryKind::polygon);
}

TEST(Precision, AThinNeckBecomesTwoPartsAndStaysValid) {
    // Two squares joined by a strip of 0.4 mm.
    GeometryColumn column;
    test::addPolygon(column, {{{0, 0},
                               {10, 0},
                               {10, 5.0001},
                               {20, 5.0001},
                               {20, 0},
                               {30, 0},
                               {30, 10},
                               {20, 10},
                               {20, 5.0004},
                               {10, 5.0004},
                               {10, 10},
                               {0, 10},
                               {0, 0}}});
    const SnappedGeometries result = snap(std::move(column));
    EXPECT_TRUE(findInvalid(*result.geometries, {}).empty());
    EXPECT_EQ(result.geometries->featureOffsets.back(), 2U);
    EXPECT_NEAR(test::areaOf(*result.geometries, 0), 200.0, 1e-9);
}

}  // namespace
}  // namespace lommer::core
