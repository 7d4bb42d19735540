#pragma once

#include <QColor>
#include <QString>
#include <span>
#include <vector>

namespace lommer::app {

enum class RampKind {
    sequential,  // from little to much: lightness falls all the way
    diverging,   // two sides of a real midpoint
};

/// A named row of anchor colours that can be told apart with every kind of colour vision.
struct ColourRamp {
    QString id;
    RampKind kind = RampKind::sequential;
    std::vector<QColor> anchors;
};

/// All ramps, the default of each kind first.
std::span<const ColourRamp> colourRamps();
const ColourRamp& defaultRamp(RampKind kind);

/// The colour at `fraction` (0 to 1, beyond is clamped) of the anchors, mixed in the OKLab space
/// (B. Ottosson, 2020, "A perceptual color space for image processing"), so that equal steps look
/// equal. `anchors` must not be empty (asserted).
QColor colourAt(std::span<const QColor> anchors, double fraction);

/// `count` (>= 1) colours spread over the anchors, both ends included.
std::vector<QColor> colours(std::span<const QColor> anchors, int count);

/// Perceived lightness (OKLab L), 0 black to 1 white.
double lightnessOf(const QColor& colour);

}  // namespace lommer::app
