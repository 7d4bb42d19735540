#include "app/desktop/clear_style.h"

#include "app/desktop/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace lommer::app {

ClearStyle::ClearStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void ClearStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                               QPainter* painter, const QWidget* widget) const {
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool isBox = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck;
    if (!isBox || !isDarkPalette(option->palette)) {
        return;
    }
    // At least 3 : 1 against the ground (WCAG 2.1, 1.4.11).
    const bool isEnabled = option->state.testFlag(State_Enabled);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(option->palette.color(isEnabled ? QPalette::Active : QPalette::Disabled,
                                          isEnabled ? QPalette::PlaceholderText : QPalette::Mid));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), 2.0, 2.0);
    painter->restore();
}

}  // namespace lommer::app
