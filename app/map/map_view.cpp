#include "app/map/map_view.h"

#include <algorithm>
#include <cmath>

namespace lommer::app {
namespace {

/// Shown where there is nothing to show: the European Netherlands in RD.
constexpr core::Bounds kNetherlands{10000.0, 305000.0, 280000.0, 620000.0};

}  // namespace

MapView::MapView(core::Point centre, double metresPerPixel, QSizeF size)
    : centre_(centre),
      metresPerPixel_(std::clamp(metresPerPixel, kFinest, kCoarsest)),
      size_(std::max(size.width(), 1.0), std::max(size.height(), 1.0)) {}

MapView MapView::showing(const core::Bounds& bounds, QSizeF size, double margin) {
    core::Bounds wanted = bounds.isEmpty() ? kNetherlands : bounds;
    if (wanted.width() <= 0.0 && wanted.height() <= 0.0) {
        wanted = wanted.grownBy(50.0);
    }
    const core::Point centre{(wanted.xmin + wanted.xmax) / 2.0, (wanted.ymin + wanted.ymax) / 2.0};
    const double perPixel = std::max(wanted.width() / std::max(size.width(), 1.0),
                                     wanted.height() / std::max(size.height(), 1.0));
    return {centre, perPixel * (1.0 + 2.0 * margin), size};
}

core::Bounds MapView::bounds() const {
    const double halfWidth = size_.width() * metresPerPixel_ / 2.0;
    const double halfHeight = size_.height() * metresPerPixel_ / 2.0;
    return {centre_.x - halfWidth, centre_.y - halfHeight, centre_.x + halfWidth,
            centre_.y + halfHeight};
}

QPointF MapView::toScreen(core::Point place) const {
    return {(place.x - centre_.x) / metresPerPixel_ + size_.width() / 2.0,
            (centre_.y - place.y) / metresPerPixel_ + size_.height() / 2.0};
}

core::Point MapView::toMap(QPointF pixel) const {
    return {centre_.x + (pixel.x() - size_.width() / 2.0) * metresPerPixel_,
            centre_.y - (pixel.y() - size_.height() / 2.0) * metresPerPixel_};
}

MapView MapView::movedBy(QPointF pixels) const {
    return {{centre_.x - pixels.x() * metresPerPixel_, centre_.y + pixels.y() * metresPerPixel_},
            metresPerPixel_,
            size_};
}

MapView MapView::zoomed(double factor, QPointF fixed) const {
    const core::Point place = toMap(fixed);
    const double finer = std::clamp(metresPerPixel_ / factor, kFinest, kCoarsest);
    const double share = finer / metresPerPixel_;
    return {{place.x + (centre_.x - place.x) * share, place.y + (centre_.y - place.y) * share},
            finer,
            size_};
}

double scaleOf(const MapView& view, double pixelsPerMetre) {
    return view.metresPerPixel() * pixelsPerMetre;
}

}  // namespace lommer::app
