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

std::vector<const PaintedPart*> paintedParts(const std::vector<TaggedItem>& items) {
    std::vector<const PaintedPart*> parts;
    for (const TaggedItem& item : items) {
        if (const auto* table = std::get_if<TaggedTable>(&item)) {
            for (const std::vector<TaggedCell>& row : table->rows) {
                for (const TaggedCell& cell : row) {
                    if (cell.painted.paint) {
                        parts.push_back(&cell.painted);
                    }
                }
            }
        } else if (const auto* text = std::get_if<TaggedText>(&item)) {
            parts.push_back(&text->painted);
        } else if (const auto* figure = std::get_if<TaggedFigure>(&item)) {
            parts.push_back(&figure->painted);
        } else {
            parts.push_back(&std::get<Decoration>(item).painted);
        }
    }
    return parts;
}

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
