#include "app/map/map_canvas.h"

#include "app/map/scale_bar.h"
#include "app/style/number_text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <cmath>

namespace lommer::app {
namespace {

constexpr double kClickSlack = 4.0;
constexpr double kPickPixels = 6.0;
constexpr double kKeyStep = 0.2;
constexpr double kZoomStep = 1.5;
constexpr std::size_t kRemembered = 50;
constexpr double kMetresPerInch = 0.0254;

/// A dark ring within a light one: seen on any map.
void paintMarker(QPainter& painter, QPointF place) {
    constexpr double kRadius = 8.0;
    painter.setBrush(Qt::NoBrush);
    for (const auto& [colour, width] :
         {std::pair{QColor(Qt::white), 5.0}, std::pair{QColor(20, 20, 20), 2.2}}) {
        painter.setPen(QPen(colour, width));
        painter.drawEllipse(place, kRadius, kRadius);
        painter.drawPoint(place);
    }
}

}  // namespace

MapCanvas::MapCanvas(QWidget* parent) : QWidget(parent), handle_(new SwipeHandle(this)) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(200, 150);
    setAccessibleName(tr("Map"));
    handle_->hide();
    for (MapPicture* picture : {&picture_, &right_}) {
        connect(picture, &MapPicture::changed, this, &MapCanvas::showPicture);
        connect(picture, &MapPicture::failed, this, &MapCanvas::drawingFailed);
    }
    connect(handle_, &SwipeHandle::moved, this, qOverload<>(&MapCanvas::update));
    connect(handle_, &SwipeHandle::closed, this, &MapCanvas::swipeClosed);
    view_ = MapView::showing({}, size());
}

void MapCanvas::setLayers(std::vector<MapLayer> layers, std::optional<MapSwipe> swipe) {
    layers_ = std::move(layers);
    swipe_ = std::move(swipe);
    showHandle();
    describe();
    draw();
}

void MapCanvas::showHandle() {
    if (isSwiping() == handle_->isVisibleTo(this)) {
        return;
    }
    const bool hadFocus = handle_->hasFocus();
    handle_->setVisible(isSwiping());
    if (isSwiping()) {
        handle_->follow();
        handle_->setFocus();
        return;
    }
    handle_->setShare(0.5);  // where the next swipe begins
    if (hadFocus) {
        setFocus();
    }
}

void MapCanvas::showPicture(bool isFinal) {
    update();
    if (isFinal && !isDrawing()) {
        Q_EMIT drawingFinished();
    }
}

void MapCanvas::setEmptyText(const QString& text) {
    emptyText_ = text;
    update();
}

void MapCanvas::setLocale(const QLocale& locale) {
    locale_ = locale;
    setAccessibleName(tr("Map"));
    describe();
    update();
}

void MapCanvas::setMarker(const std::optional<core::Point>& place) {
    marker_ = place;
    update();
}

void MapCanvas::setRestingCursor(Qt::CursorShape shape) {
    restingCursor_ = shape;
    setCursor(shape);
}

void MapCanvas::describe() {
    setAccessibleDescription(
        tr("Scale 1 : %1, %n layer(s)", nullptr, static_cast<int>(layers_.size()))
            .arg(locale_.toString(scale(), 'f', 0)) +
        (swipe_ ? QStringLiteral(". ") +
                      tr("Left: %1, right: %2").arg(swipe_->leftName, swipe_->rightName)
                : QString()));
}

void MapCanvas::draw() {
    if (layers_.empty()) {
        picture_.clear();
        right_.clear();
        update();
        Q_EMIT drawingFinished();
        return;
    }
    picture_.draw(layers_, view_, devicePixelRatioF());
    if (swipe_) {
        right_.draw(swipe_->right, view_, devicePixelRatioF());
    } else {
        right_.clear();
    }
    update();
}

void MapCanvas::changeView(const MapView& view) {
    if (view == view_) {
        return;
    }
    view_ = view;
    draw();
    describe();
    Q_EMIT viewChanged();
}

void MapCanvas::remember() {
    earlier_.push_back(view_);
    if (earlier_.size() > kRemembered) {
        earlier_.pop_front();
    }
    later_.clear();
}

void MapCanvas::setView(const MapView& view) {
    const MapView fitting = view.resized(size());
    if (!(fitting == view_)) {
        remember();
        changeView(fitting);
    }
}

void MapCanvas::zoomTo(const core::Bounds& bounds) {
    setView(MapView::showing(bounds, size()));
}

void MapCanvas::zoomBy(double factor) {
    setView(view_.zoomed(factor, QPointF(width() / 2.0, height() / 2.0)));
}

void MapCanvas::goBack() {
    if (canGoBack()) {
        later_.push_back(view_);
        const MapView view = earlier_.back();
        earlier_.pop_back();
        changeView(view.resized(size()));
    }
}

void MapCanvas::goForward() {
    if (canGoForward()) {
        earlier_.push_back(view_);
        const MapView view = later_.back();
        later_.pop_back();
        changeView(view.resized(size()));
    }
}

double MapCanvas::scale() const {
    return scaleOf(view_, logicalDpiX() / kMetresPerInch);
}

void MapCanvas::setScale(double scale) {
    setView(view_.withScale(scale * kMetresPerInch / logicalDpiX()));
}

void MapCanvas::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event);
    QPainter painter(this);
    painter.fillRect(rect(),
                     layers_.empty() ? palette().color(QPalette::Window) : QColor(Qt::white));
    paintPictures(painter);
    paintOverlays(painter);
}

