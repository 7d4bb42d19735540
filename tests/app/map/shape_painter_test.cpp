// Devices that do not clip get shapes that end at the frame.

#include "app/map/shape_painter.h"

#include <gtest/gtest.h>

#include <QBuffer>
#include <QImage>
#include <QPainterPath>
#include <QRegularExpression>
#include <QSvgGenerator>

namespace lommer::app {
namespace {

const QRectF kFrame(0.0, 0.0, 100.0, 50.0);

double areaOf(const QPolygonF& ring) {
    double sum = 0.0;
    for (qsizetype i = 0; i < ring.size(); ++i) {
        const QPointF& a = ring[i];
        const QPointF& b = ring[(i + 1) % ring.size()];
        sum += a.x() * b.y() - b.x() * a.y();
    }
    return std::abs(0.5 * sum);
}

TEST(ClippedPolygon, IsThePartInside) {
    const QPolygonF around({{-10, -10}, {110, -10}, {110, 60}, {-10, 60}});
    EXPECT_DOUBLE_EQ(areaOf(clippedPolygon(around, kFrame)), 100.0 * 50.0);
    // A diamond around the corner (0, 0): a quarter of it, a triangle of 20 by 20, lies inside.
    const QPolygonF diamond({{20, 0}, {0, 20}, {-20, 0}, {0, -20}});
    EXPECT_DOUBLE_EQ(areaOf(clippedPolygon(diamond, kFrame)), 200.0);
    EXPECT_TRUE(clippedPolygon(QPolygonF({{-5, 0}, {-1, 3}, {-1, 9}}), kFrame).isEmpty());
    const QPolygonF inside({{1, 1}, {9, 1}, {9, 9}});
    EXPECT_EQ(clippedPolygon(inside, kFrame), inside);
}

TEST(ClippedLine, FallsApartWhereItLeaves) {
    // In over the left edge, out at the top, back in, and out at the right.
    const QPolygonF line({{-10, 10}, {10, 10}, {10, -10}, {20, -10}, {20, 10}, {120, 10}});
    const auto pieces = clippedLine(line, kFrame);
    ASSERT_EQ(pieces.size(), 2U);
    EXPECT_EQ(pieces[0], QPolygonF({{0, 10}, {10, 10}, {10, 0}}));
    EXPECT_EQ(pieces[1], QPolygonF({{20, 0}, {20, 10}, {100, 10}}));
    EXPECT_TRUE(clippedLine(QPolygonF({{-10, 0}, {-10, 60}}), kFrame).empty());
}

/// The largest and smallest numbers in all paths and points of an SVG.
std::pair<double, double> rangeOf(const QByteArray& svg) {
    std::pair<double, double> range{1e9, -1e9};
    static const QRegularExpression paths(QStringLiteral("(?: d| points)=\"([^\"]*)\""));
    static const QRegularExpression numbers(QStringLiteral("-?[0-9.]+(?:e-?[0-9]+)?"));
    auto match = paths.globalMatch(QString::fromUtf8(svg));
    while (match.hasNext()) {
        auto number = numbers.globalMatch(match.next().captured(1));
        while (number.hasNext()) {
            const double value = number.next().captured(0).toDouble();
            range = {std::min(range.first, value), std::max(range.second, value)};
        }
    }
    return range;
}

void drawAll(QPainter& painter) {
    ShapePainter shapes(painter, kFrame);
    painter.setPen(QPen(Qt::black, 1.0));
    painter.setBrush(Qt::red);
    shapes.polygon(QPolygonF({{-300, -300}, {400, -300}, {400, 25}}));
    shapes.polygon({QPolygonF({{-300, -300}, {400, -300}, {400, 400}, {-300, 400}}),
                    QPolygonF({{-20, 10}, {30, 10}, {30, 40}, {-20, 40}})});
    shapes.line(QPolygonF({{-300, 20}, {400, 20}}));
    shapes.dot({99.0, 25.0}, 5.0);
    shapes.dot({300.0, 25.0}, 5.0);
}

TEST(ShapePainter, LeavesNothingBeyondTheFrameInAnSvg) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        QPainter painter(&generator);
        drawAll(painter);
    }
    const auto [least, most] = rangeOf(buffer.data());
    EXPECT_GE(least, 0.0);
    EXPECT_LE(most, 100.0);
    EXPECT_GT(most, 99.0);  // something was drawn
}

// A hole that reaches over the edge stays a hole.
TEST(ShapePainter, KeepsHolesAtTheEdge) {
    const QPolygonF hole({{-20, 10}, {30, 10}, {30, 40}, {-20, 40}});
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    path.addPolygon(clippedPolygon(QPolygonF({{-9, -9}, {109, -9}, {109, 59}, {-9, 59}}), kFrame));
    path.closeSubpath();
    path.addPolygon(clippedPolygon(hole, kFrame));
    path.closeSubpath();
    EXPECT_FALSE(path.contains(QPointF(10.0, 25.0)));
    EXPECT_TRUE(path.contains(QPointF(50.0, 25.0)));
}

}  // namespace
}  // namespace lommer::app
