#pragma once

#include "app/style/layer_style.h"

#include <QRgb>
#include <array>
#include <optional>
#include <vector>

namespace lommer::app {

/// A style made ready for many values: value to colour without searching for words or columns.
class ColourScale {
public:
    explicit ColourScale(const LayerStyle& style);

    /// The colour of a value (not NaN); nothing where the style has no class for it: not drawn.
    std::optional<QRgb> colourOf(double value) const;

private:
    struct Band {
        double from;
        double to;
        QRgb colour;
    };
    StyleKind kind_;
    QRgb single_;
    std::vector<Band> bands_;
    double minimum_;
    double perValue_;
    std::array<QRgb, 256> ramp_{};
};

}  // namespace lommer::app
