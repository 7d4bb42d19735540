#include "app/layout/council_page.h"

#include "app/layout/item_writer.h"
#include "app/layout/page_text.h"

#include <algorithm>
#include <cmath>

namespace lommer::app {
namespace {

constexpr double kMargin = 15.0;
constexpr double kGap = 3.5;
constexpr double kSmallGap = 1.2;
constexpr double kSideColumn = 84.0;
constexpr double kLeastMapHeight = 60.0;
const QColor kFaint(85, 85, 85);

/// Lays out the first page.
class FirstPage {
public:
    FirstPage(const CouncilPage& page, TaggedDocument& document)
        : page_(page),
          size_(pageSizeOf(page.map)),
          isUpright_(page.map.orientation == QPageLayout::Portrait),
          writer_(document, 0),
          whole_(kMargin, kMargin - 3.0, size_.width() - 2.0 * kMargin,
                 size_.height() - 2.0 * kMargin + 6.0) {}

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
    QFont titleFont() const {
        constexpr qsizetype kLong = 110;
        return pageFont(page_.map.title.size() > kLong ? 10.5 : 15.5, true);
    }
    static QFont headingFont() { return pageFont(10.0, true); }
    static QFont bodyFont() { return pageFont(9.5); }
    static QFont smallFont() { return pageFont(8.0); }

    double writeHead() {
        double top = whole_.top();
        const QRectF line(whole_.left(), top, whole_.width(), 4.0);
        writer_.text(TextRole::paragraph, line, page_.headline, smallFont(), kFaint, Qt::AlignLeft);
        writer_.text(TextRole::paragraph, line, page_.status, smallFont(), kFaint, Qt::AlignRight);
        top += page_.headline.isEmpty() && page_.status.isEmpty() ? 0.0 : 6.0;
        top = writer_.below(TextRole::paragraph, whole_, top, page_.question, pageFont(10.0),
                            kFaint) +
              (page_.question.isEmpty() ? 0.0 : kSmallGap);
        top = writer_.below(TextRole::heading1, whole_, top, page_.map.title, titleFont()) +
              kSmallGap;
        return writer_.below(TextRole::paragraph, whole_, top, page_.keySentence, pageFont(10.0));
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
            const double below =
                writer_.below(TextRole::heading2, column, top, page_.limitsTitle, headingFont());
            writer_.below(TextRole::paragraph, column, below, page_.limits, bodyFont());
            top += limitsHeight() + kGap;
        }
        if (!page_.dataStatement.isEmpty()) {
            writer_.decorate([y = top - kGap / 2.0, this](QPainter& painter) {
                painter.setPen(QPen(kTableLine, 0.2));
                painter.drawLine(QPointF(whole_.left(), y), QPointF(whole_.right(), y));
            });
            writer_.below(TextRole::paragraph, whole_, top, page_.dataStatement, smallFont(),
                          kFaint);
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
                     kFaint, Qt::AlignLeft);
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
                                   headingFont()) +
                     kSmallGap;
        for (const QString& line : page_.meaning) {
            writer_.decorate([x = column.left() + 1.2, y = top + 2.0](QPainter& painter) {
                painter.setPen(Qt::NoPen);
                painter.setBrush(kPageInk);
                painter.drawEllipse(QPointF(x, y), 0.6, 0.6);
            });
            top = writer_.below(TextRole::listItem, column.adjusted(4.0, 0.0, 0.0, 0.0), top, line,
                                bodyFont()) +
                  kSmallGap;
        }
    }

    double tableBlockHeight(const QRectF& column) const {
        return page_.table.isEmpty()
                   ? 0.0
                   : textHeight(page_.table.caption, headingFont(), column.width()) + kSmallGap +
                         tableHeight(page_.table, column);
    }

    void writeTable(const QRectF& column) {
        if (page_.table.isEmpty()) {
            return;
        }
        const double top = writer_.below(TextRole::heading2, column, column.top(),
                                         page_.table.caption, headingFont()) +
                           kSmallGap;
        TaggedTable tagged{{}, page_.table.caption};
        writer_.table(page_.table, 0, page_.table.rows.size(), column, top, tagged);
        writer_.document().items.emplace_back(std::move(tagged));
    }

    void writeMap(const QRectF& place) {
        const MapPage& map = page_.map;
        TaggedFigure figure;
        figure.alternative = page_.mapAlternative;
        figure.placeMillimetres = place;
        figure.painted.paint = [&map, place](QPainter& painter) {
            painter.setClipRect(place.adjusted(-0.3, -0.3, 0.3, 0.3));
            MapPagePainter(painter, map).paintMap(place);
        };
        writer_.document().items.emplace_back(std::move(figure));
        QImage none(1, 1, QImage::Format_RGB32);
        QPainter painter(&none);
        writer_.document().maps.push_back(
            {0, place, MapPagePainter(painter, map).shownBounds(place.size())});
    }

