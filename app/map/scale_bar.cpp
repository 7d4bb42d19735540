#include "app/map/scale_bar.h"

#include "app/style/number_text.h"

#include <QFontMetricsF>
#include <cmath>

namespace lommer::app {
namespace {

const QColor kInk(30, 30, 30);
const QColor kSheet(255, 255, 255, 220);

}  // namespace

double roundLength(double longestMetres) {
    const double power = std::pow(10.0, std::floor(std::log10(longestMetres)));
    for (const double step : {5.0, 2.0}) {
        if (step * power <= longestMetres) {
            return step * power;
        }
    }
    return power;
}

QString lengthText(double metres, const QLocale& locale) {
    const bool isFar = metres >= 1000.0;
    const bool isNear = metres < 1.0;
    const double number = isFar ? metres / 1000.0 : isNear ? metres * 100.0 : metres;
    return numberText(number, locale) + QChar(QChar::Nbsp) +
           (isFar    ? QStringLiteral("km")
            : isNear ? QStringLiteral("cm")
                     : QStringLiteral("m"));
}

QRectF paintScaleBar(QPainter& painter, QPointF corner, double widest, const MapView& view,
                     const QLocale& locale) {
    const double metres = roundLength(widest * view.metresPerPixel());
    const double width = metres / view.metresPerPixel();
    const QFontMetricsF metrics(painter.font(), painter.device());
    const double bar = metrics.height() * 0.28;
    const QString text = lengthText(metres, locale);
    const double textWidth = metrics.horizontalAdvance(text);
    const double textLeft = std::max(corner.x() + width - textWidth,
                                     corner.x() + metrics.horizontalAdvance(QStringLiteral("0 ")));
    const double height = bar * 2.2 + metrics.ascent();
    const QRectF covered(corner.x(), corner.y() - height,
                         std::max(width, textLeft + textWidth - corner.x()), height);
    const double edge = metrics.height() * 0.45;
    const QRectF sheet = covered.adjusted(-edge, -edge * 0.5, edge, edge);
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(kSheet);
    painter.drawRect(sheet);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(kInk, bar * 0.2));
    const QRectF left(corner.x(), corner.y() - bar, width / 2.0, bar);
    painter.setBrush(kInk);
    painter.drawRect(left);
    painter.setBrush(Qt::white);
    painter.drawRect(left.translated(width / 2.0, 0.0));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawText(QPointF(corner.x(), corner.y() - bar * 2.2), QStringLiteral("0"));
    painter.drawText(QPointF(textLeft, corner.y() - bar * 2.2), text);
    painter.restore();
    return sheet;
}

}  // namespace lommer::app
