#pragma once

#include "app/map/map_layer.h"
#include "app/map/map_view.h"

#include <QImage>
#include <QPainter>
#include <stop_token>
#include <vector>

namespace lommer::app {

enum class RenderQuality {
    draft,  // quickly: no smooth edges, coarser cells
    final,  // as it should be
};

/// What a picture of the map needs; nothing in it changes while it is drawn.
struct RenderRequest {
    /// The lowest first.
    std::vector<MapLayer> layers;
    MapView view;
    /// Device pixels per pixel of `view`: 2 on a fine screen, 300 dpi / 96 dpi in print.
    double pixelRatio = 1.0;
    RenderQuality quality = RenderQuality::final;
    QColor background = Qt::white;
};

/// Draws maps without a window: on any thread, for screen, image and page alike.
class MapRenderer {
public:
    explicit MapRenderer(std::stop_token stop = {}) : stop_(std::move(stop)) {}

    /// An image of view.size() x pixelRatio device pixels. Throws core::Cancelled, and core::Error
    /// where a source cannot be read.
    QImage render(const RenderRequest& request) const;
    /// Draws into `painter`, whose unit is a pixel of the view; vectors stay vectors. Clips to the
    /// view. Throws as `render`.
    void paint(QPainter& painter, const RenderRequest& request) const;

private:
    std::stop_token stop_;
};

}  // namespace lommer::app
