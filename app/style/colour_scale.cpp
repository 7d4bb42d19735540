#include "app/style/colour_scale.h"

#include "app/style/colour_ramp.h"

#include <algorithm>
#include <limits>

namespace lommer::app {

ColourScale::ColourScale(const LayerStyle& style)
    : kind_(style.kind),
      single_(style.colour.rgba()),
      minimum_(style.minimum),
      perValue_(style.maximum > style.minimum ? 1.0 / (style.maximum - style.minimum) : 0.0) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    for (const StyleClass& styleClass : style.classes) {
        bands_.push_back({styleClass.from.value_or(-infinity), styleClass.to.value_or(infinity),
                          styleClass.colour.rgba()});
    }
    for (const StyleCategory& category : style.categories) {
        for (const std::string& value : category.values) {
            categories_.emplace(value, category.colour.rgba());
        }
        if (category.values.empty()) {
            otherCategory_ = category.colour.rgba();
        }
    }
    if (kind_ == StyleKind::ramp) {
        for (std::size_t i = 0; i < ramp_.size(); ++i) {
            ramp_[i] = colourAt(style.ramp, static_cast<double>(i) / 255.0).rgba();
        }
    }
}

std::optional<QRgb> ColourScale::colourOf(const core::Column& column, std::int64_t row) const {
    if (kind_ != StyleKind::categories) {
        return colourOf(column.numberAt(row));
    }
    if (column.info().type != core::ColumnType::text) {
        return otherCategory_;
    }
    const auto found = categories_.find(column.textAt(row));
    return found == categories_.end() ? otherCategory_ : found->second;
}

std::optional<QRgb> ColourScale::colourOf(double value) const {
    switch (kind_) {
        case StyleKind::single:
            return single_;
        case StyleKind::ramp: {
            const double fraction = std::clamp((value - minimum_) * perValue_, 0.0, 1.0);
            // Not std::lround: this is done for every cell of a picture, and is never negative.
            // NOLINTNEXTLINE(bugprone-incorrect-roundings)
            return ramp_[static_cast<std::size_t>(fraction * 255.0 + 0.5)];
        }
        case StyleKind::classes:
            for (const Band& band : bands_) {
                if (value >= band.from && value < band.to) {
                    return band.colour;
                }
            }
            return std::nullopt;
        case StyleKind::categories:  // a number is no text
            return otherCategory_;
    }
    return std::nullopt;
}

}  // namespace lommer::app
