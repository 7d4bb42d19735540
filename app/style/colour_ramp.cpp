#include "app/style/colour_ramp.h"

#include "core/base/assert.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lommer::app {
namespace {

struct Lab {
    double l = 0.0;
    double a = 0.0;
    double b = 0.0;
};

double toLinear(double value) {
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double fromLinear(double value) {
    const double clamped = std::clamp(value, 0.0, 1.0);
    return clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * std::pow(clamped, 1.0 / 2.4) - 0.055;
}

Lab toLab(const QColor& colour) {
    const double r = toLinear(static_cast<double>(colour.redF()));
    const double g = toLinear(static_cast<double>(colour.greenF()));
    const double b = toLinear(static_cast<double>(colour.blueF()));
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

QColor fromLab(const Lab& lab) {
    const double l = std::pow(lab.l + 0.3963377774 * lab.a + 0.2158037573 * lab.b, 3.0);
    const double m = std::pow(lab.l - 0.1055613458 * lab.a - 0.0638541728 * lab.b, 3.0);
    const double s = std::pow(lab.l - 0.0894841775 * lab.a - 1.2914855480 * lab.b, 3.0);
    const double r = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s;
    const double g = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s;
    const double b = -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s;
    const auto channel = [](double value) {
        return static_cast<int>(std::lround(fromLinear(value) * 255.0));
    };
    return {channel(r), channel(g), channel(b)};
}

std::vector<QColor> parse(std::initializer_list<const char*> names) {
    std::vector<QColor> result;
    for (const char* name : names) {
        result.emplace_back(QLatin1String(name));
    }
    return result;
}

const std::array<ColourRamp, 6>& allRamps() {
    static const std::array<ColourRamp, 6> ramps{
        ColourRamp{"warm", RampKind::sequential,
                   parse({"#fff3c4", "#fdc66b", "#f0893a", "#c64a1f", "#7a1f1a"})},
        ColourRamp{"green", RampKind::sequential,
                   parse({"#f2f7d5", "#b7dd9a", "#6cb571", "#2a7f55", "#0c4a3c"})},
        ColourRamp{"water", RampKind::sequential,
                   parse({"#eaf4fb", "#acd2ec", "#64a4d6", "#2b6cae", "#143d76"})},
        ColourRamp{"grey", RampKind::sequential, parse({"#f7f7f7", "#1a1a1a"})},
        ColourRamp{"blue-orange", RampKind::diverging,
                   parse({"#1b4f8f", "#7fb0d8", "#f5f3ee", "#f0a55c", "#a34307"})},
        ColourRamp{"purple-green", RampKind::diverging,
                   parse({"#5b2c83", "#b79ccb", "#f5f4f2", "#8fc08f", "#1d6b3c"})},
    };
    return ramps;
}

}  // namespace

std::span<const ColourRamp> colourRamps() {
    return allRamps();
}

const ColourRamp& defaultRamp(RampKind kind) {
    const auto& ramps = allRamps();
    const auto* found = std::find_if(ramps.begin(), ramps.end(),
                                     [kind](const ColourRamp& ramp) { return ramp.kind == kind; });
    LOMMER_ASSERT(found != ramps.end());
    return *found;
}

QColor colourAt(std::span<const QColor> anchors, double fraction) {
    LOMMER_ASSERT(!anchors.empty());
    const double place = std::clamp(fraction, 0.0, 1.0) * static_cast<double>(anchors.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    if (below + 1 >= anchors.size()) {
        return anchors.back();
    }
    const double share = place - static_cast<double>(below);
    const Lab from = toLab(anchors[below]);
    const Lab to = toLab(anchors[below + 1]);
    return fromLab({from.l + share * (to.l - from.l), from.a + share * (to.a - from.a),
                    from.b + share * (to.b - from.b)});
}

std::vector<QColor> colours(std::span<const QColor> anchors, int count) {
    LOMMER_ASSERT(count >= 1);
    std::vector<QColor> result;
    result.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        result.push_back(
            colourAt(anchors, count == 1 ? 0.5 : static_cast<double>(i) / (count - 1)));
    }
    return result;
}

double lightnessOf(const QColor& colour) {
    return toLab(colour).l;
}

}  // namespace lommer::app
