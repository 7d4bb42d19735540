#include "app/map/map_renderer.h"

#include "app/map/raster_painter.h"
#include "app/map/vector_painter.h"

#include <QPaintEngine>
#include <cmath>

namespace lommer::app {
namespace {

/// Brings the painter back as it was, also when a stop or an error is thrown.
class PainterState {
public:
    explicit PainterState(QPainter& painter) : painter_(painter) { painter_.save(); }
    ~PainterState() { painter_.restore(); }
    PainterState(const PainterState&) = delete;
    PainterState& operator=(const PainterState&) = delete;

private:
    QPainter& painter_;
};

/// A device that does not clip (SVG) gets cells as one picture, cut off at the edges of the view.
void paintCells(QPainter& painter, const MapLayer& layer, const RenderRequest& request,
                const std::stop_token& stop) {
    if (painter.paintEngine()->type() != QPaintEngine::SVG) {
        paintRaster(painter, layer, request, stop);
        return;
    }
    const QSizeF size = request.view.size() * request.pixelRatio;
    QImage picture(static_cast<int>(std::lround(size.width())),
                   static_cast<int>(std::lround(size.height())),
                   QImage::Format_ARGB32_Premultiplied);
    picture.setDevicePixelRatio(request.pixelRatio);
    picture.fill(Qt::transparent);
    {
        QPainter inside(&picture);
        paintRaster(inside, layer, request, stop);
    }
    picture.setDevicePixelRatio(1.0);
    painter.drawImage(QRectF(QPointF(0.0, 0.0), request.view.size()), picture);
}

}  // namespace

QImage MapRenderer::render(const RenderRequest& request) const {
    const QSizeF size = request.view.size() * request.pixelRatio;
    QImage image(static_cast<int>(std::lround(size.width())),
                 static_cast<int>(std::lround(size.height())), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(request.pixelRatio);
    image.fill(request.background);
    QPainter painter(&image);
    paint(painter, request);
    return image;
}

void MapRenderer::paint(QPainter& painter, const RenderRequest& request) const {
    const PainterState state(painter);
    painter.setClipRect(QRectF(QPointF(0.0, 0.0), request.view.size()), Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing, request.quality == RenderQuality::final);
    for (const MapLayer& layer : request.layers) {
        painter.setOpacity(layer.style.opacity);
        if (layer.data.raster != nullptr) {
            paintCells(painter, layer, request, stop_);
        } else if (layer.data.index != nullptr) {
            VectorPainter(painter, layer, request, stop_).paint();
        }
    }
}

}  // namespace lommer::app
