#pragma once

#include "app/map/render_queue.h"

#include <vector>

namespace lommer::app {

/// One picture of the map, drawn on other threads. Until the next is there the last one is moved
/// and scaled to where it belongs.
class MapPicture : public QObject {
    Q_OBJECT
public:
    explicit MapPicture(QObject* parent = nullptr);

    /// The lowest first. Stops what is being drawn.
    void draw(std::vector<MapLayer> layers, const MapView& view, double pixelRatio);
    /// Nothing to show any more.
    void clear();
    bool isBusy() const { return queue_.isBusy(); }
    /// Puts the last picture where it lies in `now`.
    void paint(QPainter& painter, const MapView& now) const;

Q_SIGNALS:
    /// There is another picture; the last of a drawing where `isFinal`.
    void changed(bool isFinal);
    void failed(const lommer::core::Error& error);

private:
    RenderQueue queue_;
    QImage image_;
    MapView view_;
};

}  // namespace lommer::app
