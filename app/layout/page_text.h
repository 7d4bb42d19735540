#pragma once

#include <QFont>
#include <QPainter>
#include <QRectF>
#include <QString>

namespace lommer::app {

/// The letters of a page: sizes in points, places in millimetres.
QFont pageFont(double points, bool isBold = false);

/// Millimetres that a text takes when it wraps at `width`; 0 for none. A little more than measured:
/// another device may round a line differently.
double textHeight(const QString& text, const QFont& font, double width);

/// The text, with an ellipsis where it is wider than `width` millimetres.
QString elided(const QString& text, const QFont& font, double width);

/// Draws a text into a place of a page. The unit of the painter is a millimetre; `font` comes from
/// `pageFont`. `flags`: Qt::Alignment and Qt::TextFlag.
void drawPageText(QPainter& painter, const QRectF& place, const QString& text, const QFont& font,
                  int flags);

}  // namespace lommer::app
