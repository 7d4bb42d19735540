#include "app/layout/council_page.h"

#include "app/layout/item_writer.h"
#include "app/layout/map_items.h"
#include "app/layout/page_text.h"

#include <algorithm>
#include <cmath>

namespace lommer::app {
namespace {

constexpr double kGap = 3.5;
constexpr double kSmallGap = 1.2;
constexpr double kSideColumn = 84.0;
constexpr double kLeastMapHeight = 60.0;

void drawPageNumber(QPainter& painter, const QRectF& line, int number, const PageStyle& style) {
    painter.setPen(style.faint);
    drawPageText(painter, line, QString::number(number), pageFont(style.textFamily, 8.0),
                 Qt::AlignRight);
}

/// Lays out the first page.
class FirstPage {
public:
    FirstPage(const CouncilPage& page, TaggedDocument& document)
        : page_(page),
          size_(pageSizeOf(page.map)),
          isUpright_(page.map.orientation == QPageLayout::Portrait),
          writer_(document, 0, page.map.style),
          whole_(wholeOf(page)) {}

    void write() {
        const double top = writeHead() + kGap;
        const double foot = footTop();
        if (isUpright_) {
            writeUpright(top, foot);
        } else {
            writeLying(top, foot);
        }
        writeFoot(foot);
    }

private:
    static QRectF wholeOf(const CouncilPage& page) {
        const double margin = page.map.style.marginMillimetres;
        const QSizeF size = pageSizeOf(page.map);
        return {margin, margin - 3.0, size.width() - 2.0 * margin,
                size.height() - 2.0 * margin + 6.0};
    }
    const PageStyle& style() const { return page_.map.style; }
    QFont textFont(double points, bool isBold = false) const {
        return pageFont(style().textFamily, points, isBold);
    }
    QFont titleFont() const {
        constexpr qsizetype kLong = 110;
        return pageFont(style().titleFamily, page_.map.title.size() > kLong ? 10.5 : 15.5, true);
    }
    QFont headingFont() const { return textFont(10.0, true); }
    QFont bodyFont() const { return textFont(9.5); }
    QFont smallFont() const { return textFont(8.0); }

    /// Returns the width that it takes.
    double writeLogo(const QRectF& place) {
        const double width = std::min(place.width(), place.height() * logoShape(page_.house));
        if (width <= 0.0) {
            return 0.0;
        }
        TaggedFigure logo;
        logo.alternative = page_.logoAlternative;
        logo.placeMillimetres = {place.topLeft(), QSizeF(width, place.height())};
        logo.painted.paint = [&house = page_.house, place](QPainter& painter) {
            drawLogo(painter, house, place);
        };
        writer_.document().items.emplace_back(std::move(logo));
        return width + kGap;
    }

    /// Logo, what the page belongs to, and its status; returns the bottom.
    double writeHeadline(double top) {
        constexpr double kLogoHeight = 11.0;
        constexpr double kLineHeight = 4.0;
        const double logo = writeLogo({whole_.left(), top, 0.4 * whole_.width(), kLogoHeight});
        const double below = top + (logo > 0.0 ? kLogoHeight - kLineHeight : 0.0);
        const double status = textWidth(page_.status, smallFont());
        const double width = whole_.width() - logo - status - kGap;
        writer_.text(TextRole::paragraph, {whole_.left() + logo, below, width, kLineHeight},
                     elided(page_.headline, smallFont(), width), smallFont(), style().faint,
                     Qt::AlignLeft);
        writer_.text(TextRole::paragraph, {whole_.left(), below, whole_.width(), kLineHeight},
                     page_.status, smallFont(), style().faint, Qt::AlignRight);
        const bool isEmpty = logo <= 0.0 && page_.headline.isEmpty() && page_.status.isEmpty();
        return isEmpty ? top : below + kLineHeight + 2.0;
    }

    double writeHead() {
        double top = writeHeadline(whole_.top());
        top = writer_.below(TextRole::paragraph, whole_, top, page_.question, textFont(10.0),
                            style().faint) +
              (page_.question.isEmpty() ? 0.0 : kSmallGap);
        top = writer_.below(TextRole::heading1, whole_, top, page_.map.title, titleFont(),
                            style().title) +
              kSmallGap;
        return writer_.below(TextRole::paragraph, whole_, top, page_.keySentence, textFont(10.0),
                             style().ink);
    }

