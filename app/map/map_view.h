#pragma once

#include "core/base/bounds.h"

#include <QPointF>
#include <QSizeF>

namespace lommer::app {

/// Which part of RD is seen on a sheet or window: north is up. A value.
/// Screen coordinates are in pixels of the sheet (device-independent), y down.
class MapView {
public:
    /// Most and least metres per pixel: the whole country in a thumbnail, a centimetre in 20
    /// pixels.
    static constexpr double kCoarsest = 5000.0;
    static constexpr double kFinest = 0.0005;

    MapView() = default;
    MapView(core::Point centre, double metresPerPixel, QSizeF size);
    /// The smallest view that shows all of `bounds` with `margin` (a share) around it. Empty bounds
    /// give the Netherlands; a single point gives 100 m.
    static MapView showing(const core::Bounds& bounds, QSizeF size, double margin = 0.05);

    core::Point centre() const { return centre_; }
    double metresPerPixel() const { return metresPerPixel_; }
    QSizeF size() const { return size_; }
    core::Bounds bounds() const;
    QPointF toScreen(core::Point place) const;
    core::Point toMap(QPointF pixel) const;

    MapView resized(QSizeF size) const { return {centre_, metresPerPixel_, size}; }
    /// Moved so that what was under (0, 0) comes under `pixels`.
    MapView movedBy(QPointF pixels) const;
    /// `factor` > 1 zooms in; what is under `fixed` stays there.
    MapView zoomed(double factor, QPointF fixed) const;
    MapView withScale(double metresPerPixel) const { return {centre_, metresPerPixel, size_}; }

    friend bool operator==(const MapView&, const MapView&) = default;

private:
    core::Point centre_{155000.0, 463000.0};
    double metresPerPixel_ = 500.0;
    QSizeF size_{1.0, 1.0};
};

/// Metres on the ground per metre on the sheet, for a sheet with `pixelsPerMetre`.
double scaleOf(const MapView& view, double pixelsPerMetre);

}  // namespace lommer::app
