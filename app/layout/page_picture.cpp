#include "app/layout/page_picture.h"

#include "app/layout/painted_forms.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>
#include <cmath>

namespace lommer::app {
namespace {

constexpr double kMillimetresPerInch = 25.4;

int whole(double value) {
    return static_cast<int>(std::lround(value));
}

PictureFacts factsOf(const TaggedDocument& document, int page) {
    QStringList texts;
    for (const TaggedItem& item : document.items) {
        const auto* figure = std::get_if<TaggedFigure>(&item);
        if (figure != nullptr && figure->painted.page == page) {
            texts << figure->alternative;
        }
    }
    return {document.title, texts.join(QLatin1Char(' ')),
            document.pageSizesMillimetres.at(static_cast<std::size_t>(page))};
}

PagePainting paintingOf(const TaggedDocument& document, int page) {
    return [&document, page](QPainter& painter) {
        for (const PaintedPart* part : paintedParts(document.items)) {
            if (part->page == page && part->paint) {
                painter.save();
                part->paint(painter);
                painter.restore();
            }
        }
    };
}

/// QSvgGenerator 6.4 writes title and description as they are, also where they hold "<"; later ones
/// may not. These stand in for them until all is written.
const QString kTitlePlace = QStringLiteral("place-of-the-title");
const QString kDescriptionPlace = QStringLiteral("place-of-the-description");

void putFacts(QByteArray& svg, const PictureFacts& facts) {
    svg.replace(kTitlePlace.toUtf8(), facts.title.toHtmlEscaped().toUtf8());
    svg.replace(kDescriptionPlace.toUtf8(), facts.description.toHtmlEscaped().toUtf8());
}

}  // namespace

QImage picture(const PictureFacts& facts, const PagePainting& paint, int dpi) {
    const double perMillimetre = dpi / kMillimetresPerInch;
    const QSizeF size = facts.sizeMillimetres * perMillimetre;
    QImage image(whole(size.width()), whole(size.height()), QImage::Format_RGB32);
    image.setDotsPerMeterX(whole(perMillimetre * 1000.0));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    image.setText(QStringLiteral("Title"), facts.title);
    image.setText(QStringLiteral("Description"), facts.description);
    image.setText(QStringLiteral("Software"), QStringLiteral("Lommer"));
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(perMillimetre, perMillimetre);
    paint(painter);
    return image;
}

QByteArray svgPicture(const PictureFacts& facts, const PagePainting& paint) {
    // Units of a tenth of a millimetre: sizes of pictures are whole numbers.
    constexpr double kPerMillimetre = 10.0;
    const QSizeF size = facts.sizeMillimetres * kPerMillimetre;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setTitle(kTitlePlace);
        generator.setDescription(kDescriptionPlace);
        generator.setResolution(whole(kPerMillimetre * kMillimetresPerInch));
        generator.setSize(size.toSize());
        generator.setViewBox(QRectF(QPointF(0.0, 0.0), size));
        QPainter painter(&generator);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(kPerMillimetre, kPerMillimetre);
        paint(painter);
    }
    putFacts(bytes, facts);
    return bytes;
}

QImage pagePicture(const TaggedDocument& document, int page, int dpi) {
    return picture(factsOf(document, page), paintingOf(document, page), dpi);
}

QByteArray pageSvg(const TaggedDocument& document, int page) {
    return svgPicture(factsOf(document, page), paintingOf(document, page));
}

QByteArray pngOf(const QImage& image) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

}  // namespace lommer::app
