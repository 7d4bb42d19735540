#include "app/map/vector_painter.h"

#include "app/style/nothing.h"
#include "core/base/error.h"

#include <algorithm>
#include <cmath>

namespace lommer::app {
namespace {

/// Features between two looks at the stop sign.
constexpr std::int64_t kRowsAtATime = 256;
constexpr double kSmallestOutlined = 2.0;
constexpr double kOutlineWidth = 1.4;
/// Dots may cover this share of the picture; with more of them they become smaller, to this radius.
constexpr double kLargestShareOfDots = 0.12;
constexpr double kSmallestDot = 0.55;
/// A dot smaller than this has no room for an edge.
constexpr double kSmallestDotWithEdge = 1.3;
const QColor kSelection(0, 150, 215);

}  // namespace

VectorPainter::VectorPainter(QPainter& painter, const MapLayer& layer, const RenderRequest& request,
                             const std::stop_token& stop)
    : painter_(painter),
      shapes_(painter, QRectF(QPointF(0.0, 0.0), request.view.size())),
      layer_(layer),
      request_(request),
      stop_(stop),
      scale_(layer.style) {
    if (layer.style.kind != StyleKind::single) {
        if (const auto index = layer.data.table->indexOf(layer.style.column.toStdString())) {
            column_ = &layer.data.table->column(*index);
        }
    }
}

void VectorPainter::paint() {
    const double around = 8.0 * request_.view.metresPerPixel();
    const std::vector<std::int64_t> rows =
        layer_.data.index->rowsIn(request_.view.bounds().grownBy(around));
    pointRadius_ = dotRadius(static_cast<double>(rows.size()));
    std::int64_t count = 0;
    for (const std::int64_t row : rows) {
        if (++count % kRowsAtATime == 0 && stop_.stop_requested()) {
            throw core::Cancelled{};
        }
        paintRow(row);
    }
    paintSelected();
}

double VectorPainter::dotRadius(double count) const {
    const double radius = layer_.style.pointRadius;
    const QSizeF size = request_.view.size();
    const double share = count * 4.0 * radius * radius / (size.width() * size.height());
    const double smaller = radius * std::sqrt(kLargestShareOfDots / std::max(share, 1e-9));
    return std::clamp(smaller, std::min(kSmallestDot, radius), radius);
}

void VectorPainter::paintRow(std::int64_t row) {
    const core::Bounds& box = layer_.data.index->boundsOf(row);
    setColours(row, std::max(box.width(), box.height()) / request_.view.metresPerPixel());
    if (!isDrawn_) {
        return;
    }
    switch (layer_.data.index->geometries().kinds[static_cast<std::size_t>(row)]) {
        case core::GeometryKind::polygon:
            paintPolygons(row);
            break;
        case core::GeometryKind::line:
            painter_.setPen(QPen(painter_.brush().color(), 1.6));
            paintLines(row);
            break;
        case core::GeometryKind::point:
            paintPoints(row);
            break;
        case core::GeometryKind::none:
            break;
    }
}

void VectorPainter::setColours(std::int64_t row, double size) {
    isDrawn_ = true;
    QPen pen(Qt::NoPen);
    QColor colour = layer_.style.colour;
    if (column_ != nullptr) {
        if (const auto nothing = nothingOf(column_->presenceAt(row))) {
            painter_.setBrush(brushOf(*nothing));
            painter_.setPen(size < kSmallestOutlined ? pen : penOf(*nothing, 0.7));
            return;
        }
        const auto found = scale_.colourOf(*column_, row);
        isDrawn_ = found.has_value();
        colour = found ? QColor::fromRgba(*found) : QColor();
    }
    const bool isArea = layer_.data.index->geometries().kinds[static_cast<std::size_t>(row)] ==
                        core::GeometryKind::polygon;
    if (layer_.style.isOutline && isArea) {
        painter_.setBrush(Qt::NoBrush);
        painter_.setPen(QPen(colour, kOutlineWidth));
        return;
    }
    painter_.setBrush(colour);
    if (size >= kSmallestOutlined) {
        // Dark enough to part neighbours of one class, thin enough not to tint small areas.
        pen = QPen(colour.darker(150), size < 12.0 ? 0.35 : 0.7);
    }
    painter_.setPen(pen);
}

void VectorPainter::appendRing(core::PointSpan points) {
    polygon_.clear();
    polygon_.reserve(static_cast<qsizetype>(points.size()));
    for (const core::Point& point : points) {
        const QPointF pixel = request_.view.toScreen(point);
        // Points closer than a third of a pixel to the one before cannot be seen.
        if (polygon_.isEmpty() ||
            (pixel - polygon_.back()).manhattanLength() * request_.pixelRatio > 0.33) {
            polygon_.append(pixel);
        }
    }
    if (polygon_.size() == 1) {
        polygon_.append(polygon_.front() + QPointF(0.3, 0.3));
    }
}

void VectorPainter::paintPolygons(std::int64_t row) {
    const core::GeometryColumn& geometries = layer_.data.index->geometries();
    const auto feature = static_cast<std::size_t>(row);
    for (std::uint32_t part = geometries.featureOffsets[feature];
         part < geometries.featureOffsets[feature + 1]; ++part) {
        const std::uint32_t first = geometries.partOffsets[part];
        const std::uint32_t last = geometries.partOffsets[part + 1];
        if (last == first + 1) {
            appendRing(geometries.ring(first));
            shapes_.polygon(polygon_);
            continue;
        }
        std::vector<QPolygonF> rings;
        rings.reserve(last - first);
        for (std::uint32_t ring = first; ring < last; ++ring) {
            appendRing(geometries.ring(ring));
            rings.push_back(polygon_);
        }
        shapes_.polygon(rings);
    }
}

void VectorPainter::paintLines(std::int64_t row) {
    const core::GeometryColumn& geometries = layer_.data.index->geometries();
    const auto feature = static_cast<std::size_t>(row);
    for (std::uint32_t part = geometries.featureOffsets[feature];
         part < geometries.featureOffsets[feature + 1]; ++part) {
        appendRing(geometries.ring(geometries.partOffsets[part]));
        shapes_.line(polygon_);
    }
}

void VectorPainter::paintPoints(std::int64_t row) {
    const core::GeometryColumn& geometries = layer_.data.index->geometries();
    const auto feature = static_cast<std::size_t>(row);
    for (std::uint32_t part = geometries.featureOffsets[feature];
         part < geometries.featureOffsets[feature + 1]; ++part) {
        const core::Point place = geometries.ring(geometries.partOffsets[part])[0];
        painter_.setPen(pointRadius_ < kSmallestDotWithEdge
                            ? QPen(Qt::NoPen)
                            : QPen(painter_.brush().color().darker(160), 0.7));
        shapes_.dot(request_.view.toScreen(place), pointRadius_);
    }
}

void VectorPainter::paintSelected() {
    const core::GeometryColumn& geometries = layer_.data.index->geometries();
    painter_.save();
    painter_.setRenderHint(QPainter::Antialiasing);
    painter_.setOpacity(1.0);
    pointRadius_ = std::max(pointRadius_, 3.0);
    // A light line under the coloured one is seen on every fill.
    for (const QPen& pen : {QPen(Qt::white, 5.0), QPen(kSelection, 2.6)}) {
        for (const std::int64_t row : layer_.selectedRows) {
            if (row < 0 || row >= static_cast<std::int64_t>(geometries.kinds.size())) {
                continue;
            }
            painter_.setPen(pen);
            painter_.setBrush(Qt::NoBrush);
            switch (geometries.kinds[static_cast<std::size_t>(row)]) {
                case core::GeometryKind::polygon:
                    paintPolygons(row);
                    break;
                case core::GeometryKind::line:
                    paintLines(row);
                    break;
                case core::GeometryKind::point:
                    painter_.setBrush(pen.color());
                    paintPoints(row);
                    break;
                case core::GeometryKind::none:
                    break;
            }
        }
    }
    painter_.restore();
}

}  // namespace lommer::app
