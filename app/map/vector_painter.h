#pragma once

#include "app/map/map_renderer.h"
#include "app/map/shape_painter.h"
#include "app/style/colour_scale.h"

#include <QPolygonF>
#include <vector>

namespace lommer::app {

/// Draws the features of a table layer that the view shows, one by one in row order: merging them
/// into one path is many times slower. Edges are left out where features are smaller than 2 pixels.
class VectorPainter {
public:
    /// All arguments outlive the object.
    VectorPainter(QPainter& painter, const MapLayer& layer, const RenderRequest& request,
                  const std::stop_token& stop);
    void paint();

private:
    /// In pixels, of so many points in the picture.
    double dotRadius(double count) const;
    void paintRow(std::int64_t row);
    void setColours(std::int64_t row, double size);
    void paintPolygons(std::int64_t row);
    void paintLines(std::int64_t row);
    void paintPoints(std::int64_t row);
    void paintSelected();
    void appendRing(core::PointSpan points);

    QPainter& painter_;
    ShapePainter shapes_;
    const MapLayer& layer_;
    const RenderRequest& request_;
    const std::stop_token& stop_;
    ColourScale scale_;
    const core::Column* column_ = nullptr;
    QPolygonF polygon_;
    double pointRadius_ = 0.0;
    /// False where a value has no class: not drawn.
    bool isDrawn_ = true;
};

}  // namespace lommer::app
