#include "app/style/number_text.h"

#include <algorithm>
#include <cmath>

namespace lommer::app {

int decimalsNeeded(double value, int digits) {
    const double size = std::abs(value);
    const int whole = size < 1.0 ? (size > 0.0 ? static_cast<int>(std::ceil(std::log10(size))) : 0)
                                 : static_cast<int>(std::floor(std::log10(size))) + 1;
    const int most = std::clamp(digits - whole, 0, 12);
    for (int decimals = 0; decimals < most; ++decimals) {
        const double power = std::pow(10.0, decimals);
        if (std::abs(std::round(size * power) / power - size) <= size * std::pow(10.0, -digits)) {
            return decimals;
        }
    }
    return most;
}

QString numberText(double value, const QLocale& locale, int digits) {
    if (!std::isfinite(value)) {
        return QStringLiteral("–");
    }
    // Never "-0".
    const double shown = value == 0.0 ? 0.0 : value;
    return locale.toString(shown, 'f', decimalsNeeded(shown, digits))
        .replace(QLatin1Char('-'), QStringLiteral("−"));
}

}  // namespace lommer::app