    /// On a lying page what it means stands beside what it does not say.
    double limitsWidth() const {
        return isUpright_ || page_.meaning.isEmpty() ? whole_.width()
                                                     : 0.5 * (whole_.width() - 8.0);
    }
    double limitsHeight() const {
        const double width = limitsWidth();
        const double limits = page_.limits.isEmpty()
                                  ? 0.0
                                  : textHeight(page_.limitsTitle, headingFont(), width) +
                                        textHeight(page_.limits, bodyFont(), width);
        return isUpright_ ? limits : std::max(limits, meaningHeight(width));
    }
    double footHeight() const {
        double height = 4.5;
        if (limitsHeight() > 0.0) {
            height += limitsHeight() + kGap;
        }
        if (!page_.dataStatement.isEmpty()) {
            height += textHeight(page_.dataStatement, smallFont(), whole_.width()) + kGap;
        }
        return height;
    }
    double footTop() const { return whole_.bottom() - footHeight(); }

    void writeFoot(double top) {
        if (limitsHeight() > 0.0) {
            QRectF column(whole_.left(), top, limitsWidth(), 0.0);
            if (!isUpright_ && !page_.meaning.isEmpty()) {
                writeMeaning(column);
                column.moveRight(whole_.right());
            }
            const double below = writer_.below(TextRole::heading2, column, top, page_.limitsTitle,
                                               headingFont(), style().title);
            writer_.below(TextRole::paragraph, column, below, page_.limits, bodyFont(),
                          style().ink);
            top += limitsHeight() + kGap;
        }
        if (!page_.dataStatement.isEmpty()) {
            writer_.decorate(
                [y = top - kGap / 2.0, line = style().line, whole = whole_](QPainter& painter) {
                    painter.setPen(QPen(line, 0.2));
                    painter.drawLine(QPointF(whole.left(), y), QPointF(whole.right(), y));
                });
            writer_.below(TextRole::paragraph, whole_, top, page_.dataStatement, smallFont(),
                          style().faint);
        }
        const QRectF line(whole_.left(), whole_.bottom() - 3.8, whole_.width(), 4.0);
        QStringList parts;
        for (const QString& part :
             {page_.contact,
              page_.map.locale.toString(page_.map.date, QStringLiteral("d MMMM yyyy")),
              page_.checkCode}) {
            if (!part.isEmpty()) {
                parts << part;
            }
        }
        writer_.text(TextRole::paragraph, line, parts.join(QStringLiteral(" · ")), smallFont(),
                     style().faint, Qt::AlignLeft);
        if (!page_.figures.isEmpty()) {
            writer_.decorate([&style = style(), line](QPainter& painter) {
                drawPageNumber(painter, line, 1, style);
            });
        }
    }

    double meaningHeight(double width) const {
        if (page_.meaning.isEmpty()) {
            return 0.0;
        }
        double height = textHeight(page_.meaningTitle, headingFont(), width) + kSmallGap;
        for (const QString& line : page_.meaning) {
            height += textHeight(line, bodyFont(), width - 4.0) + kSmallGap;
        }
        return height;
    }

    void writeMeaning(const QRectF& column) {
        if (page_.meaning.isEmpty()) {
            return;
        }
        double top = writer_.below(TextRole::heading2, column, column.top(), page_.meaningTitle,
                                   headingFont(), style().title) +
                     kSmallGap;
        for (const QString& line : page_.meaning) {
            writer_.decorate(
                [ink = style().ink, x = column.left() + 1.2, y = top + 2.0](QPainter& painter) {
                    painter.setPen(Qt::NoPen);
                    painter.setBrush(ink);
                    painter.drawEllipse(QPointF(x, y), 0.6, 0.6);
                });
            top = writer_.below(TextRole::listItem, column.adjusted(4.0, 0.0, 0.0, 0.0), top, line,
                                bodyFont(), style().ink) +
                  kSmallGap;
        }
    }

    double tableBlockHeight(const QRectF& column) const {
        return page_.table.isEmpty()
                   ? 0.0
                   : textHeight(page_.table.caption, headingFont(), column.width()) + kSmallGap +
                         tableHeight(page_.table, column, style());
    }

    std::size_t rowsThatFit(const QRectF& column) const {
        if (page_.table.isEmpty()) {
            return 0;
        }
        constexpr double kRounding = 1e-6;
        const double head = textHeight(page_.table.caption, headingFont(), column.width()) +
                            kSmallGap + tableHeaderHeight(page_.table, column, style());
        const double rows = (column.height() - head + kRounding) / kTableRowHeight;
        return std::min(page_.table.rows.size(), static_cast<std::size_t>(std::max(rows, 0.0)));
    }

