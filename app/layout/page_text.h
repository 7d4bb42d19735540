#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QRectF>
#include <QString>

namespace lommer::app {

/// Letters, colours and margin of a page. Data keep colours of their own.
struct PageStyle {
    QString titleFamily = QStringLiteral("DejaVu Sans");
    QString textFamily = QStringLiteral("DejaVu Sans");
    QColor title{25, 25, 25};
    QColor ink{25, 25, 25};
    /// Of what is less important; can still be read.
    QColor faint{85, 85, 85};
    /// Lines and background of tables.
    QColor line{200, 200, 200};
    QColor band{240, 243, 246};
    double marginMillimetres = 15.0;
};

/// The letters of a page: sizes in points, places in millimetres.
QFont pageFont(const QString& family, double points, bool isBold = false);

/// Millimetres that a text takes when it wraps at `width`; 0 for none. A little more than measured:
/// another device may round a line differently.
double textHeight(const QString& text, const QFont& font, double width);

/// Millimetres of a text in one line.
double textWidth(const QString& text, const QFont& font);

/// The text, with an ellipsis where it is wider than `width` millimetres.
QString elided(const QString& text, const QFont& font, double width);

/// Draws a text into a place of a page. The unit of the painter is a millimetre; `font` comes from
/// `pageFont`. `flags`: Qt::Alignment and Qt::TextFlag.
void drawPageText(QPainter& painter, const QRectF& place, const QString& text, const QFont& font,
                  int flags);

}  // namespace lommer::app
