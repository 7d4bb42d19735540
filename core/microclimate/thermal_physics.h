#pragma once

#include <cmath>

namespace lommer::core {

inline constexpr double kStefanBoltzmann = 5.67e-8;  // W/(m² K⁴)

/// Vapour pressure (hPa) over water where the air can hold no more; Magnus' formula with the
/// constants of VDI 3787 part 2.
inline double saturatedVapourHectopascal(double celsius) {
    return 6.107 * std::pow(10.0, 7.5 * celsius / (238.0 + celsius));
}

}  // namespace lommer::core
