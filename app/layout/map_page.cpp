#include "app/layout/map_page.h"

#include "app/layout/page_text.h"
#include "app/map/scale_bar.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace lommer::app {
namespace {

constexpr double kGap = 4.0;
constexpr double kSwatchWidth = 8.0;
constexpr double kSwatchHeight = 4.2;
constexpr double kLegendColumn = 62.0;
/// Part of the map that stays free around what must be on it.
constexpr double kMapMargin = 0.03;
/// Map pixels of 1/96 inch: line widths look as on the screen.
constexpr double kPixelsPerMillimetre = 96.0 / 25.4;

}  // namespace

QSizeF pageSizeOf(const MapPage& page) {
    return page.orientation == QPageLayout::Portrait ? QSizeF(210.0, 297.0) : QSizeF(297.0, 210.0);
}

QFont MapPagePainter::titleFont() const {
    return pageFont(page_.style.titleFamily, 18.0, true);
}
QFont MapPagePainter::textFont() const {
    return pageFont(page_.style.textFamily, 10.0);
}
QFont MapPagePainter::legendFont() const {
    return pageFont(page_.style.textFamily, 9.0);
}
QFont MapPagePainter::legendTitleFont() const {
    return pageFont(page_.style.textFamily, 9.5, true);
}
QFont MapPagePainter::footerFont() const {
    return pageFont(page_.style.textFamily, 8.0);
}
QFont MapPagePainter::mapFont(int pixels, bool isBold) const {
    QFont font(page_.style.textFamily);
    font.setPixelSize(pixels);
    font.setBold(isBold);
    return font;
}

MapPagePainter::MapPagePainter(QPainter& painter, const MapPage& page)
    : painter_(painter), page_(page) {}

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
    const double margin = page_.style.marginMillimetres;
    const double width = places.page.width() - 2.0 * margin;
    double top = margin;
    places.title = {margin, top, width, textHeight(page_.title, titleFont(), width)};
    top = places.title.bottom() + 1.5;
    places.subtitle = {margin, top, width, textHeight(page_.subtitle, textFont(), width)};
    top = std::max(places.subtitle.bottom(), places.title.bottom()) + kGap;

    const double footer = textHeight(footerText(), footerFont(), width);
    double bottom = places.page.height() - margin - footer;
    places.footer = {margin, bottom, width, footer};
    bottom -= kGap;
    const double legend = isUpright ? legendHeight(width) : 0.0;
    if (isUpright) {
        places.legend = {margin, bottom - legend, width, legend};
        places.map = {margin, top, width, bottom - legend - (legend > 0.0 ? kGap : 0.0) - top};
    } else {
        const double mapWidth = page_.legend.empty() ? width : width - kLegendColumn - kGap;
        places.map = {margin, top, mapWidth, bottom - top};
        places.legend = {margin + mapWidth + kGap, top, kLegendColumn, bottom - top};
    }
    return places;
}

void MapPagePainter::paint() {
    const PagePlaces where = places();
    painter_.setRenderHint(QPainter::Antialiasing);
    paintMap(where.map);
    painter_.setPen(page_.style.title);
    drawPageText(painter_, where.title, page_.title, titleFont(), Qt::TextWordWrap);
    painter_.setPen(page_.style.faint);
    drawPageText(painter_, where.subtitle, page_.subtitle, textFont(), Qt::TextWordWrap);
    paintLegend(where.legend);
    painter_.setPen(page_.style.faint);
    drawPageText(painter_, where.footer, footerText(), footerFont(), Qt::TextWordWrap);
}

core::Bounds MapPagePainter::shownBounds(const QSizeF& size) const {
    return MapView::showing(page_.bounds, size * kPixelsPerMillimetre, kMapMargin).bounds();
}

void MapPagePainter::paintMap(const QRectF& place) {
    RenderRequest request;
    request.layers = page_.layers;
    request.view = MapView::showing(page_.bounds, place.size() * kPixelsPerMillimetre, kMapMargin);
    const QTransform device = painter_.deviceTransform();
    request.pixelRatio = std::hypot(device.m11(), device.m12()) / kPixelsPerMillimetre;
    painter_.save();
    painter_.translate(place.topLeft());
    painter_.scale(1.0 / kPixelsPerMillimetre, 1.0 / kPixelsPerMillimetre);
    MapRenderer().paint(painter_, request);
    const QRectF inside(QPointF(0.0, 0.0), request.view.size());
    const double widest = std::min(inside.width() / 3.0, 190.0);
    painter_.setFont(mapFont(12, false));
    paintScaleBar(painter_, {14.0, inside.bottom() - 13.0}, widest, request.view, page_.locale);
    if (page_.hasNorthArrow) {
        paintNorthArrow({inside.right() - 24.0, 12.0});
    }
    paintLabels(request.view);
    painter_.setPen(QPen(page_.style.faint, 1.0));
    painter_.setBrush(Qt::NoBrush);
    painter_.drawRect(inside);
    painter_.restore();
}