void MapCanvas::paintPictures(QPainter& painter) {
    if (!swipe_) {
        picture_.paint(painter, view_);
        return;
    }
    const double line = handle_->line();
    painter.save();
    painter.setClipRect(QRectF(0.0, 0.0, line, height()));
    picture_.paint(painter, view_);
    painter.setClipRect(QRectF(line, 0.0, width() - line, height()));
    right_.paint(painter, view_);
    painter.restore();
}

void MapCanvas::paintOverlays(QPainter& painter) {
    painter.setRenderHint(QPainter::Antialiasing);
    if (layers_.empty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(rect().adjusted(20, 20, -20, -20), Qt::AlignCenter | Qt::TextWordWrap,
                         emptyText_);
    } else {
        paintScaleBar(painter, {16.0, height() - 16.0}, std::min(160.0, width() / 3.0), view_,
                      locale_);
    }
    if (swipe_) {
        paintSwipeNames(painter, handle_->line(), width(), swipe_->leftName, swipe_->rightName);
    }
    if (marker_) {
        paintMarker(painter, view_.toScreen(*marker_));
    }
    if (drag_ == Drag::box) {
        painter.setPen(QPen(QColor(0, 120, 190), 1.5, Qt::DashLine));
        painter.setBrush(QColor(0, 120, 190, 40));
        painter.drawRect(QRectF(pressed_, last_).normalized());
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void MapCanvas::resizeEvent(QResizeEvent* event) {
    Q_UNUSED(event);
    handle_->follow();
    changeView(view_.resized(size()));
}

void MapCanvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) {
        return;
    }
    pressed_ = event->position();
    last_ = pressed_;
    const bool isBox =
        event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::ShiftModifier);
    drag_ = isBox ? Drag::box : Drag::waiting;
}

void MapCanvas::mouseMoveEvent(QMouseEvent* event) {
    Q_EMIT pointerMoved(view_.toMap(event->position()));
    if (drag_ == Drag::waiting && (event->position() - pressed_).manhattanLength() > kClickSlack) {
        drag_ = Drag::moving;
        setCursor(Qt::ClosedHandCursor);
        remember();
    }
    if (drag_ == Drag::moving) {
        moveBy(event->position() - last_);
    }
    last_ = event->position();
    if (drag_ == Drag::box) {
        update();
    }
}

void MapCanvas::mouseReleaseEvent(QMouseEvent* event) {
    const Drag ended = std::exchange(drag_, Drag::none);
    setCursor(restingCursor_);
    if (ended == Drag::box) {
        finishBox();
    } else if (ended == Drag::waiting && event->button() == Qt::LeftButton) {
        Q_EMIT clicked(view_.toMap(event->position()), kPickPixels * view_.metresPerPixel(),
                       event->modifiers().testFlag(Qt::ControlModifier));
    }
}

void MapCanvas::finishBox() {
    const QRectF box = QRectF(pressed_, last_).normalized();
    if (box.width() > kClickSlack && box.height() > kClickSlack) {
        const core::Point a = view_.toMap(box.bottomLeft());
        const core::Point b = view_.toMap(box.topRight());
        setView(MapView::showing({a.x, a.y, b.x, b.y}, size(), 0.0));
    }
    update();
}

void MapCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        setView(view_.zoomed(2.0, event->position()));
    }
}

void MapCanvas::wheelEvent(QWheelEvent* event) {
    const double turns = event->angleDelta().y() / 120.0;
    if (turns != 0.0) {
        setView(view_.zoomed(std::pow(kZoomStep, turns), event->position()));
    }
    event->accept();
}

void MapCanvas::moveBy(QPointF pixels) {
    changeView(view_.movedBy(pixels));
}

std::optional<QPointF> MapCanvas::stepFor(int key) const {
    switch (key) {
        case Qt::Key_Left:
            return QPointF(width() * kKeyStep, 0.0);
        case Qt::Key_Right:
            return QPointF(-width() * kKeyStep, 0.0);
        case Qt::Key_Up:
            return QPointF(0.0, height() * kKeyStep);
        case Qt::Key_Down:
            return QPointF(0.0, -height() * kKeyStep);
        default:
            return std::nullopt;
    }
}

/// What is nearest to hand ends first: a drag, a swipe, whatever the window has.
void MapCanvas::escape() {
    if (std::exchange(drag_, Drag::none) != Drag::none) {
        update();
    } else if (swipe_) {
        Q_EMIT swipeClosed();
    } else {
        Q_EMIT escaped();
    }
}

void MapCanvas::keyPressEvent(QKeyEvent* event) {
    if (const auto step = stepFor(event->key())) {
        setView(view_.movedBy(*step));
        return;
    }
    switch (event->key()) {
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            zoomBy(kZoomStep);
            break;
        case Qt::Key_Minus:
            zoomBy(1.0 / kZoomStep);
            break;
        case Qt::Key_Home:
            Q_EMIT wholeWanted();
            break;
        case Qt::Key_Backspace:
            goBack();
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            Q_EMIT clicked(view_.centre(), kPickPixels * view_.metresPerPixel(),
                           event->modifiers().testFlag(Qt::ControlModifier));
            break;
        case Qt::Key_Escape:
            escape();
            break;
        default:
            QWidget::keyPressEvent(event);
    }
}

}  // namespace lommer::app
