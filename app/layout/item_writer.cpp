#include "app/layout/item_writer.h"

#include "app/layout/page_text.h"

#include <QPainter>
#include <algorithm>

namespace lommer::app {
namespace {

QFont cellFont(const PageStyle& style, bool isHeader) {
    return pageFont(style.textFamily, 8.5, isHeader);
}

/// The first column takes what the others leave.
std::vector<QRectF> cellPlaces(const QRectF& column, double top, qsizetype cells, double height) {
    constexpr double kFigureWidth = 25.0;
    constexpr double kFiguresShare = 0.62;
    const auto figureCount = static_cast<double>(std::max<qsizetype>(1, cells - 1));
    const double figures = std::min(kFigureWidth, column.width() * kFiguresShare / figureCount);
    std::vector<QRectF> places;
    double left = column.left();
    for (qsizetype cell = 0; cell < cells; ++cell) {
        const double width =
            cell == 0 ? column.width() - figures * static_cast<double>(cells - 1) : figures;
        places.emplace_back(left, top, width, height);
        left += width;
    }
    return places;
}

}  // namespace

double tableHeaderHeight(const PageTable& table, const QRectF& column, const PageStyle& style) {
    constexpr double kRoom = 1.6;
    double height = kTableRowHeight;
    const auto places = cellPlaces(column, 0.0, table.header.size(), height);
    for (qsizetype cell = 0; cell < table.header.size(); ++cell) {
        const double width = places[static_cast<std::size_t>(cell)].width() - 2.0;
        height =
            std::max(height, textHeight(table.header[cell], cellFont(style, true), width) + kRoom);
    }
    return height;
}

double tableHeight(const PageTable& table, const QRectF& column, const PageStyle& style) {
    return table.isEmpty() ? 0.0
                           : tableHeaderHeight(table, column, style) +
                                 kTableRowHeight * static_cast<double>(table.rows.size());
}

PaintedPart ItemWriter::painted(const QRectF& place, const QString& text, const QFont& font,
                                const QColor& colour, int flags) const {
    return {page_, [place, text, font, colour, flags](QPainter& painter) {
                painter.setPen(colour);
                drawPageText(painter, place, text, font, flags);
            }};
}

void ItemWriter::text(TextRole role, const QRectF& place, const QString& text, const QFont& font,
                      const QColor& colour, int flags) {
    if (!text.isEmpty()) {
        TaggedText tagged;
        tagged.role = role;
        tagged.painted = painted(place, text, font, colour, flags);
        tagged.text = text;
        document_.items.emplace_back(std::move(tagged));
    }
}

double ItemWriter::below(TextRole role, const QRectF& column, double top, const QString& text,
                         const QFont& font, const QColor& colour) {
    const double height = textHeight(text, font, column.width());
    this->text(role, {column.left(), top, column.width(), height}, text, font, colour,
               Qt::TextWordWrap);
    return top + height;
}

void ItemWriter::decorate(PagePainting paint) {
    Decoration decoration;
    decoration.painted.page = page_;
    decoration.painted.paint = std::move(paint);
    document_.items.emplace_back(std::move(decoration));
}

std::vector<TaggedCell> ItemWriter::row(const QStringList& texts, const QRectF& column, double top,
                                        double height, bool isHeader) const {
    const QFont font = cellFont(style_, isHeader);
    const auto places = cellPlaces(column, top, texts.size(), height);
    std::vector<TaggedCell> cells;
    for (qsizetype cell = 0; cell < texts.size(); ++cell) {
        const QRectF place = places[static_cast<std::size_t>(cell)].adjusted(1.0, 0.0, -1.0, 0.0);
        const int side = cell == 0 ? Qt::AlignLeft : Qt::AlignRight;
        const int wrap = isHeader ? Qt::TextWordWrap : Qt::TextSingleLine;
        const QString shown = isHeader ? texts[cell] : elided(texts[cell], font, place.width());
        const CellKind kind = isHeader    ? CellKind::columnHeader
                              : cell == 0 ? CellKind::rowHeader
                                          : CellKind::data;
        cells.push_back({kind,
                         painted(place, shown, font, style_.ink, side | Qt::AlignVCenter | wrap),
                         texts[cell]});
    }
    return cells;
}

double ItemWriter::table(const PageTable& table, std::size_t first, std::size_t end,
                         const QRectF& column, double top, TaggedTable& tagged) {
    const double header = tableHeaderHeight(table, column, style_);
    const auto rowTop = [top, header, first](std::size_t row) {
        return top + header + kTableRowHeight * static_cast<double>(row - first);
    };
    decorate([style = &style_, column, top, header, first, end, rowTop](QPainter& painter) {
        painter.fillRect(QRectF(column.left(), top, column.width(), header), style->band);
        painter.setPen(QPen(style->line, 0.15));
        for (std::size_t row = first; row <= end; ++row) {
            painter.drawLine(QPointF(column.left(), rowTop(row)),
                             QPointF(column.right(), rowTop(row)));
        }
    });
    tagged.rows.push_back(row(table.header, column, top, header, true));
    for (std::size_t index = first; index < end; ++index) {
        tagged.rows.push_back(
            row(table.rows[index], column, rowTop(index), kTableRowHeight, false));
    }
    return rowTop(end);
}

}  // namespace lommer::app
