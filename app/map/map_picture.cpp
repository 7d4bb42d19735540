#include "app/map/map_picture.h"

namespace lommer::app {

MapPicture::MapPicture(QObject* parent) : QObject(parent) {
    connect(&queue_, &RenderQueue::drawn, this,
            [this](const QImage& image, const MapView& view, bool isFinal) {
                image_ = image;
                view_ = view;
                Q_EMIT changed(isFinal);
            });
    connect(&queue_, &RenderQueue::failed, this, &MapPicture::failed);
}

void MapPicture::draw(std::vector<MapLayer> layers, const MapView& view, double pixelRatio) {
    RenderRequest request;
    request.layers = std::move(layers);
    request.view = view;
    request.pixelRatio = pixelRatio;
    queue_.start(std::move(request));
}

void MapPicture::clear() {
    queue_.cancel();
    image_ = {};
}

void MapPicture::paint(QPainter& painter, const MapView& now) const {
    if (image_.isNull()) {
        return;
    }
    const core::Bounds seen = view_.bounds();
    const QRectF place(now.toScreen({seen.xmin, seen.ymax}), now.toScreen({seen.xmax, seen.ymin}));
    const bool isSameScale = view_.metresPerPixel() == now.metresPerPixel();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !isSameScale);
    if (isSameScale) {
        painter.drawImage(place.topLeft(), image_);
    } else {
        painter.drawImage(place, image_);
    }
}

}  // namespace lommer::app
