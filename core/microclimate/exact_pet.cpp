#include "core/microclimate/exact_pet.h"

#include "core/base/assert.h"
#include "core/microclimate/heat_balance.h"

#include <algorithm>
#include <cmath>

namespace lommer::core {
namespace memi {
namespace {

constexpr double kBloodHeatCapacity = 3640.0;  // J/(kg K)
constexpr double kSweatRate = 304.94 / 3.6e6;  // kg/(m² s) per K of the body above its set point
constexpr double kBurtonFactor = 0.92;         // of vapour through air and clothing
constexpr double kSquareMetreKelvinPerWattOfClo = 1.0 / 6.45;

double skinArea(const Person& person, double factor) {
    return factor * std::pow(person.massKilograms, 0.425) * std::pow(person.heightMetres, 0.725);
}

double basalMetabolismWatts(const Person& person) {
    const double slenderness = person.heightMetres * 100.0 / std::cbrt(person.massKilograms);
    const double ageing = 1.0 + 0.004 * (30.0 - person.ageYears);
    const double size = std::pow(person.massKilograms, 0.75);
    return person.sex == Sex::male ? 3.45 * size * (ageing + 0.010 * (slenderness - 43.4))
                                   : 3.19 * size * (ageing + 0.018 * (slenderness - 42.1));
}

/// Share of the skin under clothing of so many clo; above 1 from 2.4 clo.
double coveredShare(double clo) {
    return (-2.36 + clo * (173.51 + clo * (-100.76 + clo * 19.28))) / 100.0;
}

/// Clothing is a cylinder around the covered part of the body. Its length drops out of the
/// published formula, so that areas are all it takes.
double conductanceOfClothing(const Body& body) {
    const double covered = 1.0 - body.bareShare;
    const double growth = body.surfaceFactor - 1.0;
    return growth / (body.clothingResistance * std::log1p(growth / covered) * body.clothedArea);
}

/// `potential` is what the air could take up, W/m². Air wetter than the skin takes up nothing.
double wettednessOf(double sweat, double potential) {
    if (sweat <= 0.0) {
        return 0.0;
    }
    return potential > 0.0 ? std::min(1.0, sweat / potential) : 1.0;
}

/// MEMI with the constants of the program in VDI 3787 part 2.
struct Memi {
    static constexpr double kZeroCelsius = 273.2;                    // K
    static constexpr double kBloodHeat = 1.06 * kBloodHeatCapacity;  // J/(l K)
    static constexpr double kFlowPerCoreDegree = 0.0208;             // l/(m² s K): 75 in an hour
    static constexpr double kDrySkinResistance = 0.79e7;             // m² s hPa/kg
    static constexpr double kVapourPerConvection = 0.633 / (kAirPressure * kAirHeatCapacity);

    static Body bodyOf(const Person& person) {
        Body body{};
        const double covered = std::min(1.0, coveredShare(person.clothingClo));
        body.heatProduction =
            (basalMetabolismWatts(person) + person.workWatts) / skinArea(person, 0.203);
        body.breath = 1.44e-6 * body.heatProduction;
        body.bareShare = 1.0 - covered;
        body.surfaceFactor = 1.0 + 0.15 * person.clothingClo;
        body.clothedArea = covered + body.surfaceFactor - 1.0;
        body.clothingResistance = person.clothingClo * kSquareMetreKelvinPerWattOfClo / covered;
        body.clothingConductance = conductanceOfClothing(body);
        body.sweatFactor = person.sex == Sex::male ? 1.0 : 0.7;
        return body;
    }
    static Body indoors(const Person&, const Body& outdoors) { return outdoors; }

    static double convection(double windMetresPerSecond) {
        return 2.67 + 6.5 * std::pow(windMetresPerSecond, 0.67);
    }
    static double saturationOfAir(double celsius) { return saturatedVapourHectopascal(celsius); }
    static double saturationOfBody(double celsius) {
        return 6.11 * std::pow(10.0, 7.45 * celsius / (235.0 + celsius));
    }
    /// m² of clothing that heat leaves by, for each m² by which it enters from the skin.
    static double clothingSpread(const Body&) { return 1.0; }

    static Evaporation evaporation(const Body& body, const Air& air, const BodyTemperatures& t) {
        const double excess = 0.1 * t.skin + 0.9 * t.core - kCoreSetPoint;
        const double sweat =
            body.sweatFactor * kEvaporationHeat * kSweatRate * std::max(0.0, excess);
        const double skinPressure = saturationOfBody(t.skin);
        const double potential = kEvaporationHeat * kVapourPerConvection * air.convection *
                                 (skinPressure - air.vapourPressure) /
                                 (1.0 + kBurtonFactor * air.convection * body.clothingResistance);
        return {std::clamp(potential, 0.0, sweat), wettednessOf(sweat, potential), skinPressure};
    }
    /// Sweat and wettedness go along from outside.
    static Evaporation evaporationIndoors(const Body&, const Air&, const BodyTemperatures&,
                                          const Evaporation& outdoors) {
        return outdoors;
    }
    /// W/m² through dry skin.
    static double diffusion(const Body&, const Air& air, const Evaporation& evaporation) {
        return kEvaporationHeat / kDrySkinResistance * (1.0 - evaporation.wettedness) *
               (evaporation.skinVapourPressure - air.vapourPressure);
    }
};

/// Walther & Goestchel (2018), constants of their program.
struct CorrectedMemi {
    static constexpr double kZeroCelsius = 273.15;               // K
    static constexpr double kBloodHeat = kBloodHeatCapacity;     // J/(l K)
    static constexpr double kFlowPerCoreDegree = 75.0 / 3600.0;  // l/(m² s K)
    static constexpr double kLewis = 1.67;                       // K/hPa
    static constexpr double kWoodcock = 0.38;
    static constexpr double kBodySetPoint = 0.1 * kSkinSetPoint + 0.9 * kCoreSetPoint;  // °C
    static constexpr double kMostSweat = 0.5 / 3600.0;  // kg/(m² s)

