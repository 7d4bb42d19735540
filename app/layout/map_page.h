#pragma once

#include "app/layout/page_text.h"
#include "app/map/map_renderer.h"
#include "app/style/legend.h"

#include <QDate>
#include <QLocale>
#include <QPageLayout>
#include <QString>
#include <vector>

namespace lommer::app {

/// A name on the map.
struct MapLabel {
    core::Point place;
    QString text;
};

/// A page of one map: everything that stands on it. A value; nothing in it changes while it is
/// drawn.
struct MapPage {
    QPageLayout::Orientation orientation = QPageLayout::Portrait;
    QString title = {};
    /// One sentence under the title; may be empty.
    QString subtitle = {};
    /// The lowest first.
    std::vector<MapLayer> layers = {};
    /// The most important first.
    std::vector<MapLabel> labels = {};
    /// What must be on the map at least.
    core::Bounds bounds = {};
    std::vector<LegendSection> legend = {};
    /// "Bron: …"
    QString source = {};
    /// What the map does not say; may be empty.
    QString limits = {};
    QDate date = {};
    bool hasNorthArrow = true;
    QLocale locale = {};
    PageStyle style = {};
};

/// Where everything on the page lies, in millimetres from its upper left corner.
struct PagePlaces {
    QSizeF page;
    QRectF title;
    QRectF subtitle;
    QRectF map;
    QRectF legend;
    QRectF footer;
};

/// Millimetres of A4, upright or lying.
QSizeF pageSizeOf(const MapPage& page);

/// Draws pages. The unit of the painter is a millimetre; the device may be a PDF or an image. Texts
/// wrap and the map gives way to them: nothing is cut off. Needs QGuiApplication for its fonts, no
/// display.
class MapPagePainter {
public:
    MapPagePainter(QPainter& painter, const MapPage& page);

    PagePlaces places() const;
    /// Throws what MapRenderer throws.
    void paint();

    /// Parts of a page that another one is made of.
    double legendHeight(double width) const;
    void paintMap(const QRectF& place);
    void paintLegend(const QRectF& place);
    /// What the map shows, to its edges, in a place of that size.
    core::Bounds shownBounds(const QSizeF& size) const;

private:
    QFont titleFont() const;
    QFont textFont() const;
    QFont legendFont() const;
    QFont legendTitleFont() const;
    QFont footerFont() const;
    /// For the map itself, which counts in pixels.
    QFont mapFont(int pixels, bool isBold) const;
    void paintNorthArrow(QPointF top);
    void paintLabels(const MapView& view);
    double paintItem(const LegendItem& item, QPointF corner, double width);
    double itemHeight(const LegendItem& item, double width) const;
    QString footerText() const;

    QPainter& painter_;
    const MapPage& page_;
};

}  // namespace lommer::app
