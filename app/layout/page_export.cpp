#include "app/layout/page_export.h"

#include "app/layout/page_picture.h"
#include "app/layout/pdf_language.h"
#include "app/layout/whole_file.h"

#include <QBuffer>
#include <QPdfWriter>

namespace lommer::app {
namespace {

constexpr double kMillimetresPerInch = 25.4;
constexpr int kPdfResolution = 300;

PictureFacts factsOf(const MapPage& page) {
    return {page.title, page.source, pageSizeOf(page)};
}

PagePainting paintingOf(const MapPage& page) {
    return [&page](QPainter& painter) { MapPagePainter(painter, page).paint(); };
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
    return picture(factsOf(released.value()), paintingOf(released.value()), dpi);
}

QByteArray pageAsSvg(const ReleasedPage& released) {
    return svgPicture(factsOf(released.value()), paintingOf(released.value()));
}

void exportPage(const ReleasedPage& page, const QString& fileName) {
    const auto endsWith = [&](const char* ending) {
        return fileName.endsWith(QLatin1String(ending), Qt::CaseInsensitive);
    };
    const QByteArray bytes = endsWith(".pdf")   ? pageAsPdf(page)
                             : endsWith(".svg") ? pageAsSvg(page)
                                                : pngOf(pageAsImage(page));
    writeWhole(fileName, bytes);
}

}  // namespace lommer::app
