#pragma once

#include "app/map/map_view.h"

#include <QLocale>
#include <QPainter>

namespace lommer::app {

/// A length of 1, 2 or 5 times a power of ten that is at most `longestMetres`.
double roundLength(double longestMetres);

/// "500 m" or "2 km", hard space between.
QString lengthText(double metres, const QLocale& locale);

/// Draws a bar of two halves with its length, in the current font; its left lower corner at
/// `corner` and at most `widest` wide. Returns what it covers.
QRectF paintScaleBar(QPainter& painter, QPointF corner, double widest, const MapView& view,
                     const QLocale& locale);

}  // namespace lommer::app
