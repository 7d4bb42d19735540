#include "app/layout/document_pdf.h"

#include "app/layout/pdf_language.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextDocument>

namespace lommer::app {
namespace {

constexpr int kResolution = 300;
constexpr double kMarginMillimetres = 18.0;
constexpr double kFooterMillimetres = 8.0;
constexpr double kPerMillimetre = kResolution / 25.4;

void setPages(QTextDocument& document, QPdfWriter& writer, const QString& html) {
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setStyleHint(QFont::SansSerif);
    font.setPointSizeF(9.5);
    document.setDefaultFont(font);
    document.setDocumentMargin(0.0);
    document.setHtml(html);
    document.documentLayout()->setPaintDevice(&writer);
    document.setPageSize(
        QSizeF(writer.width(), writer.height() - kFooterMillimetres * kPerMillimetre));
}

std::vector<PdfBookmark> headingsOf(const QTextDocument& document) {
    std::vector<PdfBookmark> bookmarks;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const int level = block.blockFormat().headingLevel();
        if (level > 0) {
            const double top = document.documentLayout()->blockBoundingRect(block).top();
            bookmarks.push_back(
                {block.text(), level, static_cast<int>(top / document.pageSize().height())});
        }
    }
    return bookmarks;
}

void paintPages(QTextDocument& document, QPdfWriter& writer) {
    const QSizeF page = document.pageSize();
    QPainter painter(&writer);
    for (int number = 0; number < document.pageCount(); ++number) {
        if (number > 0) {
            writer.newPage();
        }
        painter.save();
        painter.translate(0.0, -number * page.height());
        const QRectF inside(0.0, number * page.height(), page.width(), page.height());
        painter.setClipRect(inside);
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = inside;
        context.palette.setColor(QPalette::Text, Qt::black);
        document.documentLayout()->draw(&painter, context);
        painter.restore();
        painter.drawText(
            QRectF(0.0, page.height(), page.width(), kFooterMillimetres * kPerMillimetre),
            Qt::AlignRight | Qt::AlignBottom,
            QStringLiteral("%1 / %2").arg(number + 1).arg(document.pageCount()));
    }
}

}  // namespace

QByteArray documentAsPdf(const QString& html, const QString& title, const QLocale& locale) {
    QByteArray bytes;
    std::vector<PdfBookmark> bookmarks;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
        writer.setTitle(title);
        writer.setCreator(QStringLiteral("Lommer"));
        writer.setResolution(kResolution);
        const QMarginsF margins(kMarginMillimetres, kMarginMillimetres, kMarginMillimetres,
                                kMarginMillimetres - kFooterMillimetres);
        writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, margins,
                                         QPageLayout::Millimeter));
        QTextDocument document;
        setPages(document, writer, html);
        bookmarks = headingsOf(document);
        paintPages(document, writer);
    }
    return withPdfLanguage(withPdfBookmarks(bytes, bookmarks), locale.bcp47Name(), title);
}

}  // namespace lommer::app
