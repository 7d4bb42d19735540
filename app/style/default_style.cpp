#include "app/style/default_style.h"

#include "app/style/colour_ramp.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lommer::app {
namespace {

constexpr std::array kPlainColours{"#6d8ea8", "#a88b5c", "#7d9a68",
                                   "#9a6f8c", "#5f9490", "#a8705f"};

}  // namespace

LayerStyle plainStyle(int index) {
    LayerStyle style;
    style.colour = QColor(
        QLatin1String(kPlainColours[static_cast<std::size_t>(index) % kPlainColours.size()]));
    return style;
}

std::vector<double> numbersOf(const core::Column& column) {
    std::vector<double> values;
    for (std::int64_t row = 0; row < column.size(); ++row) {
        if (column.isPresent(row) && column.info().type != core::ColumnType::text) {
            values.push_back(column.numberAt(row));
        }
    }
    return values;
}

LayerStyle classifiedStyle(const core::Column& column, int classCount, ClassMethod method) {
    const std::vector<double> values = numbersOf(column);
    LayerStyle style = plainStyle(0);
    if (!column.isNumeric() || values.empty()) {
        return style;
    }
    const auto [lowest, highest] = std::minmax_element(values.begin(), values.end());
    // Two signs: the midpoint 0 means something.
    const RampKind kind =
        *lowest < 0.0 && *highest > 0.0 ? RampKind::diverging : RampKind::sequential;
    style.kind = StyleKind::classes;
    style.column = QString::fromStdString(column.info().name);
    style.unit = column.info().unit;
    style.classes = classesFor(classBounds(values, classCount, method), defaultRamp(kind).anchors);
    return style;
}

LayerStyle rasterStyle(std::span<const double> sample) {
    LayerStyle style;
    style.kind = StyleKind::ramp;
    style.ramp = defaultRamp(RampKind::sequential).anchors;
    if (!sample.empty()) {
        std::vector<double> values(sample.begin(), sample.end());
        std::sort(values.begin(), values.end());
        const std::size_t last = values.size() - 1;
        style.minimum = values[last / 50];
        style.maximum = values[last - last / 50];
    }
    if (!(style.minimum < style.maximum)) {
        style.maximum = style.minimum + 1.0;
    }
    return style;
}

}  // namespace lommer::app
