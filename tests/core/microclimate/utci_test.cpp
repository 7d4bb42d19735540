#include "core/microclimate/utci.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>

namespace lommer::core {
namespace {

double utciOf(const UtciInput& input) {
    return utci(input).value_or(std::numeric_limits<double>::quiet_NaN());
}

TEST(Utci, GivesThePublishedValues) {
    // Reference values of SOLWEIG's tests, air, radiant, wind and humidity in each row.
    struct Case {
        UtciInput input;
        double utci;
    };
    constexpr std::array kCases{
        Case{{20.0, 22.0, 1.5, 50.0}, 19.383627}, Case{{35.0, 55.0, 1.0, 40.0}, 40.379917},
        Case{{5.0, 2.0, 3.0, 70.0}, -2.228013},   Case{{30.0, 38.0, 0.5, 85.0}, 36.341095},
        Case{{25.0, 30.0, 8.0, 60.0}, 20.168085}, Case{{25.0, 60.0, 2.0, 45.0}, 32.829334}};
    for (const Case& known : kCases) {
        EXPECT_NEAR(utciOf(known.input), known.utci, 1e-5);
    }
    // The example of pythermalcomfort, rounded to one place.
    EXPECT_NEAR(utciOf({25.0, 25.0, 1.0, 50.0}), 24.6, 0.05);
}

TEST(Utci, IsAConstantAtZeroOfEverything) {
    // 0 °C, no wind, no radiation, no vapour: of 210 terms the first is left.
    EXPECT_DOUBLE_EQ(utciRegression({0.0, 0.0, 0.0, 0.0}), 0.607562052);
}

TEST(Utci, AddsUpThePowersOfEachVariable) {
    // The terms in one variable alone, as the paper lists them.
    const double wind = 2.0;
    EXPECT_NEAR(utciRegression({0.0, 0.0, wind, 0.0}),
                0.607562052 - 2.25836520 * wind - 0.751269505 * std::pow(wind, 2) +
                    0.158137256 * std::pow(wind, 3) - 0.0127762753 * std::pow(wind, 4) +
                    4.56306672e-4 * std::pow(wind, 5) - 5.91491269e-6 * std::pow(wind, 6),
                1e-12);
    const double excess = 10.0;
    EXPECT_NEAR(utciRegression({0.0, excess, 0.0, 0.0}),
                0.607562052 + 0.398374029 * excess + 7.55043090e-4 * std::pow(excess, 2) -
                    1.21206673e-5 * std::pow(excess, 3) - 1.30369025e-9 * std::pow(excess, 4) +
                    6.62154879e-10 * std::pow(excess, 5) - 4.73602469e-12 * std::pow(excess, 6),
                1e-12);
    const double air = -10.0;
    EXPECT_NEAR(utciRegression({air, air, 0.0, 0.0}),
                air + 0.607562052 - 0.0227712343 * air + 8.06470249e-4 * std::pow(air, 2) -
                    1.54271372e-4 * std::pow(air, 3) - 3.24651735e-6 * std::pow(air, 4) +
                    7.32602852e-8 * std::pow(air, 5) + 1.35959073e-9 * std::pow(air, 6),
                1e-12);
    // Over water at 0 °C Hardy (1998) has 6.1121 hPa.
    const double pressure = 0.61121;  // kPa
    EXPECT_NEAR(utciRegression({0.0, 0.0, 0.0, 100.0}),
                0.607562052 + 5.12733497 * pressure - 2.80626406 * std::pow(pressure, 2) -
                    0.0353874123 * std::pow(pressure, 3) + 0.614155345 * std::pow(pressure, 4) +
                    0.0882773108 * std::pow(pressure, 5) + 0.00148348065 * std::pow(pressure, 6),
                1e-4);
}

TEST(Utci, RisesWithRadiationOnASummerDay) {
    for (const double air : {20.0, 27.0, 33.0}) {
        for (const double wind : {0.5, 2.0, 6.0}) {
            double before = utciOf({air, air - 10.0, wind, 45.0});
            for (double excess = -9.0; excess <= 50.0; excess += 1.0) {
                const double value = utciOf({air, air + excess, wind, 45.0});
                EXPECT_GT(value, before) << air << " °C, " << wind << " m/s, +" << excess;
                before = value;
            }
        }
    }
}

TEST(Utci, HoldsUpToTheLimitsOfItsRange) {
    for (const UtciInput& input :
         {UtciInput{-50.0, -50.0, 0.5, 100.0}, UtciInput{50.0, 50.0, 17.0, 5.0},
          UtciInput{20.0, -10.0, 1.0, 50.0}, UtciInput{20.0, 90.0, 1.0, 50.0}}) {
        EXPECT_TRUE(utci(input));
    }
}

TEST(Utci, RefusesWhatIsOutsideItsRange) {
    constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
    for (const UtciInput& input :
         {UtciInput{-50.1, -50.1, 1.0, 50.0}, UtciInput{50.1, 50.1, 1.0, 10.0},
          UtciInput{20.0, -10.1, 1.0, 50.0}, UtciInput{20.0, 90.1, 1.0, 50.0},
          UtciInput{20.0, 20.0, 0.49, 50.0}, UtciInput{20.0, 20.0, 17.1, 50.0},
          UtciInput{20.0, 20.0, 1.0, 4.9}, UtciInput{20.0, 20.0, 1.0, 100.1},
          UtciInput{kNan, 20.0, 1.0, 50.0}, UtciInput{20.0, kNan, 1.0, 50.0},
          UtciInput{20.0, 20.0, kNan, 50.0}, UtciInput{20.0, 20.0, 1.0, kNan}}) {
        EXPECT_FALSE(utci(input)) << input.airTemperatureCelsius << ' ' << input.windAtTenMetres;
    }
    // 40 °C has 73.8 hPa at saturation: 65 % is within 50 hPa, 70 % is not.
    EXPECT_TRUE(utci({40.0, 40.0, 1.0, 65.0}));
    EXPECT_FALSE(utci({40.0, 40.0, 1.0, 70.0}));
}

TEST(Utci, LeavesCalmAirToTheRegression) {
    // 22 °C, 28 °C, 0.1 m/s, 55 %: the same reference has a figure, beyond the published range.
    const UtciInput calm{22.0, 28.0, 0.1, 55.0};
    EXPECT_FALSE(utci(calm));
    EXPECT_NEAR(utciRegression(calm), 24.017591, 1e-5);
}

TEST(Utci, HasTenClassesWithTheirLimitsOnTheMilderSide) {
    struct Limit {
        double celsius;
        UtciStress below;
        UtciStress at;
        UtciStress above;
    };
    constexpr std::array kLimits{
        Limit{-40.0, UtciStress::extremeCold, UtciStress::veryStrongCold,
              UtciStress::veryStrongCold},
        Limit{-27.0, UtciStress::veryStrongCold, UtciStress::strongCold, UtciStress::strongCold},
        Limit{-13.0, UtciStress::strongCold, UtciStress::moderateCold, UtciStress::moderateCold},
        Limit{0.0, UtciStress::moderateCold, UtciStress::slightCold, UtciStress::slightCold},
        Limit{9.0, UtciStress::slightCold, UtciStress::none, UtciStress::none},
        Limit{26.0, UtciStress::none, UtciStress::none, UtciStress::moderateHeat},
        Limit{32.0, UtciStress::moderateHeat, UtciStress::moderateHeat, UtciStress::strongHeat},
        Limit{38.0, UtciStress::strongHeat, UtciStress::strongHeat, UtciStress::veryStrongHeat},
        Limit{46.0, UtciStress::veryStrongHeat, UtciStress::veryStrongHeat,
              UtciStress::extremeHeat}};
    for (const Limit& limit : kLimits) {
        EXPECT_EQ(utciStress(limit.celsius - 0.01), limit.below) << limit.celsius;
        EXPECT_EQ(utciStress(limit.celsius), limit.at) << limit.celsius;
        EXPECT_EQ(utciStress(limit.celsius + 0.01), limit.above) << limit.celsius;
    }
}

}  // namespace
}  // namespace lommer::core
