#include "gis/crs/amersfoort_position.h"

#include <gtest/gtest.h>

namespace lommer::gis {
namespace {

// 0.1 mm on the ground, as degrees of latitude.
constexpr double kTenthOfAMillimetre = 1e-4 / 111'000.0;

TEST(AmersfoortPosition, HasItsOriginInAmersfoort) {
    const AmersfoortPosition origin = amersfoortPosition({155000.0, 463000.0});
    EXPECT_NEAR(origin.latitudeDegrees, 52.0 + 9.0 / 60.0 + 22.178 / 3600.0, kTenthOfAMillimetre);
    EXPECT_NEAR(origin.longitudeDegrees, 5.0 + 23.0 / 60.0 + 15.5 / 3600.0, kTenthOfAMillimetre);
}

// The example of IOGP Guidance Note 7-2; it gives millimetres.
TEST(AmersfoortPosition, AgreesWithTheExampleOfItsSource) {
    const AmersfoortPosition position = amersfoortPosition({196105.283, 557057.739});
    EXPECT_NEAR(position.latitudeDegrees, 53.0, 1e-8);
    EXPECT_NEAR(position.longitudeDegrees, 6.0, 1e-8);
}

}  // namespace
}  // namespace lommer::gis
