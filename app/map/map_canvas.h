#pragma once

#include "app/map/map_picture.h"
#include "app/map/swipe_handle.h"

#include <QWidget>
#include <deque>
#include <optional>
#include <vector>

namespace lommer::app {

/// What a map shows to the right of a handle that people move; what it shows to the left of it are
/// its own layers.
struct MapSwipe {
    std::vector<MapLayer> right;
    QString leftName;
    QString rightName;
};

/// The map in the window. Dragging moves, the wheel zooms at the cursor, Shift and dragging zooms
/// to a box, a click points at what lies there; all by keyboard too (+ - arrows, Home, Backspace,
/// Enter for a click in the middle).
/// Never waits for a picture: the last one is moved and scaled until the new one is there.
class MapCanvas : public QWidget {
    Q_OBJECT
public:
    explicit MapCanvas(QWidget* parent = nullptr);

    /// The lowest first. Draws anew. With a swipe there is a second picture, and a handle between
    /// the two; moving that draws nothing anew.
    void setLayers(std::vector<MapLayer> layers, std::optional<MapSwipe> swipe = std::nullopt);
    bool isSwiping() const { return swipe_.has_value(); }
    /// Hidden without a swipe.
    SwipeHandle& swipeHandle() { return *handle_; }
    const MapView& view() const { return view_; }
    /// The view before can be had back by `goBack`.
    void setView(const MapView& view);
    void zoomTo(const core::Bounds& bounds);
    void zoomBy(double factor);
    void goBack();
    void goForward();
    bool canGoBack() const { return !earlier_.empty(); }
    bool canGoForward() const { return !later_.empty(); }
    /// Shown in the middle while there are no layers.
    void setEmptyText(const QString& text);
    void setLocale(const QLocale& locale);
    /// A ring around a place, drawn over the map; nothing takes it away.
    void setMarker(const std::optional<core::Point>& place);
    const std::optional<core::Point>& marker() const { return marker_; }
    /// How the pointer looks while nothing is dragged.
    void setRestingCursor(Qt::CursorShape shape);
    /// Metres on the ground per metre on the screen, by the screen's own count of pixels.
    double scale() const;
    void setScale(double scale);
    bool isDrawing() const { return picture_.isBusy() || right_.isBusy(); }

    QSize sizeHint() const override { return {800, 600}; }

Q_SIGNALS:
    void viewChanged();
    void pointerMoved(lommer::core::Point place);
    void clicked(lommer::core::Point place, double toleranceMetres, bool isToggling);
    /// Escape with nothing to cancel on the map itself.
    void escaped();
    /// Escape while there is a swipe.
    void swipeClosed();
    void wholeWanted();
    void drawingFinished();
    void drawingFailed(const lommer::core::Error& error);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Drag { none, waiting, moving, box };

    void changeView(const MapView& view);
    void remember();
    void showHandle();
    void draw();
    void showPicture(bool isFinal);
    void escape();
    void paintPictures(QPainter& painter);
    void moveBy(QPointF pixels);
    void finishBox();
    void describe();
    void paintOverlays(QPainter& painter);
    std::optional<QPointF> stepFor(int key) const;

    MapPicture picture_;
    /// Of the right side while there is a swipe.
    MapPicture right_;
    std::vector<MapLayer> layers_;
    std::optional<MapSwipe> swipe_;
    SwipeHandle* handle_;
    MapView view_;
    std::deque<MapView> earlier_;
    std::deque<MapView> later_;
    Drag drag_ = Drag::none;
    QPointF pressed_;
    QPointF last_;
    std::optional<core::Point> marker_;
    Qt::CursorShape restingCursor_ = Qt::ArrowCursor;
    QString emptyText_;
    QLocale locale_;
};

}  // namespace lommer::app