    static Body bodyOf(const Person& person) {
        Body body{};
        const double covered = coveredShare(person.clothingClo);
        body.heatProduction =
            (basalMetabolismWatts(person) + person.workWatts) / skinArea(person, 0.202);
        body.breath = 1.44e-6 * body.heatProduction;
        body.bareShare = std::max(0.0, 1.0 - covered);
        body.surfaceFactor = 1.0 + 0.31 * person.clothingClo;
        body.clothedArea = covered + body.surfaceFactor - 1.0;
        body.clothingResistance = person.clothingClo * kSquareMetreKelvinPerWattOfClo;
        body.clothingConductance = conductanceOfClothing(body);
        body.sweatFactor = 1.0;
        return body;
    }
    static Body indoors(const Person& person, const Body&) {
        Person reference = person;
        reference.workWatts = 80.0;
        reference.clothingClo = 0.9;
        return bodyOf(reference);
    }

    static double convection(double windMetresPerSecond) {
        return std::max(3.0, Memi::convection(windMetresPerSecond));
    }
    /// Hyland & Wexler (1983), over ice below 0 °C.
    static double saturationOfAir(double celsius) {
        const double kelvin = celsius + kZeroCelsius;
        const double logarithm =
            celsius < 0.0
                ? -5674.5359 / kelvin + 6.3925247 +
                      kelvin * (-9.677843e-3 +
                                kelvin * (6.2215701e-7 +
                                          kelvin * (2.0747825e-9 - kelvin * 9.484024e-13))) +
                      4.1635019 * std::log(kelvin)
                : -5800.2206 / kelvin + 1.3914993 +
                      kelvin * (-0.048640239 + kelvin * (4.1764768e-5 - kelvin * 1.4452093e-8)) +
                      6.5459673 * std::log(kelvin);
        return std::exp(logarithm) / 100.0;
    }
    static double saturationOfBody(double celsius) { return saturationOfAir(celsius); }
    static double clothingSpread(const Body& body) { return body.clothedArea; }

    static Evaporation evaporation(const Body& body, const Air& air, const BodyTemperatures& t) {
        const double skinWeight = 0.0417737 + 0.7451833 / (3600.0 * bloodFlow(t) + 0.585417);
        const double excess = skinWeight * t.skin + (1.0 - skinWeight) * t.core - kBodySetPoint;
        const double sweat = kEvaporationHeat * std::clamp(kSweatRate * excess, 0.0, kMostSweat);
        const double skinPressure = saturationOfBody(t.skin);
        const double potential = kLewis * air.convection * (skinPressure - air.vapourPressure) /
                                 (1.0 + kBurtonFactor * air.convection * body.clothingResistance);
        return {sweat, wettednessOf(sweat, potential), skinPressure};
    }
    static Evaporation evaporationIndoors(const Body& body, const Air& air,
                                          const BodyTemperatures& t, const Evaporation&) {
        return evaporation(body, air, t);
    }
    static double diffusion(const Body& body, const Air& air, const Evaporation& evaporation) {
        const double resistance =
            (1.0 / (body.surfaceFactor * air.convection) + body.clothingResistance) /
            (kLewis * kWoodcock);
        return (1.0 - evaporation.wettedness) *
               (evaporation.skinVapourPressure - air.vapourPressure) / resistance;
    }
    static double bloodFlow(const BodyTemperatures& t) {
        const double narrowing = 1.0 + 0.5 * std::max(0.0, kSkinSetPoint - t.skin);
        const double flow = kBasalFlow + kFlowPerCoreDegree * std::max(0.0, t.core - kCoreSetPoint);
        return std::min(kHighestFlow, flow / narrowing);
    }
};

bool isWithin(double value, double lowest, double highest) {
    return value >= lowest && value <= highest;
}

bool isCovered(const ThermalEnvironment& environment) {
    const double radiantExcess =
        environment.meanRadiantTemperatureCelsius - environment.airTemperatureCelsius;
    return isWithin(environment.airTemperatureCelsius, -50.0, 50.0) &&
           isWithin(radiantExcess, -30.0, 80.0) &&
           isWithin(environment.windMetresPerSecond, 0.0, 30.0) &&
           isWithin(environment.relativeHumidityPercent, 0.0, 100.0);
}

void assertPerson(const Person& person) {
    LOMMER_ASSERT(isWithin(person.ageYears, 5.0, 110.0));
    LOMMER_ASSERT(isWithin(person.heightMetres, 1.0, 2.2));
    LOMMER_ASSERT(isWithin(person.massKilograms, 20.0, 180.0));
    LOMMER_ASSERT(isWithin(person.workWatts, 0.0, 400.0));
    LOMMER_ASSERT(isWithin(person.clothingClo, 0.1, 2.5));
}

template <class Method>
std::optional<double> petIfCovered(const ThermalEnvironment& environment, const Person& person) {
    assertPerson(person);
    return isCovered(environment) ? equivalentTemperature<Method>(environment, person)
                                  : std::nullopt;
}

}  // namespace
}  // namespace memi

std::optional<double> exactPet(const ThermalEnvironment& environment, const Person& person) {
    return memi::petIfCovered<memi::Memi>(environment, person);
}

std::optional<double> correctedPet(const ThermalEnvironment& environment, const Person& person) {
    return memi::petIfCovered<memi::CorrectedMemi>(environment, person);
}

}  // namespace lommer::core
