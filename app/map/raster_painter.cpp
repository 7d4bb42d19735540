#include "app/map/raster_painter.h"

#include "app/style/colour_scale.h"
#include "app/style/nothing.h"
#include "core/base/error.h"

#include <algorithm>
#include <cmath>

namespace lommer::app {
namespace {

/// Rows of the picture read at a time: a stop is seen between two readings.
constexpr std::int64_t kRowsAtATime = 32;

void colourRow(const float* values, QRgb* pixels, std::int64_t count, const ColourScale& scale,
               QRgb hole) {
    for (std::int64_t i = 0; i < count; ++i) {
        if (std::isnan(values[i])) {
            pixels[i] = hole;
        } else {
            const auto colour = scale.colourOf(static_cast<double>(values[i]));
            pixels[i] = colour ? qPremultiply(*colour) : 0u;
        }
    }
}

/// The picture of `window`, one pixel per square of `factor` cells.
QImage pictureOf(const MapLayer& layer, const core::CellWindow& window, std::int64_t factor,
                 const std::stop_token& stop) {
    const std::int64_t columns = core::reducedCount(window.columns, factor);
    const std::int64_t rows = core::reducedCount(window.rows, factor);
    QImage image(static_cast<int>(columns), static_cast<int>(rows),
                 QImage::Format_ARGB32_Premultiplied);
    const ColourScale scale(layer.style);
    const QRgb hole = qPremultiply(brushOf(layer.style.hole).color().rgba());
    core::RasterBuffer<float> values(columns, kRowsAtATime);
    for (std::int64_t top = 0; top < rows; top += kRowsAtATime) {
        if (stop.stop_requested()) {
            throw core::Cancelled{};
        }
        const std::int64_t count = std::min(kRowsAtATime, rows - top);
        const core::CellWindow part{window.column, window.row + top * factor, window.columns,
                                    std::min(count * factor, window.rows - top * factor)};
        layer.data.raster->readReduced(part, factor, values.view().part({0, 0, columns, count}));
        for (std::int64_t row = 0; row < count; ++row) {
            colourRow(values.view().row(row),
                      reinterpret_cast<QRgb*>(image.scanLine(static_cast<int>(top + row))), columns,
                      scale, hole);
        }
    }
    return image;
}

}  // namespace

std::int64_t reductionFor(double cellSize, double metresPerDevicePixel) {
    return std::max<std::int64_t>(
        1, static_cast<std::int64_t>(std::floor(metresPerDevicePixel / cellSize)));
}

void paintRaster(QPainter& painter, const MapLayer& layer, const RenderRequest& request,
                 const std::stop_token& stop) {
    const core::Grid& grid = layer.data.raster->grid();
    const double coarser = request.quality == RenderQuality::draft ? 4.0 : 1.0;
    const std::int64_t factor =
        reductionFor(grid.cellSize(), coarser * request.view.metresPerPixel() / request.pixelRatio);
    core::CellWindow window = grid.windowOf(request.view.bounds());
    if (window.isEmpty()) {
        return;
    }
    // Squares start at multiples of the factor, so that a picture does not swim while panning.
    window = core::intersection({window.column / factor * factor, window.row / factor * factor,
                                 window.columns + factor, window.rows + factor},
                                grid.window());
    const QImage image = pictureOf(layer, window, factor, stop);
    const auto squares = [factor](std::int64_t cells) {
        return core::reducedCount(cells, factor) * factor;
    };
    // The last squares may stick out of the grid: drawn whole, cut off at its edge.
    const core::Bounds whole =
        grid.boundsOf({window.column, window.row, squares(window.columns), squares(window.rows)});
    const core::Bounds seen = grid.boundsOf(window);
    const auto rectangle = [&](const core::Bounds& bounds) {
        return QRectF(request.view.toScreen({bounds.xmin, bounds.ymax}),
                      request.view.toScreen({bounds.xmax, bounds.ymin}));
    };
    painter.save();
    painter.setClipRect(rectangle(seen), Qt::IntersectClip);
    // Shrinking smoothly removes the last jaggedness; enlarged cells keep their edges.
    const double cellsPerPixel = request.view.metresPerPixel() / request.pixelRatio /
                                 (grid.cellSize() * static_cast<double>(factor));
    painter.setRenderHint(QPainter::SmoothPixmapTransform, cellsPerPixel > 1.0);
    painter.drawImage(rectangle(whole), image);
    painter.restore();
}

}  // namespace lommer::app