    double legendHeight(double width) const {
        QImage none(1, 1, QImage::Format_RGB32);
        QPainter painter(&none);
        return MapPagePainter(painter, page_.map).legendHeight(width);
    }

    void writeLegend(const QRectF& place) {
        const MapPage& map = page_.map;
        QStringList words;
        for (const LegendSection& section : map.legend) {
            words << section.title;
            for (const LegendItem& item : section.items) {
                words << (item.ramp.empty()
                              ? item.label
                              : item.lowLabel + QStringLiteral(" – ") + item.highLabel);
            }
        }
        TaggedFigure figure;
        figure.alternative =
            QStringLiteral("%1: %2").arg(page_.legendName, words.join(QStringLiteral("; ")));
        figure.placeMillimetres = place;
        figure.painted.paint = [&map, place](QPainter& painter) {
            MapPagePainter(painter, map).paintLegend(place);
        };
        writer_.document().items.emplace_back(std::move(figure));
    }

    /// The map above; legend and meaning left below it, the table right.
    void writeUpright(double top, double foot) {
        const bool hasTable = !page_.table.isEmpty();
        const double left = hasTable ? whole_.width() - kSideColumn - 2.0 * kGap : whole_.width();
        const double legend = legendHeight(left);
        QRectF table(whole_.right() - kSideColumn, 0.0, kSideColumn, 0.0);
        const double below = std::max(legend + meaningHeight(left), tableBlockHeight(table));
        const double bottom = std::max(top + kLeastMapHeight, foot - kGap - below - kGap);
        writeMap({whole_.left(), top, whole_.width(), bottom - top});
        writeLegend({whole_.left(), bottom + kGap, left, legend});
        writeMeaning({whole_.left(), bottom + kGap + legend, left, 0.0});
        table.moveTop(bottom + kGap);
        writeTable(table);
    }

    /// The map left; legend and table beside it.
    void writeLying(double top, double foot) {
        const double width = whole_.width() - kSideColumn - 2.0 * kGap;
        writeMap({whole_.left(), top, width, std::max(kLeastMapHeight, foot - 2.0 * kGap - top)});
        const double left = whole_.right() - kSideColumn;
        const double legend = legendHeight(kSideColumn);
        writeLegend({left, top, kSideColumn, legend});
        writeTable({left, top + legend + kSmallGap, kSideColumn, 0.0});
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
    const QRectF whole(kMargin, kMargin, size.width() - 2.0 * kMargin,
                       size.height() - 2.0 * kMargin);
    TaggedTable tagged{{}, page.figures.caption};
    for (std::size_t first = 0; first < page.figures.rows.size();) {
        const int number = static_cast<int>(document.pageSizesMillimetres.size());
        document.pageSizesMillimetres.push_back(size);
        ItemWriter writer(document, number);
        double top = whole.top();
        if (first == 0) {
            top = writer.below(TextRole::heading2, whole, top, page.figures.caption,
                               pageFont(12.0, true)) +
                  kGap;
        }
        const double room = whole.bottom() - 6.0 - top - tableHeaderHeight(page.figures, whole);
        const auto rows =
            static_cast<std::size_t>(std::max(1.0, std::floor(room / kTableRowHeight)));
        const std::size_t end = std::min(page.figures.rows.size(), first + rows);
        writer.table(page.figures, first, end, whole, top, tagged);
        writer.decorate([whole, number](QPainter& painter) {
            painter.setPen(kFaint);
            drawPageText(painter, {whole.left(), whole.bottom() - 4.0, whole.width(), 4.0},
                         QString::number(number + 1), pageFont(8.0), Qt::AlignRight);
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

QImage councilImage(const CouncilPage& page, int dpi) {
    constexpr double kMillimetresPerInch = 25.4;
    const double perMillimetre = dpi / kMillimetresPerInch;
    const QSizeF size = pageSizeOf(page.map) * perMillimetre;
    QImage image(static_cast<int>(std::lround(size.width())),
                 static_cast<int>(std::lround(size.height())), QImage::Format_RGB32);
    image.setDotsPerMeterX(static_cast<int>(std::lround(perMillimetre * 1000.0)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    image.setText(QStringLiteral("Title"), page.map.title);
    image.setText(QStringLiteral("Description"), page.mapAlternative);
    image.setText(QStringLiteral("Software"), QStringLiteral("Lommer"));
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(perMillimetre, perMillimetre);
    const auto paint = [&painter](const PaintedPart& part) {
        if (part.page == 0 && part.paint) {
            painter.save();
            part.paint(painter);
            painter.restore();
        }
    };
    for (const TaggedItem& item : councilDocument(page).items) {
        if (const auto* table = std::get_if<TaggedTable>(&item)) {
            for (const auto& row : table->rows) {
                for (const TaggedCell& cell : row) {
                    paint(cell.painted);
                }
            }
        } else {
            std::visit(
                [&paint](const auto& one) {
                    if constexpr (requires { one.painted; }) {
                        paint(one.painted);
                    }
                },
                item);
        }
    }
    return image;
}

}  // namespace lommer::app
