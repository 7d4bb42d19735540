#pragma once

#include "core/microclimate/exact_pet.h"
#include "core/microclimate/thermal_physics.h"

#include <algorithm>
#include <cmath>
#include <optional>

/// The steady heat balance of a person in three layers (core, skin, clothing), as MEMI draws it up:
/// Höppe (1984), Die Energiebilanz des Menschen, and VDI 3787 part 2. A `Method` has what differs
/// between versions of it; exact_pet.cpp has two. Temperatures are in °C, flows in W per m² of
/// skin.
namespace lommer::core::memi {

inline constexpr double kRadiatingShare = 0.725;  // of the surface of a person who sits
inline constexpr double kSkinEmissivity = 0.99;
inline constexpr double kClothingEmissivity = 0.95;
inline constexpr double kAirHeatCapacity = 1010.0;        // J/(kg K)
inline constexpr double kEvaporationHeat = 2.42e6;        // J/kg
inline constexpr double kAirPressure = 1013.25;           // hPa
inline constexpr double kTissueConductance = 5.28;        // W/(m² K), core to skin without blood
inline constexpr double kBasalFlow = 6.3 / 3600.0;        // of blood to the skin, l/(m² s)
inline constexpr double kHighestFlow = 90.0 / 3600.0;     // l/(m² s)
inline constexpr double kCoreSetPoint = 36.6;             // °C
inline constexpr double kSkinSetPoint = 34.0;             // °C
inline constexpr double kReferenceWind = 0.1;             // m/s
inline constexpr double kReferenceVapourPressure = 12.0;  // hPa

struct BodyTemperatures {  // °C
    double core;
    double skin;
    double clothing;
};

/// What a heat balance sees of an environment.
struct Air {
    double temperature;     // °C
    double radiant;         // °C
    double vapourPressure;  // hPa
    double convection;      // W/(m² K)
};

/// A person, per m² of skin.
struct Body {
    double heatProduction;       // W/m²
    double breath;               // kg/(m² s)
    double bareShare;            // of the skin
    double surfaceFactor;        // surface of the clothed person to that of the naked one
    double clothedArea;          // m² of outer clothing per m² of skin
    double clothingResistance;   // m² K/W
    double clothingConductance;  // W/(m² K), skin to outer clothing
    double sweatFactor;          // against a man
};

struct Evaporation {
    double sweat;               // W/m² that sweat takes away
    double wettedness;          // share of the skin that is wet
    double skinVapourPressure;  // hPa
};

inline double fourthPower(double value) {
    return value * value * value * value;
}

/// W per m² of surface.
template <class Method>
double radiantGain(double emissivity, double surroundings, double surface) {
    return kRadiatingShare * emissivity * kStefanBoltzmann *
           (fourthPower(surroundings + Method::kZeroCelsius) -
            fourthPower(surface + Method::kZeroCelsius));
}

/// W per m² of outer clothing, from air and radiation.
template <class Method>
double gainOfClothing(const Air& air, double clothing) {
    return radiantGain<Method>(kClothingEmissivity, air.radiant, clothing) +
           air.convection * (air.temperature - clothing);
}

/// W/m² that has to leave through the skin: what the body makes, less what warms and moistens
/// breath.
template <class Method>
double innerHeat(const Body& body, const Air& air) {
    const double expired = 0.47 * air.temperature + 21.0;
    const double latent = 0.623 * kEvaporationHeat / kAirPressure *
                          (air.vapourPressure - Method::saturationOfBody(expired));
    return body.heatProduction +
           body.breath * (kAirHeatCapacity * (air.temperature - expired) + latent);
}

/// W/m² gained at the skin, below 0 where heat leaves there.
template <class Method>
double outerGain(const Body& body, const Air& air, const BodyTemperatures& t,
                 const Evaporation& evaporation) {
    const double bare = radiantGain<Method>(kSkinEmissivity, air.radiant, t.skin) +
                        air.convection * (air.temperature - t.skin);
    return body.bareShare * bare + body.clothedArea * gainOfClothing<Method>(air, t.clothing) -
           evaporation.sweat - Method::diffusion(body, air, evaporation);
}

/// °C: what the core has to be for its heat, W/m², to reach the skin. Tissue and blood carry it:
/// (5.28 + c flow(core)) (core - skin) = heat, with
/// flow = min(90, (6.3 + 75 max(0, core - 36.6)) / (1 + max(0, 34 - skin) / 2)) in l/(m² h). The
/// left side grows with the core, so that one answer holds, on one of three pieces.
template <class Method>
double coreTemperature(double heat, double skin) {
    constexpr double kOffset = 75.0 / 3600.0 * kCoreSetPoint - kBasalFlow;
    const double narrowing = 1.0 + 0.5 * std::max(0.0, kSkinSetPoint - skin);
    const double basal =
        skin + heat / (kTissueConductance + Method::kBloodHeat * kBasalFlow / narrowing);
    if (Method::kFlowPerCoreDegree * basal - kOffset <= kBasalFlow) {
        return basal;
    }
    // a core² + b core + c = 0
    const double a = Method::kBloodHeat * Method::kFlowPerCoreDegree / narrowing;
    const double fixed = kTissueConductance - Method::kBloodHeat * kOffset / narrowing;
    const double b = fixed - a * skin;
    const double c = -fixed * skin - heat;
    const double core = (-b + std::sqrt(b * b - 4.0 * a * c)) / (2.0 * a);
    if (Method::kFlowPerCoreDegree * core - kOffset <= kHighestFlow * narrowing) {
        return core;
    }
    return skin + heat / (kTissueConductance + Method::kBloodHeat * kHighestFlow);
}

/// The root of a function that falls. Walks from `start` in growing steps until the sign changes,
/// then closes in by the Illinois variant of regula falsi (Dowell & Jarratt 1971). Nothing where
/// the sign stays the same within 300 K.
template <class Function>
std::optional<double> rootNear(const Function& falling, double start) {
    constexpr double kFarthest = 300.0;
    constexpr double kTolerance = 1e-6;
    constexpr int kMostRounds = 200;
    double far = start;
    double farValue = falling(far);
    double near = far;
    double nearValue = farValue;
    const double direction = farValue > 0.0 ? 1.0 : -1.0;
    for (double step = 1.0; nearValue * farValue > 0.0; step *= 2.0) {
        near = far;
        nearValue = farValue;
        far += direction * step;
        if (std::abs(far - start) > kFarthest) {
            return std::nullopt;
        }
        farValue = falling(far);
    }
    for (int round = 0; round < kMostRounds && std::abs(far - near) > kTolerance; ++round) {
        const double between = far - farValue * (far - near) / (farValue - nearValue);
        const double value = falling(between);
        if (value * farValue < 0.0) {
            near = far;
            nearValue = farValue;
        } else {
            nearValue /= 2.0;
        }
        far = between;
        farValue = value;
        if (value == 0.0) {
            break;
        }
    }
    return far;
}

/// The one unknown is the clothing: its own balance gives the skin, the skin gives the core, and
/// the whole body has to be in balance.
template <class Method>
std::optional<BodyTemperatures> temperaturesIn(const Body& body, const Air& air) {
    const double heat = innerHeat<Method>(body, air);
    const double perGain = Method::clothingSpread(body) / body.clothingConductance;
    const auto withClothing = [&](double clothing) {
        const double skin = clothing - perGain * gainOfClothing<Method>(air, clothing);
        return BodyTemperatures{coreTemperature<Method>(heat, skin), skin, clothing};
    };
    const auto surplus = [&](double clothing) {
        const BodyTemperatures t = withClothing(clothing);
        return heat + outerGain<Method>(body, air, t, Method::evaporation(body, air, t));
    };
    // A first guess: the skin at its set point, radiation linear.
    constexpr double kRadiation = 4.5;  // W/(m² K)
    const double outside = air.convection * air.temperature + kRadiation * air.radiant;
    const double start =
        (outside * perGain + kSkinSetPoint) / ((air.convection + kRadiation) * perGain + 1.0);
    const std::optional<double> clothing = rootNear(surplus, start);
    return clothing ? std::optional(withClothing(*clothing)) : std::nullopt;
}

/// The temperature of the reference room; see exactPet.
template <class Method>
std::optional<double> equivalentTemperature(const ThermalEnvironment& environment,
                                            const Person& person) {
    const double vapourPressure = environment.relativeHumidityPercent / 100.0 *
                                  Method::saturationOfAir(environment.airTemperatureCelsius);
    const Air outdoors{environment.airTemperatureCelsius, environment.meanRadiantTemperatureCelsius,
                       vapourPressure, Method::convection(environment.windMetresPerSecond)};
    const Body body = Method::bodyOf(person);
    const std::optional<BodyTemperatures> t = temperaturesIn<Method>(body, outdoors);
    if (!t) {
        return std::nullopt;
    }
    const Evaporation outside = Method::evaporation(body, outdoors, *t);
    const Body roomBody = Method::indoors(person, body);
    Air room{0.0, 0.0, kReferenceVapourPressure, Method::convection(kReferenceWind)};
    const Evaporation inside = Method::evaporationIndoors(roomBody, room, *t, outside);
    return rootNear(
        [&](double celsius) {
            room.temperature = celsius;
            room.radiant = celsius;
            return -innerHeat<Method>(roomBody, room) -
                   outerGain<Method>(roomBody, room, *t, inside);
        },
        t->clothing);
}

}  // namespace lommer::core::memi
