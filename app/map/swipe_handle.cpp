#include "app/map/swipe_handle.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace lommer::app {
namespace {

/// Wide enough to take hold of without aiming.
constexpr int kWidth = 25;
constexpr double kGrip = 11.0;
constexpr double kStep = 0.02;
constexpr double kLargeStep = 0.1;

constexpr double kNameGap = 10.0;
constexpr double kNameTop = 10.0;
constexpr double kNamePadding = 6.0;
constexpr double kNarrowest = 30.0;

/// The map is white in every theme, and so is what lies on it.
const QColor kInk(30, 34, 40);
const QColor kPaper(255, 255, 255, 230);

void paintName(QPainter& painter, const QRectF& room, const QString& name, bool isLeft) {
    if (room.width() < kNarrowest || name.isEmpty()) {
        return;
    }
    const QFontMetricsF metrics(painter.font());
    const QString shown =
        metrics.elidedText(name, Qt::ElideMiddle, room.width() - 2.0 * kNamePadding);
    const QSizeF size(metrics.horizontalAdvance(shown) + 2.0 * kNamePadding,
                      metrics.height() + kNamePadding);
    const QRectF box(QPointF(isLeft ? room.right() - size.width() : room.left(), room.top()), size);
    painter.setPen(QPen(kInk, 1.0));
    painter.setBrush(kPaper);
    painter.drawRoundedRect(box, 3.0, 3.0);
    painter.drawText(box, Qt::AlignCenter, shown);
}

}  // namespace

SwipeHandle::SwipeHandle(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::SplitHCursor);
    describe();
    follow();
}

void SwipeHandle::describe() {
    setAccessibleName(tr("Swipe handle"));
    setAccessibleDescription(tr("%1% of the map lies to the left. Move with the arrows.")
                                 .arg(std::lround(100.0 * share_)));
    setToolTip(tr("Drag, or move with the arrows. Escape ends the comparison."));
}

double SwipeHandle::line() const {
    return share_ * parentWidget()->width();
}

void SwipeHandle::follow() {
    setGeometry(static_cast<int>(std::lround(line())) - kWidth / 2, 0, kWidth,
                parentWidget()->height());
}

void SwipeHandle::setShare(double share) {
    const double clamped = std::clamp(share, 0.0, 1.0);
    if (clamped == share_) {
        return;
    }
    share_ = clamped;
    describe();
    follow();
    Q_EMIT moved();
}

void SwipeHandle::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int left = kWidth / 2;
    const double middle = left + 0.5;
    const QPointF centre(middle, height() / 2.0);
    const QColor edge = hasFocus() ? palette().color(QPalette::Highlight) : kInk;
    // Dark beside light, so that it stands out from any colour below.
    painter.setPen(QPen(Qt::white, 5.0));
    painter.drawLine(QPointF(middle, 0.0), QPointF(middle, height()));
    painter.setPen(QPen(edge, 2.0));
    painter.drawLine(QPointF(middle, 0.0), QPointF(middle, height()));
    painter.setBrush(Qt::white);
    painter.drawEllipse(centre, kGrip, kGrip);
    painter.setPen(QPen(kInk, 2.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    for (const double side : {-1.0, 1.0}) {
        painter.drawPolyline(QPolygonF{centre + QPointF(side * 3.0, -4.0),
                                       centre + QPointF(side * 7.0, 0.0),
                                       centre + QPointF(side * 3.0, 4.0)});
    }
}

void SwipeHandle::mousePressEvent(QMouseEvent* event) {
    grip_ = mapToParent(event->position().toPoint()).x() - line();
}

void SwipeHandle::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons().testFlag(Qt::LeftButton) && parentWidget()->width() > 0) {
        setShare((mapToParent(event->position().toPoint()).x() - grip_) / parentWidget()->width());
    }
}

void SwipeHandle::keyPressEvent(QKeyEvent* event) {
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? kLargeStep : kStep;
    switch (event->key()) {
        case Qt::Key_Left:
            setShare(share_ - step);
            break;
        case Qt::Key_Right:
            setShare(share_ + step);
            break;
        case Qt::Key_Escape:
            Q_EMIT closed();
            break;
        default:
            QWidget::keyPressEvent(event);
    }
}

void SwipeHandle::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        update();
    }
    QWidget::changeEvent(event);
}

void paintSwipeNames(QPainter& painter, double line, double width, const QString& left,
                     const QString& right) {
    const double gap = kWidth / 2.0 + kNameGap;
    const double height = painter.fontMetrics().height() + kNamePadding;
    paintName(painter, QRectF(kNameGap, kNameTop, line - gap - kNameGap, height), left, true);
    paintName(painter, QRectF(line + gap, kNameTop, width - line - gap - kNameGap, height), right,
              false);
}

}  // namespace lommer::app
