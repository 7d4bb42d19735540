#pragma once

#include "core/base/bounds.h"

#include <QByteArray>
#include <QDate>
#include <QLocale>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <functional>
#include <optional>
#include <variant>
#include <vector>

class QPainter;

namespace lommer::app {

/// Paints something at its own place on a page. The unit of the painter is a millimetre, from the
/// upper left corner of the page; antialiased, pictures without loss. Leaves as many `restore` as
/// `save` behind.
using PagePainting = std::function<void(QPainter&)>;

/// What is painted in one go, and on which page.
struct PaintedPart {
    /// From 0.
    int page = 0;
    PagePainting paint = {};
};

/// Headings come first, the highest at the front.
enum class TextRole { heading1, heading2, heading3, paragraph, listItem };

/// A text. List items that follow each other, whatever decoration lies between, are one list.
struct TaggedText {
    TextRole role = TextRole::paragraph;
    PaintedPart painted = {};
    /// What is read instead of the painted letters (14.9.4). A text of several lines needs it: Qt
    /// paints no space where a line ends, and hyphens are not words. A heading needs it for its
    /// bookmark. Empty: the letters.
    QString text = {};
};

/// A map, chart or logo: something to look at.
struct TaggedFigure {
    PaintedPart painted = {};
    /// What it shows, in words (14.9.3); never empty.
    QString alternative = {};
    QRectF placeMillimetres = {};
};

enum class CellKind { data, columnHeader, rowHeader };

struct TaggedCell {
    CellKind kind = CellKind::data;
    /// Without a painting the cell is empty.
    PaintedPart painted = {};
    /// As TaggedText::text.
    QString text = {};
};

/// A table; its lines and backgrounds are decoration before it. Rows may lie on several pages.
struct TaggedTable {
    std::vector<std::vector<TaggedCell>> rows = {};
    /// What the table is about, for who cannot glance over it; may be empty.
    QString summary = {};
};

/// What nobody has to hear: lines, backgrounds, page numbers (14.8.2.2).
struct Decoration {
    PaintedPart painted = {};
};

using TaggedItem = std::variant<TaggedText, TaggedFigure, TaggedTable, Decoration>;

/// A map on a page that viewers can measure in.
struct GeoReference {
    /// From 0.
    int page = 0;
    QRectF mapPlaceMillimetres = {};
    /// What that rectangle shows, to its edges.
    core::Bounds rdBounds = {};
};

/// A file inside the PDF (7.11.4).
struct PdfAttachment {
    /// Without path; no two alike.
    QString fileName = {};
    QByteArray bytes = {};
    /// "text/csv"
    QByteArray mediaType = {};
    QString description = {};
};

struct TaggedDocument {
    /// Never empty.
    QString title = {};
    /// Of all texts in it.
    QLocale locale = {};
    /// A function or department, no person; may be empty.
    QString author = {};
    /// May be empty.
    QString subject = {};
    QDate date = {};
    /// One for each page.
    std::vector<QSizeF> pageSizesMillimetres = {};
    /// At least one is painted. In the order of reading, which is also that of painting: later ones
    /// cover earlier ones.
    std::vector<TaggedItem> items = {};
    std::vector<GeoReference> maps = {};
    std::vector<PdfAttachment> attachments = {};
};

/// One PDF 1.7 that can be read aloud: tagged (ISO 32000-1, 14.8), with title, language, a bookmark
/// for each heading, embedded fonts, and RD coordinates for its maps. It does not claim PDF/UA: no
/// checker for that was run. The same document gives the same bytes. Throws what the paintings
/// throw. Needs QGuiApplication for its fonts, no display.
QByteArray taggedPdf(const TaggedDocument& document);

}  // namespace lommer::app
