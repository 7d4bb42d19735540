#include "app/layout/page_export.h"

#include "app/layout/pdf_language.h"
#include "app/layout/whole_file.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <cmath>

namespace lommer::app {
namespace {

constexpr double kMillimetresPerInch = 25.4;
constexpr int kPdfResolution = 300;

QByteArray pageAsPng(const ReleasedPage& page) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    pageAsImage(page).save(&buffer, "PNG");
    return bytes;
}

}  // namespace

std::vector<core::ShownLayer> shownLayers(const MapPage& page) {
    std::vector<core::ShownLayer> shown;
    for (const MapLayer& layer : page.layers) {
        core::ShownLayer one{page.title.toStdString(), {}, layer.data.places};
        const auto index = layer.data.table == nullptr
                               ? std::nullopt
                               : layer.data.table->indexOf(layer.style.column.toStdString());
        if (index) {
            one.figures = core::Table(layer.data.table->rowCount(),
                                      {layer.data.table->columns()[*index]}, nullptr);
        }
        shown.push_back(std::move(one));
    }
    return shown;
}

ReleasedPage released(const MapPage& page, core::ReleaseProfile profile) {
    return core::PrivacyCheck(profile).release(page, shownLayers(page));
}

QByteArray pageAsPdf(const ReleasedPage& released) {
    const MapPage& page = released.value();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
        writer.setTitle(page.title);
        writer.setCreator(QStringLiteral("Lommer"));
        writer.setResolution(kPdfResolution);
        writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), page.orientation, QMarginsF()));
        QPainter painter(&writer);
        painter.scale(kPdfResolution / kMillimetresPerInch, kPdfResolution / kMillimetresPerInch);
        MapPagePainter(painter, page).paint();
    }
    return withPdfLanguage(bytes, page.locale.bcp47Name(), page.title);
}

QImage pageAsImage(const ReleasedPage& released, int dpi) {
    const MapPage& page = released.value();
    const double perMillimetre = dpi / kMillimetresPerInch;
    const QSizeF size = pageSizeOf(page) * perMillimetre;
    QImage image(static_cast<int>(std::lround(size.width())),
                 static_cast<int>(std::lround(size.height())), QImage::Format_RGB32);
    image.setDotsPerMeterX(static_cast<int>(std::lround(perMillimetre * 1000.0)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    image.setText(QStringLiteral("Title"), page.title);
    image.setText(QStringLiteral("Software"), QStringLiteral("Lommer"));
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(perMillimetre, perMillimetre);
    MapPagePainter(painter, page).paint();
    return image;
}

QByteArray pageAsSvg(const ReleasedPage& released) {
    const MapPage& page = released.value();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    // Units of a tenth of a millimetre: sizes of pictures are whole numbers.
    constexpr double kPerMillimetre = 10.0;
    const QSizeF size = pageSizeOf(page) * kPerMillimetre;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(page.title);
    generator.setDescription(page.source);
    generator.setResolution(static_cast<int>(std::lround(kPerMillimetre * kMillimetresPerInch)));
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(0.0, 0.0), size));
    QPainter painter(&generator);
    painter.scale(kPerMillimetre, kPerMillimetre);
    MapPagePainter(painter, page).paint();
    painter.end();
    return bytes;
}

void exportPage(const ReleasedPage& page, const QString& fileName) {
    const auto endsWith = [&](const char* ending) {
        return fileName.endsWith(QLatin1String(ending), Qt::CaseInsensitive);
    };
    const QByteArray bytes = endsWith(".pdf")   ? pageAsPdf(page)
                             : endsWith(".svg") ? pageAsSvg(page)
                                                : pageAsPng(page);
    writeWhole(fileName, bytes);
}

}  // namespace lommer::app
