#pragma once

#include <cstdint>
#include <optional>

namespace lommer::core {

enum class Sex : std::uint8_t { male, female };

/// Whose heat balance is drawn up. The defaults are the standard person of VDI 3787 part 2.
struct Person {
    double ageYears = 35.0;
    double heightMetres = 1.75;
    double massKilograms = 75.0;
    Sex sex = Sex::male;
    /// On top of the basal metabolism; 80 W is light activity.
    double workWatts = 80.0;
    /// Insulation of the clothes: 0.5 in summer, 0.9 a light suit.
    double clothingClo = 0.9;
};

/// What surrounds a person, with the wind that is felt there (about 1.1 m above the ground).
struct ThermalEnvironment {
    double airTemperatureCelsius = 0.0;
    double meanRadiantTemperatureCelsius = 0.0;
    double windMetresPerSecond = 0.0;
    double relativeHumidityPercent = 0.0;
};

/// Physiological equivalent temperature in °C: the temperature of a reference room (walls as warm
/// as the air, wind 0.1 m/s, vapour pressure 12 hPa) in which core, skin and clothing would be as
/// warm as they are outside.
///
/// Source: Höppe (1999), The physiological equivalent temperature, Int. J. Biometeorol. 43, with
/// the heat balance MEMI and the constants of the program in VDI 3787 part 2; the national heat map
/// is a regression to this index.
///
/// Three things differ from that program as UMEP has it. The balance is solved to a millionth of a
/// degree, not in steps of a thousandth (up to 0.07 K in PET for the standard person, twice that in
/// thick clothes). Blood flow is one continuous function that never falls below its basal value;
/// the program tries cases with a rounded constant and is degrees off where none fits (hard work in
/// the cold). Air wetter than the skin takes up no sweat.
///
/// Nothing where a figure is no number or outside of: air -50 to 50 °C, radiant minus air -30 to
/// 80 K, wind 0 to 30 m/s, humidity 0 to 100 %. No limits are published: inside these each balance
/// has an answer. The person is asserted: age 5 to 110, height 1 to 2.2 m, mass 20 to 180 kg, work
/// 0 to 400 W, clothing 0.1 to 2.5 clo. Any thread; a few microseconds.
std::optional<double> exactPet(const ThermalEnvironment& environment, const Person& person = {});

/// The corrected index of Walther & Goestchel (2018), The P.E.T. comfort index: questioning the
/// model, Building and Environment 137. Clothing adds more surface, vapour passes through it
/// (Woodcock 0.38), and evaporation is drawn up anew in the reference room, where the person wears
/// 0.9 clo and works 80 W. In strong sun it lies degrees below exactPet: never mix the two in one
/// map. As in the authors' program all sweat evaporates, at most 500 g/(m² h), and women sweat as
/// men do.
///
/// Units, range and refusal as exactPet.
std::optional<double> correctedPet(const ThermalEnvironment& environment,
                                   const Person& person = {});

}  // namespace lommer::core