void MapPagePainter::paintNorthArrow(QPointF top) {
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(QColor(255, 255, 255, 220));
    painter_.drawRect(QRectF(top.x() - 18.0, top.y() - 6.0, 36.0, 56.0));
    const QPolygonF left{top, top + QPointF(-10.0, 28.0), top + QPointF(0.0, 21.0)};
    const QPolygonF right{top, top + QPointF(10.0, 28.0), top + QPointF(0.0, 21.0)};
    painter_.setPen(QPen(page_.style.ink, 1.0));
    painter_.setBrush(page_.style.ink);
    painter_.drawPolygon(left);
    painter_.setBrush(Qt::white);
    painter_.drawPolygon(right);
    painter_.drawText(QRectF(top.x() - 18.0, top.y() + 28.0, 36.0, 20.0), Qt::AlignCenter,
                      QCoreApplication::translate("MapPage", "N", "north"));
}

// The first ones win where two would touch; one that does not fit on the map is left out.
void MapPagePainter::paintLabels(const MapView& view) {
    const QRectF inside(QPointF(0.0, 0.0), view.size());
    const QFont font = mapFont(11, true);
    const QFontMetricsF metrics(font);
    std::vector<QRectF> taken;
    for (const MapLabel& label : page_.labels) {
        QRectF place = metrics.boundingRect(label.text).marginsAdded({3.0, 1.0, 3.0, 1.0});
        place.moveCenter(view.toScreen(label.place));
        const bool isFree = inside.contains(place) &&
                            std::none_of(taken.begin(), taken.end(), [&place](const QRectF& other) {
                                return other.intersects(place);
                            });
        if (!isFree) {
            continue;
        }
        taken.push_back(place);
        QPainterPath letters;
        letters.addText(place.left() + 3.0, place.bottom() - 1.0 - metrics.descent(), font,
                        label.text);
        painter_.setPen(
            QPen(QColor(255, 255, 255, 235), 3.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter_.setBrush(Qt::NoBrush);
        painter_.drawPath(letters);
        painter_.fillPath(letters, page_.style.ink);
    }
}

double MapPagePainter::itemHeight(const LegendItem& item, double width) const {
    if (!item.ramp.empty()) {
        return kSwatchHeight + textHeight(item.lowLabel, legendFont(), width) + 1.0;
    }
    const double text = textHeight(item.label, legendFont(), width - kSwatchWidth - 2.5);
    return std::max(kSwatchHeight, text) + 1.0;
}

double MapPagePainter::legendHeight(double width) const {
    const int columns = std::max(1, static_cast<int>((width + kGap) / (kLegendColumn + kGap)));
    const double column = (width - kGap * (columns - 1)) / columns;
    double height = 0.0;
    for (const LegendSection& section : page_.legend) {
        height += textHeight(section.title, legendTitleFont(), width) + 1.2;
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
    painter_.setPen(page_.style.ink);
    if (!item.ramp.empty()) {
        const double strip = std::min(width, 60.0);
        paintSwatch(painter_, {corner.x(), corner.y(), strip, kSwatchHeight}, item);
        const QRectF below(corner.x(), corner.y() + kSwatchHeight + 0.5, strip, 6.0);
        drawPageText(painter_, below, item.lowLabel, legendFont(), Qt::AlignLeft | Qt::AlignTop);
        drawPageText(painter_, below, item.highLabel, legendFont(), Qt::AlignRight | Qt::AlignTop);
        return itemHeight(item, width);
    }
    const double height = itemHeight(item, width);
    paintSwatch(painter_, {corner.x(), corner.y(), kSwatchWidth, kSwatchHeight}, item);
    drawPageText(painter_,
                 {corner.x() + kSwatchWidth + 2.5, corner.y(), width - kSwatchWidth - 2.5, height},
                 item.label, legendFont(), Qt::TextWordWrap);
    return height;
}

void MapPagePainter::paintLegend(const QRectF& place) {
    const int columns =
        std::max(1, static_cast<int>((place.width() + kGap) / (kLegendColumn + kGap)));
    const double column = (place.width() - kGap * (columns - 1)) / columns;
    double top = place.top();
    for (const LegendSection& section : page_.legend) {
        const double title = textHeight(section.title, legendTitleFont(), place.width());
        painter_.setPen(page_.style.ink);
        drawPageText(painter_, {place.left(), top, place.width(), title}, section.title,
                     legendTitleFont(), Qt::TextWordWrap);
        top += title + 1.2;
        const std::size_t perColumn = std::max<std::size_t>(
            1, (section.items.size() + static_cast<std::size_t>(columns) - 1) /
                   static_cast<std::size_t>(columns));
        double lowest = top;
        for (std::size_t i = 0; i < section.items.size();) {
            const std::size_t columnsBefore = i / perColumn;
            const double left = place.left() + static_cast<double>(columnsBefore) * (column + kGap);
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
