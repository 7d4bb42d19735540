#include "app/map/shape_painter.h"

#include <QPaintEngine>
#include <QPainterPath>
#include <algorithm>
#include <array>

namespace lommer::app {
namespace {

/// One side of a frame: the half plane where `inside` is not negative.
struct Side {
    double x;
    double y;
    double offset;

    double inside(const QPointF& point) const { return x * point.x() + y * point.y() - offset; }
};

std::array<Side, 4> sidesOf(const QRectF& frame) {
    return {Side{1.0, 0.0, frame.left()}, Side{-1.0, 0.0, -frame.right()},
            Side{0.0, 1.0, frame.top()}, Side{0.0, -1.0, -frame.bottom()}};
}

QPointF between(const QPointF& from, const QPointF& to, double part) {
    return from + part * (to - from);
}

QPolygonF cutAt(const QPolygonF& polygon, const Side& side) {
    QPolygonF kept;
    kept.reserve(polygon.size() + 4);
    for (qsizetype i = 0; i < polygon.size(); ++i) {
        const QPointF& from = polygon[i];
        const QPointF& to = polygon[(i + 1) % polygon.size()];
        const double before = side.inside(from);
        const double after = side.inside(to);
        if (before >= 0.0) {
            kept.append(from);
        }
        if ((before >= 0.0) != (after >= 0.0)) {
            kept.append(between(from, to, before / (before - after)));
        }
    }
    return kept;
}

/// What part of a straight piece lies inside, from 0 to 1; empty (from >= to) where none does.
struct Stretch {
    double from = 0.0;
    double to = 1.0;
};

Stretch stretchInside(const QPointF& from, const QPointF& to, const std::array<Side, 4>& sides) {
    Stretch stretch;
    for (const Side& side : sides) {
        const double before = side.inside(from);
        const double after = side.inside(to);
        if (before < 0.0 && after < 0.0) {
            return {1.0, 0.0};
        }
        if (before < 0.0) {
            stretch.from = std::max(stretch.from, before / (before - after));
        } else if (after < 0.0) {
            stretch.to = std::min(stretch.to, before / (before - after));
        }
    }
    return stretch;
}

bool holds(const QRectF& frame, const QPolygonF& shape) {
    return std::all_of(shape.begin(), shape.end(), [&frame](const QPointF& point) {
        return point.x() >= frame.left() && point.x() <= frame.right() &&
               point.y() >= frame.top() && point.y() <= frame.bottom();
    });
}

void drawRings(QPainter& painter, const std::vector<QPolygonF>& rings) {
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (const QPolygonF& ring : rings) {
        path.addPolygon(ring);
        path.closeSubpath();
    }
    painter.drawPath(path);
}

}  // namespace

QPolygonF clippedPolygon(const QPolygonF& polygon, const QRectF& frame) {
    QPolygonF kept = polygon;
    for (const Side& side : sidesOf(frame)) {
        kept = cutAt(kept, side);
    }
    return kept.size() < 3 ? QPolygonF() : kept;
}

std::vector<QPolygonF> clippedLine(const QPolygonF& line, const QRectF& frame) {
    const auto sides = sidesOf(frame);
    std::vector<QPolygonF> pieces;
    bool isOpen = false;
    for (qsizetype i = 0; i + 1 < line.size(); ++i) {
        const Stretch stretch = stretchInside(line[i], line[i + 1], sides);
        if (stretch.from >= stretch.to) {
            isOpen = false;
            continue;
        }
        if (!isOpen || stretch.from > 0.0) {
            pieces.push_back({between(line[i], line[i + 1], stretch.from)});
        }
        pieces.back().append(between(line[i], line[i + 1], stretch.to));
        isOpen = stretch.to >= 1.0;
    }
    return pieces;
}

ShapePainter::ShapePainter(QPainter& painter, const QRectF& frame)
    : painter_(painter),
      frame_(frame),
      isClipping_(painter.paintEngine()->type() == QPaintEngine::SVG) {}

void ShapePainter::polygon(const QPolygonF& ring) {
    if (!isClipping_ || holds(frame_, ring)) {
        painter_.drawPolygon(ring);
    } else {
        polygon(std::vector<QPolygonF>{ring});
    }
}

void ShapePainter::polygon(const std::vector<QPolygonF>& rings) {
    const auto isInside = [this](const QPolygonF& ring) { return holds(frame_, ring); };
    if (!isClipping_ || std::all_of(rings.begin(), rings.end(), isInside)) {
        drawRings(painter_, rings);
        return;
    }
    std::vector<QPolygonF> kept;
    kept.reserve(rings.size());
    for (const QPolygonF& ring : rings) {
        kept.push_back(clippedPolygon(ring, frame_));
    }
    std::erase_if(kept, [](const QPolygonF& ring) { return ring.isEmpty(); });
    if (kept.empty()) {
        return;
    }
    const QPen pen = painter_.pen();
    painter_.setPen(Qt::NoPen);
    drawRings(painter_, kept);
    painter_.setPen(pen);
    for (const QPolygonF& ring : rings) {
        outline(ring);
    }
}

void ShapePainter::outline(const QPolygonF& ring) {
    if (painter_.pen().style() != Qt::NoPen && !ring.isEmpty()) {
        QPolygonF closed = ring;
        if (!closed.isClosed()) {
            closed.append(closed.front());
        }
        line(closed);
    }
}

void ShapePainter::line(const QPolygonF& line) {
    if (!isClipping_ || holds(frame_, line)) {
        painter_.drawPolyline(line);
        return;
    }
    for (const QPolygonF& piece : clippedLine(line, frame_)) {
        painter_.drawPolyline(piece);
    }
}

void ShapePainter::dot(const QPointF& middle, double radius) {
    const QRectF box(middle.x() - radius, middle.y() - radius, 2.0 * radius, 2.0 * radius);
    if (!isClipping_ || frame_.contains(box)) {
        painter_.drawEllipse(box);
    } else if (frame_.intersects(box)) {
        QPainterPath circle;
        circle.addEllipse(box);
        polygon(circle.toFillPolygon());
    }
}

}  // namespace lommer::app
