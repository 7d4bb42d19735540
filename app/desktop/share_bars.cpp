#include "app/desktop/share_bars.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace lommer::app {
namespace {

constexpr int kGap = 8;  // pixels between name, bars and amount

/// Seen on light and on dark ground, and told apart without red and green.
QColor colourOf(double amount, bool isDark) {
    return amount > 0.0 ? QColor(isDark ? 0xe5865cU : 0xc2512aU)
                        : QColor(isDark ? 0x6fb4ddU : 0x2a74a8U);
}

}  // namespace

ShareBars::ShareBars(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ShareBars::setShares(std::vector<ShownShare> shares) {
    shares_ = std::move(shares);
    QStringList words;
    for (const ShownShare& share : shares_) {
        words << share.name + QLatin1Char(' ') + share.text;
    }
    setAccessibleName(words.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

int ShareBars::rowHeight() const {
    return fontMetrics().height() * 3 / 2;
}

QSize ShareBars::sizeHint() const {
    return {fontMetrics().horizontalAdvance(QLatin1Char('0')) * 36,
            rowHeight() * static_cast<int>(shares_.size())};
}

QSize ShareBars::minimumSizeHint() const {
    return {fontMetrics().horizontalAdvance(QLatin1Char('0')) * 26, sizeHint().height()};
}

void ShareBars::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    int names = 0;
    int amounts = 0;
    double least = 0.0;
    double most = 0.0;
    for (const ShownShare& share : shares_) {
        names = std::max(names, fontMetrics().horizontalAdvance(share.name));
        amounts = std::max(amounts, fontMetrics().horizontalAdvance(share.text));
        least = std::min(least, share.amount);
        most = std::max(most, share.amount);
    }
    const int left = names + kGap;
    const double room = std::max(width() - left - amounts - kGap, 1);
    const double perDegree = room / std::max(most - least, 1.0);
    const double zero = left - least * perDegree;
    const bool isDark = palette().color(QPalette::Window).lightness() < 128;
    const QColor text = palette().color(QPalette::WindowText);
    for (std::size_t row = 0; row < shares_.size(); ++row) {
        const ShownShare& share = shares_[row];
        const QRect place(0, static_cast<int>(row) * rowHeight(), width(), rowHeight());
        painter.setPen(text);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, share.name);
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, share.text);
        const double length = std::abs(share.amount) * perDegree;
        const QRectF bar(share.amount < 0.0 ? zero - length : zero, place.top() + 4.0, length,
                         place.height() - 8.0);
        painter.fillRect(bar, colourOf(share.amount, isDark));
    }
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(QPointF(zero, 0.0), QPointF(zero, height()));
}

}  // namespace lommer::app
