#include "core/microclimate/exact_pet.h"

#include "core/microclimate/heat_balance.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>

namespace lommer::core {
namespace {

struct Case {
    ThermalEnvironment environment;  // air, radiant, wind, humidity
    double pet;
};

double petOf(const ThermalEnvironment& environment, const Person& person = {}) {
    return exactPet(environment, person).value_or(std::numeric_limits<double>::quiet_NaN());
}

double correctedOf(const ThermalEnvironment& environment, const Person& person = {}) {
    return correctedPet(environment, person).value_or(std::numeric_limits<double>::quiet_NaN());
}

TEST(ExactPet, EqualsTheAirOfTheReferenceRoom) {
    // Walls as warm as the air, 0.1 m/s and 12 hPa: the room outside is the room inside.
    for (double air = 10.0; air <= 45.0; air += 2.5) {
        const double saturation = 6.107 * std::pow(10.0, 7.5 * air / (238.0 + air));  // hPa
        const double humidity = 100.0 * 12.0 / saturation;
        EXPECT_NEAR(petOf({air, air, 0.1, humidity}), air, 1e-4) << air;
    }
}

TEST(ExactPet, GivesWhatTheStepwiseProgramGives) {
    // Reference values of SOLWEIG's tests, made with UMEP, for a man of 1.80 m.
    const Person tall{.heightMetres = 1.80};
    constexpr std::array kCases{
        Case{{20.0, 22.0, 1.0, 50.0}, 17.729}, Case{{35.0, 55.0, 1.0, 40.0}, 44.171},
        Case{{5.0, 2.0, 2.0, 70.0}, -0.891}, Case{{30.0, 38.0, 0.5, 85.0}, 33.781},
        Case{{25.0, 55.0, 1.5, 45.0}, 34.291}};
    for (const Case& known : kCases) {
        EXPECT_NEAR(petOf(known.environment, tall), known.pet, 0.05) << known.pet;
    }
}

TEST(ExactPet, GivesWhatTheStepwiseProgramGivesForTheStandardPerson) {
    // Made by running the same program of UMEP.
    constexpr std::array kCases{Case{{33.0, 65.0, 1.0, 37.0}, 47.541},
                                Case{{10.0, 10.0, 0.1, 70.0}, 9.809},
                                Case{{15.0, 45.0, 4.0, 60.0}, 15.621}};
    for (const Case& known : kCases) {
        EXPECT_NEAR(petOf(known.environment), known.pet, 0.05) << known.pet;
    }
}

TEST(ExactPet, GivesWhatTheStepwiseProgramGivesForOthers) {
    const Person oldWoman{70.0, 1.55, 70.0, Sex::female, 80.0, 0.5};
    const Person child{10.0, 1.40, 30.0, Sex::male, 150.0, 0.5};
    const Person inWinterClothes{.clothingClo = 1.8};
    const Person walkingInShorts{50.0, 1.80, 90.0, Sex::male, 110.0, 0.3001};
    EXPECT_NEAR(petOf({34.0, 60.0, 2.0, 15.0}, oldWoman), 44.491, 0.05);
    EXPECT_NEAR(petOf({22.0, 50.0, 2.0, 40.0}, child), 26.651, 0.05);
    EXPECT_NEAR(petOf({-5.0, -8.0, 3.0, 80.0}, inWinterClothes), -11.381, 0.05);
    EXPECT_NEAR(petOf({38.0, 70.0, 2.0, 25.0}, walkingInShorts), 55.971, 0.05);
}

TEST(ExactPet, RisesWithRadiation) {
    for (const double air : {-20.0, 0.0, 15.0, 25.0, 33.0, 40.0}) {
        for (const double wind : {0.0, 0.5, 3.0, 10.0}) {
            double before = petOf({air, air - 30.0, wind, 40.0});
            for (double excess = -29.5; excess <= 80.0; excess += 0.5) {
                const double pet = petOf({air, air + excess, wind, 40.0});
                EXPECT_GT(pet, before) << air << " °C, " << wind << " m/s, +" << excess;
                // No jump either: half a kelvin of radiation is less than half a kelvin of PET.
                EXPECT_LT(pet, before + 0.5) << air << " °C, " << wind << " m/s, +" << excess;
                before = pet;
            }
        }
    }
}

TEST(ExactPet, FallsWithWindWhereTheAirIsCoolerThanSkin) {
    for (const double air : {-10.0, 10.0, 20.0, 30.0}) {
        double before = petOf({air, air + 20.0, 0.0, 50.0});
        for (const double wind : {0.1, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0}) {
            const double pet = petOf({air, air + 20.0, wind, 50.0});
            EXPECT_LT(pet, before) << air << " °C, " << wind << " m/s";
            before = pet;
        }
    }
}

TEST(ExactPet, FeelsHumidityLittle) {
    // A known weakness of the index: from 5 to 95 % at 35 °C the stepwise program goes from 34.52
    // to 35.20 °C, at -10 °C from -14.93 to -14.83 °C.
    EXPECT_NEAR(petOf({35.0, 35.0, 1.0, 5.0}), 34.519, 0.05);
    EXPECT_NEAR(petOf({35.0, 35.0, 1.0, 95.0}), 35.201, 0.05);
    EXPECT_NEAR(petOf({-10.0, -10.0, 1.0, 5.0}), -14.931, 0.05);
    EXPECT_NEAR(petOf({-10.0, -10.0, 1.0, 95.0}), -14.831, 0.05);
}

TEST(ExactPet, HasAnAnswerEverywhereInItsRange) {
    constexpr std::uint64_t kSeed = 20260701;
    std::mt19937_64 random(kSeed);
    const auto between = [&](double lowest, double highest) {
        return std::uniform_real_distribution<double>(lowest, highest)(random);
    };
    for (int index = 0; index < 20000; ++index) {
        const double air = between(-50.0, 50.0);
        const ThermalEnvironment environment{air, air + between(-30.0, 80.0),
                                             index % 5 == 0 ? 0.0 : between(0.0, 30.0),
                                             index % 7 == 0 ? 0.0 : between(0.0, 100.0)};
        const Person person{between(5.0, 110.0),  between(1.0, 2.2),
                            between(20.0, 180.0), index % 2 == 0 ? Sex::male : Sex::female,
                            between(0.0, 400.0),  between(0.1, 2.5)};
        ASSERT_TRUE(std::isfinite(petOf(environment, person))) << "seed " << kSeed << ", " << index;
        ASSERT_TRUE(std::isfinite(correctedOf(environment, person)))
            << "seed " << kSeed << ", " << index;
    }
}

TEST(ExactPet, RefusesWhatIsOutsideItsRange) {
    constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    EXPECT_TRUE(exactPet({50.0, 50.0, 0.0, 0.0}));
    EXPECT_TRUE(exactPet({-50.0, -80.0, 30.0, 100.0}));
    for (const ThermalEnvironment& environment :
         {ThermalEnvironment{50.1, 50.0, 1.0, 50.0}, ThermalEnvironment{-50.1, -50.0, 1.0, 50.0},
          ThermalEnvironment{20.0, 100.1, 1.0, 50.0}, ThermalEnvironment{20.0, -10.1, 1.0, 50.0},
          ThermalEnvironment{20.0, 20.0, -0.1, 50.0}, ThermalEnvironment{20.0, 20.0, 30.1, 50.0},
          ThermalEnvironment{20.0, 20.0, 1.0, -0.1}, ThermalEnvironment{20.0, 20.0, 1.0, 100.1},
          ThermalEnvironment{kNan, 20.0, 1.0, 50.0}, ThermalEnvironment{20.0, kNan, 1.0, 50.0},
          ThermalEnvironment{20.0, 20.0, kNan, 50.0}, ThermalEnvironment{20.0, 20.0, 1.0, kNan},
          ThermalEnvironment{20.0, kInfinity, 1.0, 50.0}}) {
        EXPECT_FALSE(exactPet(environment));
        EXPECT_FALSE(correctedPet(environment));
    }
}

TEST(ExactPetDeathTest, AssertsThePerson) {
    const ThermalEnvironment mild{20.0, 20.0, 1.0, 50.0};
    EXPECT_DEATH(exactPet(mild, Person{.heightMetres = 175.0}), "heightMetres");
    EXPECT_DEATH(exactPet(mild, Person{.clothingClo = 0.0}), "clothingClo");
}

TEST(CorrectedPet, GivesThePublishedTable) {
    // Table of pythermalcomfort for a man of 23 years, 1.80 m and 75 kg at 1.37 met, rounded to
    // two places; in each row the clothing comes last.
    struct Row {
        ThermalEnvironment environment;
        double clo;
        double pet;
    };
    constexpr std::array kRows{
        Row{{20.0, 20.0, 0.15, 50.0}, 0.5, 18.85},  Row{{30.0, 30.0, 0.15, 50.0}, 0.5, 30.60},
        Row{{20.0, 20.0, 0.50, 50.0}, 0.5, 17.16},  Row{{21.0, 21.0, 0.10, 50.0}, 0.9, 21.08},
        Row{{20.0, 20.0, 0.10, 50.0}, 0.9, 19.92},  Row{{-5.0, 40.0, 0.50, 2.0}, 0.9, 7.82},
        Row{{-5.0, -5.0, 5.00, 50.0}, 0.9, -13.38}, Row{{30.0, 60.0, 1.00, 80.0}, 0.9, 44.63},
        Row{{30.0, 30.0, 1.00, 80.0}, 0.9, 32.21}};
    for (const Row& row : kRows) {
        const Person person{23.0, 1.80, 75.0, Sex::male, 1.37 * 58.2, row.clo};
        EXPECT_NEAR(correctedOf(row.environment, person), row.pet, 0.0051) << row.pet;
    }
}

TEST(CorrectedPet, LiesBelowTheUncorrectedInStrongSun) {
    const ThermalEnvironment square{33.0, 65.0, 1.0, 37.0};
    EXPECT_NEAR(correctedOf(square), 45.68, 0.01);
    EXPECT_GT(petOf(square) - correctedOf(square), 1.5);
}

/// Round figures: 4000 J/(l K), and 72 l/(m² h) more for each degree of the core.
struct RoundMethod {
    static constexpr double kBloodHeat = 4000.0;
    static constexpr double kFlowPerCoreDegree = 0.02;
};

TEST(HeatBalance, GivesTheCoreThatItsHeatAsksFor) {
    // From frozen to feverish skin and from sleep to a sprint: whatever piece of the flow applies,
    // what tissue and blood carry is the heat again.
    constexpr double kOffset = 75.0 / 3600.0 * 36.6 - 6.3 / 3600.0;
    for (double skin = 0.0; skin <= 42.0; skin += 0.25) {
        for (const double heat : {30.0, 60.0, 85.0, 150.0, 300.0, 600.0}) {
            const double core = memi::coreTemperature<RoundMethod>(heat, skin);
            const double wanted = std::max(6.3 / 3600.0, 0.02 * core - kOffset);
            const double flow =
                std::min(90.0 / 3600.0, wanted / (1.0 + 0.5 * std::max(0.0, 34.0 - skin)));
            EXPECT_NEAR((5.28 + 4000.0 * flow) * (core - skin), heat, 1e-6)
                << skin << " °C, " << heat << " W/m²";
        }
    }
}

TEST(HeatBalance, FindsTheRootOfAFallingFunction) {
    const auto cubic = [](double x) { return 8.0 - x * x * x; };
    for (const double start : {-100.0, 0.0, 2.0, 50.0}) {
        EXPECT_NEAR(memi::rootNear(cubic, start).value_or(0.0), 2.0, 1e-6) << start;
    }
    EXPECT_FALSE(memi::rootNear([](double) { return 1.0; }, 0.0));
}

}  // namespace
}  // namespace lommer::core
