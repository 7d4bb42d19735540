#pragma once

#include <cstdint>
#include <optional>

namespace lommer::core {

struct UtciInput {
    double airTemperatureCelsius = 0.0;
    double meanRadiantTemperatureCelsius = 0.0;
    /// m/s, 10 m above open ground, as weather stations measure; not the wind a person feels.
    double windAtTenMetres = 0.0;
    double relativeHumidityPercent = 0.0;
};

/// Universal thermal climate index in °C: the temperature of a reference (radiation as warm as the
/// air, wind 0.5 m/s at 10 m, humidity 50 % up to 20 hPa) that strains someone who walks 4 km/h as
/// much. The regression of sixth degree of Bröde et al. (2012), Deriving the operational procedure
/// for the Universal Thermal Climate Index, Int. J. Biometeorol. 56.
///
/// Nothing where the regression does not hold or a figure is no number: air -50 to 50 °C, radiant
/// minus air -30 to 70 K, wind 0.5 to 17 m/s, humidity 5 to 100 % and at most 50 hPa. Calm air is
/// refused too: whoever wants it to count as 0.5 m/s says so. Any thread; under a microsecond.
std::optional<double> utci(const UtciInput& input);

/// The regression without a look at its range: beyond it the figure soon means nothing.
double utciRegression(const UtciInput& input);

enum class UtciStress : std::uint8_t {
    extremeCold,
    veryStrongCold,
    strongCold,
    moderateCold,
    slightCold,
    none,
    moderateHeat,
    strongHeat,
    veryStrongHeat,
    extremeHeat,
};

/// The ten classes of Bröde et al. (2012), with limits at -40, -27, -13, 0, 9, 26, 32, 38 and
/// 46 °C. A figure on a limit is in the milder class, as the outer two ("above 46", "below -40")
/// have it. Not for NaN (asserted).
UtciStress utciStress(double utciCelsius) noexcept;

}  // namespace lommer::core
