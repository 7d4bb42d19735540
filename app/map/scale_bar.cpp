#include "app/map/scale_bar.h"

#include "app/style/number_text.h"

#include <QFontMetricsF>
#include <cmath>

namespace lommer::app {

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
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(QColor(30, 30, 30), bar * 0.2));
    const QRectF left(corner.x(), corner.y() - bar, width / 2.0, bar);
    painter.setBrush(QColor(30, 30, 30));
    painter.drawRect(left);
    painter.setBrush(Qt::white);
    painter.drawRect(left.translated(width / 2.0, 0.0));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawText(QPointF(corner.x(), corner.y() - bar * 2.2), QStringLiteral("0"));
    const double textWidth = metrics.horizontalAdvance(text);
    const double textLeft = std::max(corner.x() + width - textWidth,
                                     corner.x() + metrics.horizontalAdvance(QStringLiteral("0 ")));
    painter.drawText(QPointF(textLeft, corner.y() - bar * 2.2), text);
    painter.restore();
    const double height = bar * 2.2 + metrics.ascent();
    return {corner.x(), corner.y() - height, std::max(width, textLeft + textWidth - corner.x()),
            height};
}

}  // namespace lommer::app
