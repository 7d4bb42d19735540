#include "app/layout/page_export.h"

#include "app/layout/pdf_language.h"
#include "core/base/error.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QPdfWriter>
#include <QSaveFile>
#include <cmath>

namespace lommer::app {
namespace {

constexpr double kMillimetresPerInch = 25.4;
constexpr int kPdfResolution = 300;

QByteArray pageAsPng(const MapPage& page) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    pageAsImage(page).save(&buffer, "PNG");
    return bytes;
}

}  // namespace

QByteArray pageAsPdf(const MapPage& page) {
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

QImage pageAsImage(const MapPage& page, int dpi) {
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

void exportPage(const MapPage& page, const QString& fileName) {
    const bool isPdf = fileName.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive);
    const QByteArray bytes = isPdf ? pageAsPdf(page) : pageAsPng(page);
    const QFileInfo info(fileName);
    QSaveFile file(fileName);
    if (!file.open(QIODevice::WriteOnly)) {
        throw core::Error(core::ErrorCode::folderReadOnly,
                          {{"folder", info.absoluteDir().dirName().toStdString()}},
                          file.errorString().toStdString());
    }
    if (file.write(bytes) != bytes.size() || !file.commit()) {
        throw core::Error(core::ErrorCode::diskFull,
                          {{"needed", static_cast<std::int64_t>(bytes.size())}},
                          file.errorString().toStdString());
    }
}

}  // namespace lommer::app
