#include "gis/registers/ahn_sheets.h"

#include <gtest/gtest.h>

namespace lommer::gis {
namespace {

std::string sheetAt(double x, double y) {
    const auto sheets = ahnSheets({x - 1.0, y - 1.0, x + 1.0, y + 1.0});
    return sheets.size() == 1 ? sheets.front().name : "-";
}

/// Places and the sheets of the AHN that they are on.
TEST(AhnSheets, HaveTheNamesOfTheTopographicMap) {
    EXPECT_EQ(sheetAt(121'687.0, 487'485.0), "25GN1");  // Amsterdam, Dam
    EXPECT_EQ(sheetAt(84'500.0, 446'200.0), "37EN1");   // Delft, campus
    EXPECT_EQ(sheetAt(81'200.0, 455'000.0), "30GZ1");   // Den Haag
    EXPECT_EQ(sheetAt(220'100.0, 442'100.0), "41AZ1");
}

TEST(AhnSheets, CoverAnAreaOnce) {
    const core::Bounds bounds{220'000.0, 442'000.0, 237'321.0, 459'321.0};
    double covered = 0.0;
    for (const AhnSheet& sheet : ahnSheets(bounds)) {
        const core::Bounds part = core::intersection(sheet.bounds, bounds);
        covered += part.width() * part.height();
    }
    EXPECT_DOUBLE_EQ(covered, bounds.width() * bounds.height());
}

}  // namespace
}  // namespace lommer::gis
