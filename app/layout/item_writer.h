#pragma once

#include "app/layout/page_text.h"
#include "app/layout/tagged_pdf.h"

#include <QStringList>
#include <cstddef>
#include <vector>

namespace lommer::app {

/// Figures in rows, with a header; as many cells in each row.
struct PageTable {
    QString caption = {};
    QStringList header = {};
    std::vector<QStringList> rows = {};

    bool isEmpty() const { return rows.empty(); }
};

/// Millimetres: all rows have one height, the header as many lines as its words need.
inline constexpr double kTableRowHeight = 5.2;
double tableHeaderHeight(const PageTable& table, const QRectF& column, const PageStyle& style);
double tableHeight(const PageTable& table, const QRectF& column, const PageStyle& style);

/// Puts texts and tables below each other on one page of a document. Places in millimetres.
class ItemWriter {
public:
    /// All outlive the object; `style` also the document.
    ItemWriter(TaggedDocument& document, int page, const PageStyle& style)
        : document_(document), page_(page), style_(style) {}

    /// A text at a place, as Qt::AlignmentFlag and Qt::TextFlag say. Nothing for an empty one.
    void text(TextRole role, const QRectF& place, const QString& text, const QFont& font,
              const QColor& colour, int flags);
    /// A text in a column from `top`, as high as it needs; returns its bottom.
    double below(TextRole role, const QRectF& column, double top, const QString& text,
                 const QFont& font, const QColor& colour);
    void decorate(PagePainting paint);
    /// Rows [first, end) of a table as wide as `column`, from `top` and with the header; adds them
    /// to `tagged`, which the caller puts into the document. Returns the bottom. Figures stand to
    /// the right; a name that is too long is cut in the picture, not in what is read.
    double table(const PageTable& table, std::size_t first, std::size_t end, const QRectF& column,
                 double top, TaggedTable& tagged);
    TaggedDocument& document() { return document_; }

private:
    PaintedPart painted(const QRectF& place, const QString& text, const QFont& font,
                        const QColor& colour, int flags) const;
    std::vector<TaggedCell> row(const QStringList& texts, const QRectF& column, double top,
                                double height, bool isHeader) const;

    TaggedDocument& document_;
    int page_;
    const PageStyle& style_;
};

}  // namespace lommer::app
