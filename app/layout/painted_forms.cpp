#include "app/layout/painted_forms.h"

#include "app/layout/pdf_page.h"
#include "core/base/assert.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace lommer::app {
namespace {

// Ten units are a millimetre, exactly. Rasters of a map come out as finely.
constexpr int kResolutionDpi = 254;
constexpr double kUnitsPerMillimetre = 10.0;

QPageLayout layoutOf(QSizeF pageMillimetres) {
    const QPageSize size(QSizeF(paintedSizePoints(pageMillimetres)), QPageSize::Point, QString(),
                         QPageSize::ExactMatch);
    return {size, QPageLayout::Portrait, QMarginsF()};
}

}  // namespace

QByteArray paintedOnPagesOfTheirOwn(const std::vector<const PaintedPart*>& parts,
                                    const std::vector<QSizeF>& pageSizesMillimetres) {
    LOMMER_ASSERT(!parts.empty());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
    writer.setResolution(kResolutionDpi);
    QPainter painter;
    for (const PaintedPart* part : parts) {
        LOMMER_ASSERT(part->page >= 0 &&
                      static_cast<std::size_t>(part->page) < pageSizesMillimetres.size());
        writer.setPageLayout(layoutOf(pageSizesMillimetres[static_cast<std::size_t>(part->page)]));
        if (painter.isActive()) {
            writer.newPage();
        } else {
            painter.begin(&writer);
        }
        painter.save();
        painter.setRenderHints(QPainter::Antialiasing | QPainter::LosslessImageRendering);
        painter.scale(kUnitsPerMillimetre, kUnitsPerMillimetre);
        part->paint(painter);
        painter.restore();
    }
    painter.end();
    return bytes;
}

}  // namespace lommer::app
