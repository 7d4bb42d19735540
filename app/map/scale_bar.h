#pragma once

#include "app/map/map_view.h"

#include <QLocale>
#include <QPainter>

namespace lommer::app {

/// A length of 1, 2 or 5 times a power of ten that is at most `longestMetres`.
double roundLength(double longestMetres);

/// "500 m" or "2 km", hard space between.
QString lengthText(double metres, const QLocale& locale);

/// Draws a bar of two halves with its length on a pale sheet, in the current font. The bar's left
/// lower corner is `corner`; it is at most `widest` wide. Returns what the sheet covers.
QRectF paintScaleBar(QPainter& painter, QPointF corner, double widest, const MapView& view,
                     const QLocale& locale);

}  // namespace lommer::app
