#include "app/layout/page_text.h"

#include <QFontMetricsF>
#include <cmath>

namespace lommer::app {
namespace {

constexpr double kMillimetresPerPoint = 25.4 / 72.0;
/// Fonts are measured and drawn enlarged: at a size of a few units Qt would round widths away.
constexpr double kFontScale = 20.0;

}  // namespace

QFont pageFont(const QString& family, double points, bool isBold) {
    QFont font(family);
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(static_cast<int>(std::lround(points * kMillimetresPerPoint * kFontScale)));
    font.setBold(isBold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double textHeight(const QString& text, const QFont& font, double width) {
    if (text.isEmpty()) {
        return 0.0;
    }
    const QRectF box(0.0, 0.0, width * kFontScale, 1e6);
    constexpr double kRoom = 1.02;
    return QFontMetricsF(font).boundingRect(box, Qt::TextWordWrap, text).height() / kFontScale *
           kRoom;
}

double textWidth(const QString& text, const QFont& font) {
    return QFontMetricsF(font).horizontalAdvance(text) / kFontScale;
}

QString elided(const QString& text, const QFont& font, double width) {
    return QFontMetricsF(font).elidedText(text, Qt::ElideRight, width * kFontScale);
}

void drawPageText(QPainter& painter, const QRectF& place, const QString& text, const QFont& font,
                  int flags) {
    painter.save();
    painter.translate(place.topLeft());
    painter.scale(1.0 / kFontScale, 1.0 / kFontScale);
    painter.setFont(font);
    painter.drawText(QRectF(0.0, 0.0, place.width() * kFontScale, place.height() * kFontScale),
                     flags, text);
    painter.restore();
}

}  // namespace lommer::app
