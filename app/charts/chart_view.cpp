#include "app/charts/chart_view.h"

#include <qcustomplot.h>

#include <QHBoxLayout>
#include <QScrollBar>
#include <algorithm>
#include <cmath>
#include <map>

namespace lommer::app {
namespace {

/// Room for one name below the other.
constexpr int kBarPixels = 20;
constexpr double kRankedWidth = 0.78;

QString shortened(const QString& text) {
    constexpr qsizetype longest = 24;
    return text.size() <= longest ? text : text.left(longest - 1) + QChar(0x2026);
}

}  // namespace

ChartView::ChartView(QWidget* parent)
    : QWidget(parent), plot_(new QCustomPlot(this)), scroll_(new QScrollBar(Qt::Vertical, this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(plot_);
    layout->addWidget(scroll_);
    scroll_->hide();
    plot_->setFocusPolicy(Qt::StrongFocus);
    connect(scroll_, &QScrollBar::valueChanged, this, &ChartView::showFrom);
    connect(plot_, &QCustomPlot::afterLayout, this, [this] {
        if (visibleBars() != fitting_) {
            showFrom(scroll_->value());
        }
    });
    connect(plot_, &QCustomPlot::mouseRelease, this, &ChartView::onClick);
    connect(plot_, &QCustomPlot::mouseWheel, this,
            [this](QWheelEvent* event) { scroll_->event(event); });
    applyPalette();
}

void ChartView::setLocale(const QLocale& locale) {
    plot_->setLocale(locale);
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void ChartView::setAccessibleText(const QString& text) {
    plot_->setAccessibleName(text);
    setAccessibleName(text);
}

void ChartView::applyPalette() {
    const QColor text = palette().color(QPalette::Text);
    const QColor faint = palette().color(QPalette::Mid);
    plot_->setBackground(palette().color(QPalette::Base));
    for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis}) {
        axis->setTickLabelFont(font());
        axis->setLabelFont(font());
        axis->setTickLabelColor(text);
        axis->setLabelColor(text);
        axis->setBasePen(QPen(faint));
        axis->setTickPen(QPen(faint));
        axis->setSubTickPen(Qt::NoPen);
        axis->grid()->setPen(QPen(palette().color(QPalette::Midlight), 1.0));
        axis->grid()->setZeroLinePen(QPen(faint));
    }
    if (ring_ != nullptr) {
        ring_->setPen(QPen(text, 2.2));
    }
    if (!mean_.empty()) {
        mean_.front()->setPen(QPen(palette().color(QPalette::Base), 3.4));
        mean_.back()->setPen(QPen(text, 1.4, Qt::DashLine));
    }
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void ChartView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyPalette();
    }
    QWidget::changeEvent(event);
}

void ChartView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    showFrom(scroll_->value());
}

