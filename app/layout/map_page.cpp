#include "app/layout/map_page.h"

#include "app/map/scale_bar.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPaintEngine>
#include <algorithm>
#include <cmath>

namespace lommer::app {
namespace {

constexpr double kMillimetresPerPoint = 25.4 / 72.0;
constexpr double kMargin = 15.0;
constexpr double kGap = 4.0;
constexpr double kSwatchWidth = 8.0;
constexpr double kSwatchHeight = 4.2;
constexpr double kLegendColumn = 62.0;
/// Map pixels of 1/96 inch: line widths look as on the screen.
constexpr double kPixelsPerMillimetre = 96.0 / 25.4;
const QColor kInk(25, 25, 25);
const QColor kFaint(95, 95, 95);

/// Fonts are measured and drawn enlarged: at a size of a few units Qt would round widths away.
constexpr double kFontScale = 20.0;

QFont fontOf(double points, bool isBold = false) {
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(static_cast<int>(std::lround(points * kMillimetresPerPoint * kFontScale)));
    font.setBold(isBold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QFont titleFont() {
    return fontOf(18.0, true);
}
QFont textFont() {
    return fontOf(10.0);
}
QFont legendFont() {
    return fontOf(9.0);
}
QFont legendTitleFont() {
    return fontOf(9.5, true);
}
QFont footerFont() {
    return fontOf(8.0);
}

}  // namespace

QSizeF pageSizeOf(const MapPage& page) {
    return page.orientation == QPageLayout::Portrait ? QSizeF(210.0, 297.0) : QSizeF(297.0, 210.0);
}

MapPagePainter::MapPagePainter(QPainter& painter, const MapPage& page)
    : painter_(painter), page_(page) {}

double MapPagePainter::heightOf(const QString& text, const QFont& font, double width) const {
    if (text.isEmpty()) {
        return 0.0;
    }
    const QFontMetricsF metrics(font);
    const QRectF box(0.0, 0.0, width * kFontScale, 1e6);
    // A little more than measured: another device may round a line differently.
    return metrics.boundingRect(box, Qt::TextWordWrap, text).height() / kFontScale * 1.02;
}

QString MapPagePainter::footerText() const {
    QStringList lines;
    if (!page_.limits.isEmpty()) {
        lines << page_.limits;
    }
    if (!page_.source.isEmpty()) {
        lines << page_.source;
    }
    lines << QCoreApplication::translate("MapPage",
                                         "Map in RD (EPSG:28992), made with Lommer on %1.")
                 .arg(page_.locale.toString(page_.date, QStringLiteral("d MMMM yyyy")));
    return lines.join(QLatin1Char('\n'));
}

PagePlaces MapPagePainter::places() const {
    PagePlaces places;
    places.page = pageSizeOf(page_);
    const bool isUpright = page_.orientation == QPageLayout::Portrait;
    const double width = places.page.width() - 2.0 * kMargin;
    double top = kMargin;
    places.title = {kMargin, top, width, heightOf(page_.title, titleFont(), width)};
    top = places.title.bottom() + 1.5;
    places.subtitle = {kMargin, top, width, heightOf(page_.subtitle, textFont(), width)};
    top = std::max(places.subtitle.bottom(), places.title.bottom()) + kGap;

    const double footer = heightOf(footerText(), footerFont(), width);
    double bottom = places.page.height() - kMargin - footer;
    places.footer = {kMargin, bottom, width, footer};
    bottom -= kGap;
    const double legend = isUpright ? legendHeight(width) : 0.0;
    if (isUpright) {
        places.legend = {kMargin, bottom - legend, width, legend};
        places.map = {kMargin, top, width, bottom - legend - (legend > 0.0 ? kGap : 0.0) - top};
    } else {
        const double mapWidth = page_.legend.empty() ? width : width - kLegendColumn - kGap;
        places.map = {kMargin, top, mapWidth, bottom - top};
        places.legend = {kMargin + mapWidth + kGap, top, kLegendColumn, bottom - top};
    }
    return places;
}

void MapPagePainter::drawText(const QRectF& place, const QString& text, const QFont& font,
                              int flags) {
    painter_.save();
    painter_.translate(place.topLeft());
    painter_.scale(1.0 / kFontScale, 1.0 / kFontScale);
    painter_.setFont(font);
    painter_.drawText(QRectF(0.0, 0.0, place.width() * kFontScale, place.height() * kFontScale),
                      flags, text);
    painter_.restore();
}

void MapPagePainter::paint() {
    const PagePlaces where = places();
    painter_.setRenderHint(QPainter::Antialiasing);
    paintMap(where.map);
    if (painter_.paintEngine()->type() == QPaintEngine::SVG) {
        coverAround(where.map);
    }
    painter_.setPen(kInk);
    drawText(where.title, page_.title, titleFont(), Qt::TextWordWrap);
    painter_.setPen(kFaint);
    drawText(where.subtitle, page_.subtitle, textFont(), Qt::TextWordWrap);
    paintLegend(where.legend);
    painter_.setPen(kFaint);
    drawText(where.footer, footerText(), footerFont(), Qt::TextWordWrap);
}

void MapPagePainter::paintMap(const QRectF& place) {
    RenderRequest request;
    request.layers = page_.layers;
    request.view = MapView::showing(page_.bounds, place.size() * kPixelsPerMillimetre, 0.03);
    const QTransform device = painter_.deviceTransform();
    request.pixelRatio = std::hypot(device.m11(), device.m12()) / kPixelsPerMillimetre;
    painter_.save();
    painter_.translate(place.topLeft());
    painter_.scale(1.0 / kPixelsPerMillimetre, 1.0 / kPixelsPerMillimetre);
    MapRenderer().paint(painter_, request);
    const QRectF inside(QPointF(0.0, 0.0), request.view.size());
    const double widest = std::min(inside.width() / 3.0, 190.0);
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPixelSize(12);
    painter_.setFont(font);
    paintScaleBar(painter_, {14.0, inside.bottom() - 13.0}, widest, request.view, page_.locale);
    if (page_.hasNorthArrow) {
        paintNorthArrow({inside.right() - 24.0, 12.0});
    }
    painter_.setPen(QPen(kFaint, 1.0));
    painter_.setBrush(Qt::NoBrush);
    painter_.drawRect(inside);
    painter_.restore();
}

// The SVG engine does not clip: features that reach beyond the map would lie under the texts.
void MapPagePainter::coverAround(const QRectF& map) {
    const QRectF page(QPointF(0.0, 0.0), pageSizeOf(page_));
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(Qt::white);
    painter_.drawRect(QRectF(page.topLeft(), QPointF(page.right(), map.top())));
    painter_.drawRect(QRectF(QPointF(page.left(), map.bottom()), page.bottomRight()));
    painter_.drawRect(QRectF(QPointF(page.left(), map.top()), map.bottomLeft()));
    painter_.drawRect(QRectF(map.topRight(), QPointF(page.right(), map.bottom())));
}

void MapPagePainter::paintNorthArrow(QPointF top) {
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(QColor(255, 255, 255, 220));
    painter_.drawRect(QRectF(top.x() - 18.0, top.y() - 6.0, 36.0, 56.0));
    const QPolygonF left{top, top + QPointF(-10.0, 28.0), top + QPointF(0.0, 21.0)};
    const QPolygonF right{top, top + QPointF(10.0, 28.0), top + QPointF(0.0, 21.0)};
    painter_.setPen(QPen(kInk, 1.0));
    painter_.setBrush(kInk);
    painter_.drawPolygon(left);
    painter_.setBrush(Qt::white);
    painter_.drawPolygon(right);
    painter_.drawText(QRectF(top.x() - 18.0, top.y() + 28.0, 36.0, 20.0), Qt::AlignCenter,
                      QCoreApplication::translate("MapPage", "N", "north"));
}

double MapPagePainter::itemHeight(const LegendItem& item, double width) const {
    if (!item.ramp.empty()) {
        return kSwatchHeight + heightOf(item.lowLabel, legendFont(), width) + 1.0;
    }
    const double text = heightOf(item.label, legendFont(), width - kSwatchWidth - 2.5);
    return std::max(kSwatchHeight, text) + 1.0;
}

double MapPagePainter::legendHeight(double width) const {
    const int columns = std::max(1, static_cast<int>((width + kGap) / (kLegendColumn + kGap)));
    const double column = (width - kGap * (columns - 1)) / columns;
    double height = 0.0;
    for (const LegendSection& section : page_.legend) {
        height += heightOf(section.title, legendTitleFont(), width) + 1.2;
        std::vector<double> heights(static_cast<std::size_t>(columns), 0.0);
        const std::size_t perColumn = (section.items.size() + heights.size() - 1) / heights.size();
        for (std::size_t i = 0; i < section.items.size(); ++i) {
            heights[i / std::max<std::size_t>(1, perColumn)] +=
                itemHeight(section.items[i], column);
        }
        height += *std::max_element(heights.begin(), heights.end()) + 2.0;
    }
    return height;
}

double MapPagePainter::paintItem(const LegendItem& item, QPointF corner, double width) {
    painter_.setPen(kInk);
    if (!item.ramp.empty()) {
        const double strip = std::min(width, 60.0);
        paintSwatch(painter_, {corner.x(), corner.y(), strip, kSwatchHeight}, item);
        const QRectF below(corner.x(), corner.y() + kSwatchHeight + 0.5, strip, 6.0);
        drawText(below, item.lowLabel, legendFont(), Qt::AlignLeft | Qt::AlignTop);
        drawText(below, item.highLabel, legendFont(), Qt::AlignRight | Qt::AlignTop);
        return itemHeight(item, width);
    }
    const double height = itemHeight(item, width);
    paintSwatch(painter_, {corner.x(), corner.y(), kSwatchWidth, kSwatchHeight}, item);
    drawText({corner.x() + kSwatchWidth + 2.5, corner.y(), width - kSwatchWidth - 2.5, height},
             item.label, legendFont(), Qt::TextWordWrap);
    return height;
}

void MapPagePainter::paintLegend(const QRectF& place) {
    const int columns =
        std::max(1, static_cast<int>((place.width() + kGap) / (kLegendColumn + kGap)));
    const double column = (place.width() - kGap * (columns - 1)) / columns;
    double top = place.top();
    for (const LegendSection& section : page_.legend) {
        const double title = heightOf(section.title, legendTitleFont(), place.width());
        painter_.setPen(kInk);
        drawText({place.left(), top, place.width(), title}, section.title, legendTitleFont(),
                 Qt::TextWordWrap);
        top += title + 1.2;
        const std::size_t perColumn = std::max<std::size_t>(
            1, (section.items.size() + static_cast<std::size_t>(columns) - 1) /
                   static_cast<std::size_t>(columns));
        double lowest = top;
        for (std::size_t i = 0; i < section.items.size();) {
            const double left = place.left() + static_cast<double>(i / perColumn) * (column + kGap);
            double y = top;
            for (std::size_t end = i + perColumn; i < std::min(end, section.items.size()); ++i) {
                y += paintItem(section.items[i], {left, y}, column);
            }
            lowest = std::max(lowest, y);
        }
        top = lowest + 2.0;
    }
}

}  // namespace lommer::app
