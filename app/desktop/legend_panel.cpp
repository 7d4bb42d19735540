#include "app/desktop/legend_panel.h"

#include "app/desktop/delayed_call.h"
#include "app/layout/layer_page.h"

#include <QPainter>

namespace lommer::app {
namespace {

constexpr int kMargin = 10;
constexpr int kSwatchWidth = 26;
constexpr int kGap = 8;

/// Of two layers that are compared and look alike the upper one speaks for both.
bool isToldByTheOther(const Project& project, const LayerPair& compared, const Layer& layer) {
    const Layer* other = project.find(layer.id == compared.left ? compared.right : compared.left);
    return other != nullptr && other->style == layer.style &&
           other->legendTitle == layer.legendTitle &&
           project.positionOf(other->id) < project.positionOf(layer.id);
}

}  // namespace

std::vector<LegendSection> legendOf(const Project& project, const InterfaceLanguage& language,
                                    const std::optional<LayerPair>& compared) {
    std::vector<LegendSection> sections;
    for (const Layer& layer : project.layers()) {
        const bool isCompared =
            compared && (layer.id == compared->left || layer.id == compared->right);
        if (!(layer.isVisible || isCompared) || !layer.data.canBeDrawn() ||
            (isCompared && isToldByTheOther(project, *compared, layer))) {
            continue;
        }
        sections.push_back(legendSectionOf(layer, language.texts()));
    }
    return sections;
}

/// Draws the sections one below the other.
class LegendSheet : public QWidget {
public:
    explicit LegendSheet(QWidget* parent) : QWidget(parent) {}

    void setSections(std::vector<LegendSection> sections, const QString& emptyText) {
        sections_ = std::move(sections);
        emptyText_ = emptyText;
        QStringList words;
        for (const LegendSection& section : sections_) {
            words << section.title;
            for (const LegendItem& item : section.items) {
                words << item.label + item.lowLabel + QLatin1Char(' ') + item.highLabel;
            }
        }
        setAccessibleName(words.join(QStringLiteral(", ")));
        fit();
        update();
    }
    const std::vector<LegendSection>& sections() const { return sections_; }

protected:
    void resizeEvent(QResizeEvent* event) override {
        QWidget::resizeEvent(event);
        fit();
    }
    void paintEvent(QPaintEvent* event) override {
        Q_UNUSED(event);
        QPainter painter(this);
        layOut(&painter);
    }

private:
    void fit() { setMinimumHeight(layOut(nullptr)); }

    int textHeight(const QFont& font, int width, const QString& text) const {
        return QFontMetrics(font)
            .boundingRect(QRect(0, 0, std::max(width, 20), 10000), Qt::TextWordWrap, text)
            .height();
    }

    int layOutText(QPainter* painter, const QFont& font, const QRect& place, const QString& text) {
        const int height = textHeight(font, place.width(), text);
        if (painter != nullptr) {
            painter->setFont(font);
            painter->setPen(palette().color(QPalette::WindowText));
            painter->drawText(QRect(place.topLeft(), QSize(place.width(), height)),
                              Qt::TextWordWrap, text);
        }
        return height;
    }

    int layOutItem(QPainter* painter, const LegendItem& item, int top) {
        const int line = QFontMetrics(font()).height();
        const int wide = width() - 2 * kMargin;
        if (!item.ramp.empty()) {
            const QRect strip(kMargin, top, std::min(wide, 220), line);
            if (painter != nullptr) {
                paintSwatch(*painter, strip, item);
                painter->setPen(palette().color(QPalette::WindowText));
                painter->setFont(font());
                const QRect below = strip.translated(0, line + 3);
                painter->drawText(below, Qt::AlignLeft, item.lowLabel);
                painter->drawText(below, Qt::AlignRight, item.highLabel);
            }
            return 2 * line + 3;
        }
        if (painter != nullptr) {
            paintSwatch(*painter, QRectF(kMargin, top + 1, kSwatchWidth, line - 2), item);
        }
        const QRect place(kMargin + kSwatchWidth + kGap, top, wide - kSwatchWidth - kGap, line);
        return std::max(line, layOutText(painter, font(), place, item.label));
    }

    /// Draws where there is a painter; returns the height in any case.
    int layOut(QPainter* painter) {
        int top = kMargin;
        QFont bold = font();
        bold.setBold(true);
        const int wide = width() - 2 * kMargin;
        if (sections_.empty()) {
            QFont plain = font();
            if (painter != nullptr) {
                painter->setPen(palette().color(QPalette::PlaceholderText));
                painter->drawText(rect().adjusted(kMargin, kMargin, -kMargin, -kMargin),
                                  Qt::AlignCenter | Qt::TextWordWrap, emptyText_);
            }
            return top + textHeight(plain, wide, emptyText_) + kMargin;
        }
        for (const LegendSection& section : sections_) {
            if (!section.title.isEmpty()) {
                top += layOutText(painter, bold, QRect(kMargin, top, wide, 10), section.title) + 4;
            }
            for (const LegendItem& item : section.items) {
                top += layOutItem(painter, item, top) + 3;
            }
            top += kGap;
        }
        return top + kMargin;
    }

    std::vector<LegendSection> sections_;
    QString emptyText_;
};

LegendPanel::LegendPanel(Workspace& workspace, QWidget* parent)
    : QScrollArea(parent), workspace_(workspace), sheet_(new LegendSheet(this)) {
    setWidget(sheet_);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* later = new DelayedCall([this] { renew(); }, this);
    connect(&workspace.project(), &Project::changed, later, &DelayedCall::soon);
    connect(&workspace.comparison(), &Comparison::changed, later, &DelayedCall::soon);
    renew();
}

const std::vector<LegendSection>& LegendPanel::sections() const {
    return sheet_->sections();
}

void LegendPanel::renew() {
    sheet_->setSections(
        legendOf(workspace_.project(), workspace_.language(), workspace_.comparison().pair()),
        tr("Nothing on the map yet."));
}

}  // namespace lommer::app
