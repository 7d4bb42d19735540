#include "tests/app/layout/tagged_sample.h"

#include <QPainter>

namespace lommer::app::test {
namespace {

/// Text of so many millimetres high. It is laid out enlarged: Qt rounds small fonts.
PagePainting textAt(QPointF corner, const QString& text, double heightMillimetres = 4.0,
                    bool isBold = false) {
    return [=](QPainter& painter) {
        constexpr double kEnlarged = 20.0;
        painter.translate(corner);
        painter.scale(1.0 / kEnlarged, 1.0 / kEnlarged);
        QFont font(QStringLiteral("DejaVu Sans"));
        font.setPixelSize(static_cast<int>(heightMillimetres * kEnlarged));
        font.setBold(isBold);
        font.setHintingPreference(QFont::PreferNoHinting);
        painter.setFont(font);
        painter.drawText(QRectF(0.0, 0.0, 180.0 * kEnlarged, 50.0 * kEnlarged), Qt::TextWordWrap,
                         text);
    };
}

/// A picture, a frame on the edge and a cross in the middle.
void paintMap(QPainter& painter) {
    const QRectF place = sampleMap().mapPlaceMillimetres;
    QImage picture(180, 120, QImage::Format_RGB32);
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            picture.setPixel(x, y, (x + y) % 2 == 0 ? qRgb(200, 230, 200) : qRgb(170, 210, 170));
        }
    }
    painter.drawImage(place, picture);
    painter.setPen(QPen(Qt::black, 0.2));
    painter.drawRect(place);
    painter.drawLine(place.center() - QPointF(5.0, 0.0), place.center() + QPointF(5.0, 0.0));
    painter.drawLine(place.center() - QPointF(0.0, 5.0), place.center() + QPointF(0.0, 5.0));
}

TaggedCell cell(CellKind kind, QPointF corner, const QString& text) {
    return {.kind = kind,
            .painted = {1, textAt(corner, text, 4.0, kind != CellKind::data)},
            .text = text};
}

TaggedTable sampleTable() {
    TaggedTable table;
    table.summary = QStringLiteral("Bomen per buurt");
    const std::pair<QString, QString> rows[] = {
        {QStringLiteral("Buurt"), QStringLiteral("Bomen")},
        {QStringLiteral("Kern"), QStringLiteral("1.234")},
        {QStringLiteral("Heide"), QStringLiteral("56")},
    };
    double y = 40.0;
    for (const auto& [area, trees] : rows) {
        const bool isFirst = table.rows.empty();
        table.rows.push_back(
            {cell(isFirst ? CellKind::columnHeader : CellKind::rowHeader, {15.0, y}, area),
             cell(isFirst ? CellKind::columnHeader : CellKind::data, {80.0, y}, trees)});
        y += 8.0;
    }
    return table;
}

QByteArray allBytes() {
    QByteArray bytes;
    for (int i = 0; i < 3 * 256; ++i) {
        bytes.append(static_cast<char>(i));
    }
    return bytes;
}

void paintPageEdges(QPainter& painter) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(200, 30, 30));
    // A strip along the right and lower edge, and one beyond it.
    painter.drawRect(QRectF(208.0, 0.0, 2.0, 297.0));
    painter.drawRect(QRectF(0.0, 295.0, 210.0, 2.0));
}

std::vector<TaggedItem> sampleItems() {
    const QString title = QStringLiteral("Ruim een derde van de buurten is warm");
    return {
        Decoration{{0, paintPageEdges}},
        TaggedText{TextRole::heading1, {0, textAt({15.0, 15.0}, title, 7.0, true)}, title},
        TaggedFigure{{0, paintMap},
                     QStringLiteral("Kaart: het warmst in de kern, koeler op de heide."),
                     sampleMap().mapPlaceMillimetres},
        TaggedText{TextRole::paragraph,
                   {0, textAt({15.0, 180.0}, QStringLiteral("Gemiddeld per buurt, in graden."))},
                   QStringLiteral("Gemiddeld per buurt, in graden Celsius.")},
        TaggedText{TextRole::listItem,
                   {0, textAt({15.0, 190.0}, QStringLiteral("– Ouderen in de kern"))}},
        TaggedText{TextRole::listItem,
                   {0, textAt({15.0, 197.0}, QStringLiteral("– Scholen zonder schaduw"))}},
        TaggedText{TextRole::heading2,
                   {1, textAt({15.0, 25.0}, QStringLiteral("De cijfers"), 5.0, true)},
                   QStringLiteral("De cijfers")},
        sampleTable(),
    };
}

}  // namespace

GeoReference sampleMap() {
    return {0, QRectF(15.0, 40.0, 180.0, 120.0),
            core::Bounds{177000.0, 457000.0, 177900.0, 457600.0}};
}

TaggedDocument taggedSample() {
    TaggedDocument document;
    document.title = QStringLiteral("Warmte in de gemeente <Ede & omgeving>");
    document.locale = QLocale(QLocale::Dutch, QLocale::Netherlands);
    document.author = QStringLiteral("Team Geo-informatie");
    document.subject = QStringLiteral("Bijlage bij het raadsvoorstel");
    document.date = QDate(2026, 3, 5);
    document.pageSizesMillimetres = {QSizeF(210.0, 297.0), QSizeF(297.0, 210.0)};
    document.items = sampleItems();
    document.maps = {sampleMap()};
    document.attachments = {{QStringLiteral("herkomst é.json"), allBytes(), "application/json",
                             QStringLiteral("Waar de gegevens vandaan komen")}};
    return document;
}

}  // namespace lommer::app::test
