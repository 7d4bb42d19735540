#pragma once

#include <QPainter>
#include <QPolygonF>
#include <vector>

namespace lommer::app {

/// The part of a polygon inside `frame`; empty where none is. Where it leaves and enters again the
/// parts hang together along the frame: right for filling, not for outlines. Sutherland and Hodgman
/// (1974), Communications of the ACM 17.
QPolygonF clippedPolygon(const QPolygonF& polygon, const QRectF& frame);

/// The pieces of a line inside `frame`, in order. Liang and Barsky (1984), ACM Transactions on
/// Graphics 3.
std::vector<QPolygonF> clippedLine(const QPolygonF& line, const QRectF& frame);

/// Draws shapes with pen and brush of the painter. Devices that do not clip (SVG) get shapes that
/// end at the frame; others get them whole.
class ShapePainter {
public:
    /// `painter` outlives the object.
    ShapePainter(QPainter& painter, const QRectF& frame);

    /// True where shapes are cut here.
    bool isClipping() const { return isClipping_; }
    /// One ring, closed or not.
    void polygon(const QPolygonF& ring);
    /// Rings with holes among them.
    void polygon(const std::vector<QPolygonF>& rings);
    void line(const QPolygonF& line);
    void dot(const QPointF& middle, double radius);

private:
    void outline(const QPolygonF& ring);

    QPainter& painter_;
    QRectF frame_;
    bool isClipping_;
};

}  // namespace lommer::app