    /// As many rows as there is room for in the column; all of them stand on the next pages.
    void writeTable(const QRectF& column) {
        const std::size_t rows = rowsThatFit(column);
        if (rows == 0) {
            return;
        }
        const double top = writer_.below(TextRole::heading2, column, column.top(),
                                         page_.table.caption, headingFont(), style().title) +
                           kSmallGap;
        TaggedTable tagged{{}, page_.table.caption};
        writer_.table(page_.table, 0, rows, column, top, tagged);
        writer_.document().items.emplace_back(std::move(tagged));
    }

    /// The map above; legend and meaning left below it, the table right.
    void writeUpright(double top, double foot) {
        const bool hasTable = !page_.table.isEmpty();
        const double left = hasTable ? whole_.width() - kSideColumn - 2.0 * kGap : whole_.width();
        const double legend = legendHeightOf(page_.map, left);
        QRectF table(whole_.right() - kSideColumn, 0.0, kSideColumn, 0.0);
        const double below = std::max(legend + meaningHeight(left), tableBlockHeight(table));
        const double bottom = std::max(top + kLeastMapHeight, foot - kGap - below - kGap);
        addMap(writer_.document(), page_.map, page_.mapAlternative,
               {whole_.left(), top, whole_.width(), bottom - top});
        addLegend(writer_.document(), page_.map, page_.legendName,
                  {whole_.left(), bottom + kGap, left, legend});
        writeMeaning({whole_.left(), bottom + kGap + legend, left, 0.0});
        table.setTop(bottom + kGap);
        table.setBottom(foot - kGap);
        writeTable(table);
    }

    /// The map left; legend and table beside it.
    void writeLying(double top, double foot) {
        const double width = whole_.width() - kSideColumn - 2.0 * kGap;
        addMap(writer_.document(), page_.map, page_.mapAlternative,
               {whole_.left(), top, width, std::max(kLeastMapHeight, foot - 2.0 * kGap - top)});
        const double left = whole_.right() - kSideColumn;
        const double legend = legendHeightOf(page_.map, kSideColumn);
        addLegend(writer_.document(), page_.map, page_.legendName,
                  {left, top, kSideColumn, legend});
        const double below = top + legend + kSmallGap;
        writeTable({left, below, kSideColumn, foot - kGap - below});
    }

    const CouncilPage& page_;
    QSizeF size_;
    bool isUpright_;
    ItemWriter writer_;
    QRectF whole_;
};

/// The pages with all figures.
void writeFigures(const CouncilPage& page, TaggedDocument& document) {
    if (page.figures.isEmpty()) {
        return;
    }
    const QSizeF size = pageSizeOf(page.map);
    const PageStyle& style = page.map.style;
    const double margin = style.marginMillimetres;
    const QRectF whole(margin, margin, size.width() - 2.0 * margin, size.height() - 2.0 * margin);
    TaggedTable tagged{{}, page.figures.caption};
    for (std::size_t first = 0; first < page.figures.rows.size();) {
        const int number = static_cast<int>(document.pageSizesMillimetres.size());
        document.pageSizesMillimetres.push_back(size);
        ItemWriter writer(document, number, style);
        double top = whole.top();
        if (first == 0) {
            top = writer.below(TextRole::heading2, whole, top, page.figures.caption,
                               pageFont(style.titleFamily, 12.0, true), style.title) +
                  kGap;
        }
        const double room =
            whole.bottom() - 6.0 - top - tableHeaderHeight(page.figures, whole, style);
        const auto rows =
            static_cast<std::size_t>(std::max(1.0, std::floor(room / kTableRowHeight)));
        const std::size_t end = std::min(page.figures.rows.size(), first + rows);
        writer.table(page.figures, first, end, whole, top, tagged);
        writer.decorate([&style, whole, number](QPainter& painter) {
            drawPageNumber(painter, {whole.left(), whole.bottom() - 4.0, whole.width(), 4.0},
                           number + 1, style);
        });
        first = end;
    }
    document.items.emplace_back(std::move(tagged));
}

}  // namespace

TaggedDocument councilDocument(const CouncilPage& page) {
    TaggedDocument document;
    document.title = page.map.title;
    document.locale = page.map.locale;
    document.author = page.contact;
    document.subject = page.question;
    document.date = page.map.date;
    document.pageSizesMillimetres = {pageSizeOf(page.map)};
    FirstPage(page, document).write();
    writeFigures(page, document);
    document.attachments = page.attachments;
    return document;
}

}  // namespace lommer::app