void ChartView::clear() {
    ranked_.clear();
    histogram_.clear();
    values_.clear();
    ring_ = nullptr;
    mean_.clear();
    base_ = 0.0;
    plot_->clearPlottables();
    plot_->clearItems();
    scroll_->hide();
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

QCPBars* ChartView::makeBars(bool isHorizontal, double width) {
    auto* bars = isHorizontal ? new QCPBars(plot_->yAxis, plot_->xAxis)
                              : new QCPBars(plot_->xAxis, plot_->yAxis);
    bars->setWidth(width);
    bars->setAntialiased(false);
    bars->setBaseValue(base_);
    return bars;
}

void ChartView::addBars(const std::vector<std::pair<double, std::pair<double, QColor>>>& bars,
                        bool isHorizontal, double width) {
    // One plottable per colour: a bar of QCustomPlot has no colour of its own.
    std::map<QRgb, QCPBars*> byColour;
    for (const auto& [place, bar] : bars) {
        QCPBars*& plottable = byColour[bar.second.rgb()];
        if (plottable == nullptr) {
            plottable = makeBars(isHorizontal, width);
            plottable->setBrush(bar.second);
            plottable->setPen(QPen(bar.second.darker(135), 1.0));
        }
        plottable->addData(place, bar.first - base_);  // as far as it reaches
    }
    ring_ = makeBars(isHorizontal, width);
    ring_->setBrush(Qt::NoBrush);
    applyPalette();
}

void ChartView::start(const QString& title, bool isHorizontal) {
    clear();
    QCPAxis* values = isHorizontal ? plot_->xAxis : plot_->yAxis;
    QCPAxis* places = isHorizontal ? plot_->yAxis : plot_->xAxis;
    plot_->xAxis->setLabel(title);
    plot_->yAxis->setLabel({});
    values->setTicker(QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    values->setNumberFormat(QStringLiteral("gb"));
    places->grid()->setVisible(!isHorizontal);
    plot_->yAxis->setRangeReversed(isHorizontal);
}

void ChartView::showRankedBars(std::vector<RankedBar> bars, const QString& title, BarBase base) {
    start(title, true);
    ranked_ = std::move(bars);
    // Bars that are all the mean would have no length.
    const bool areAlike = std::all_of(ranked_.begin(), ranked_.end(), [this](const auto& bar) {
        return bar.value == ranked_.front().value;
    });
    base_ = base == BarBase::mean && !areAlike ? meanOf(ranked_) : 0.0;
    const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    std::vector<std::pair<double, std::pair<double, QColor>>> drawn;
    for (std::size_t i = 0; i < ranked_.size(); ++i) {
        ticker->addTick(static_cast<double>(i), shortened(ranked_[i].name));
        drawn.push_back({static_cast<double>(i), {ranked_[i].value, ranked_[i].colour}});
    }
    plot_->yAxis->setTicker(ticker);
    setBarRange();
    addMean();
    addBars(drawn, true, kRankedWidth);
    showFrom(0);
    ringSelected();
}

/// All bars from where they begin, with some room behind the longest.
void ChartView::setBarRange() {
    constexpr double kRoom = 0.04;
    double lowest = base_;
    double highest = base_;
    for (const RankedBar& bar : ranked_) {
        lowest = std::min(lowest, bar.value);
        highest = std::max(highest, bar.value);
    }
    const double room = highest > lowest ? kRoom * (highest - lowest) : 1.0;
    plot_->xAxis->setRange(lowest < base_ ? lowest - room : base_,
                           highest > base_ || highest == lowest ? highest + room : base_);
}

/// The bars come after it, with the colours of all.
void ChartView::addMean() {
    if (ranked_.empty()) {
        return;
    }
    for (int line = 0; line < 2; ++line) {
        auto* item = new QCPItemStraightLine(plot_);
        item->point1->setCoords(meanOf(ranked_), 0.0);
        item->point2->setCoords(meanOf(ranked_), 1.0);
        item->setLayer(QStringLiteral("overlay"));  // above the bars
        item->setSelectable(false);
        mean_.push_back(item);
    }
}

void ChartView::showHistogram(std::vector<HistogramBar> bars, std::vector<double> values,
                              const QString& title, const QString& countTitle) {
    start(title, false);
    histogram_ = std::move(bars);
    values_ = std::move(values);
    plot_->yAxis->setLabel(countTitle);
    plot_->xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    plot_->xAxis->setNumberFormat(QStringLiteral("gb"));
    if (histogram_.empty()) {
        plot_->replot(QCustomPlot::rpQueuedReplot);
        return;
    }
    std::vector<std::pair<double, std::pair<double, QColor>>> drawn;
    std::int64_t highest = 1;
    for (const HistogramBar& bar : histogram_) {
        drawn.push_back({(bar.from + bar.to) / 2.0, {static_cast<double>(bar.count), bar.colour}});
        highest = std::max(highest, bar.count);
    }
    plot_->xAxis->setRange(histogram_.front().from, histogram_.back().to);
    plot_->yAxis->setRange(0.0, static_cast<double>(highest) * 1.06);
    addBars(drawn, false, histogram_.front().to - histogram_.front().from);
    ringSelected();
}

int ChartView::visibleBars() const {
    return std::max(1, plot_->axisRect()->height() / kBarPixels);
}

void ChartView::showFrom(int first) {
    if (ranked_.empty()) {
        return;
    }
    const int count = static_cast<int>(ranked_.size());
    fitting_ = visibleBars();
    const int visible = std::min(fitting_, count);
    scroll_->setVisible(visible < count);
    scroll_->setRange(0, count - visible);
    scroll_->setPageStep(visible);
    const int start = std::clamp(first, 0, count - visible);
    plot_->yAxis->setRange(start - 0.6, start + visible - 0.4);
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void ChartView::setSelectedRows(const std::vector<std::int64_t>& rows) {
    selected_ = rows;
    ringSelected();
}

void ChartView::ringSelected() {
    if (ring_ == nullptr) {
        return;
    }
    ring_->data()->clear();
    int firstRinged = -1;
    for (std::size_t i = 0; i < ranked_.size(); ++i) {
        if (std::binary_search(selected_.begin(), selected_.end(), ranked_[i].row)) {
            ring_->addData(static_cast<double>(i), ranked_[i].value - base_);
            firstRinged = firstRinged < 0 ? static_cast<int>(i) : firstRinged;
        }
    }
    for (const std::int64_t row : selected_) {
        const auto place = static_cast<std::size_t>(row);
        const int bar = place < values_.size() ? barOf(histogram_, values_[place]) : -1;
        if (bar >= 0) {
            const HistogramBar& found = histogram_[static_cast<std::size_t>(bar)];
            ring_->addData((found.from + found.to) / 2.0, static_cast<double>(found.count));
        }
    }
    const bool isOutOfSight = firstRinged >= 0 && (firstRinged < scroll_->value() ||
                                                   firstRinged >= scroll_->value() + visibleBars());
    if (isOutOfSight) {
        scroll_->setValue(firstRinged - visibleBars() / 2);
    }
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void ChartView::onClick(QMouseEvent* event) {
    std::vector<std::int64_t> rows;
    if (!ranked_.empty()) {
        const auto place =
            static_cast<std::int64_t>(std::lround(plot_->yAxis->pixelToCoord(event->pos().y())));
        if (place >= 0 && place < static_cast<std::int64_t>(ranked_.size())) {
            rows.push_back(ranked_[static_cast<std::size_t>(place)].row);
        }
    } else {
        const int bar = barOf(histogram_, plot_->xAxis->pixelToCoord(event->pos().x()));
        for (std::size_t row = 0; row < values_.size(); ++row) {
            if (bar >= 0 && barOf(histogram_, values_[row]) == bar) {
                rows.push_back(static_cast<std::int64_t>(row));
            }
        }
    }
    Q_EMIT rowsClicked(rows, event->modifiers().testFlag(Qt::ControlModifier));
}

}  // namespace lommer::app
