#pragma once

#include <QProxyStyle>

namespace lommer::app {

/// Fusion with boxes for check marks that are seen on dark ground too: there it draws their edges
/// in a shade of the ground itself.
class ClearStyle : public QProxyStyle {
    Q_OBJECT
public:
    ClearStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
};

}  // namespace lommer::app
