#include "app/layout/map_items.h"

#include <QImage>
#include <QPainter>

namespace lommer::app {
namespace {

/// To measure with: the painter of a page needs a device.
template <class Measure>
auto measured(const MapPage& page, const Measure& measure) {
    QImage none(1, 1, QImage::Format_RGB32);
    QPainter painter(&none);
    return measure(MapPagePainter(painter, page));
}

QString wordsOf(const std::vector<LegendSection>& legend) {
    QStringList words;
    for (const LegendSection& section : legend) {
        words << section.title;
        for (const LegendItem& item : section.items) {
            words << (item.ramp.empty() ? item.label
                                        : item.lowLabel + QStringLiteral(" – ") + item.highLabel);
        }
    }
    return words.join(QStringLiteral("; "));
}

}  // namespace

void addMap(TaggedDocument& document, const MapPage& page, const QString& alternative,
            const QRectF& place) {
    TaggedFigure figure;
    figure.alternative = alternative;
    figure.placeMillimetres = place;
    figure.painted.paint = [&page, place](QPainter& painter) {
        painter.setClipRect(place.adjusted(-0.3, -0.3, 0.3, 0.3));
        MapPagePainter(painter, page).paintMap(place);
    };
    document.items.emplace_back(std::move(figure));
    document.maps.push_back({0, place, measured(page, [&place](const MapPagePainter& painter) {
                                 return painter.shownBounds(place.size());
                             })});
}

void addLegend(TaggedDocument& document, const MapPage& page, const QString& name,
               const QRectF& place) {
    TaggedFigure figure;
    figure.alternative = QStringLiteral("%1: %2").arg(name, wordsOf(page.legend));
    figure.placeMillimetres = place;
    figure.painted.paint = [&page, place](QPainter& painter) {
        MapPagePainter(painter, page).paintLegend(place);
    };
    document.items.emplace_back(std::move(figure));
}

double legendHeightOf(const MapPage& page, double width) {
    return measured(page,
                    [width](const MapPagePainter& painter) { return painter.legendHeight(width); });
}

}  // namespace lommer::app
