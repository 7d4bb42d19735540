#pragma once

#include "app/style/layer_style.h"
#include "core/vector/column.h"

#include <QRgb>
#include <array>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lommer::app {

/// A style made ready for many values: value to colour without searching for words or columns.
class ColourScale {
public:
    /// `style` must outlive this.
    explicit ColourScale(const LayerStyle& style);

    /// The colour of the row of a column that has a value there; nothing where the style has none.
    std::optional<QRgb> colourOf(const core::Column& column, std::int64_t row) const;
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
    std::unordered_map<std::string_view, QRgb> categories_;
    std::optional<QRgb> otherCategory_;
    double minimum_;
    double perValue_;
    std::array<QRgb, 256> ramp_{};
};

}  // namespace lommer::app
