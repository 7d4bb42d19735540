#pragma once

#include <QPainter>
#include <QString>
#include <QWidget>

namespace lommer::app {

/// The upright line over a map that divides two pictures. It is dragged with the mouse, or moved
/// with the arrows (Shift: larger steps). Stands in its parent, over its whole height.
class SwipeHandle : public QWidget {
    Q_OBJECT
public:
    explicit SwipeHandle(QWidget* parent);

    /// Of the width of the parent to its left, 0 to 1.
    double share() const { return share_; }
    /// Clamped.
    void setShare(double share);
    /// Goes to the edge on its right, or back to that on its left: then the other picture fills the
    /// map. From between the edges it goes to the right.
    void flip() { setShare(share_ < 1.0 ? 1.0 : 0.0); }
    /// Where the line is, in pixels of the parent.
    double line() const;
    /// Goes where it belongs after the parent has changed its size.
    void follow();

Q_SIGNALS:
    void moved();
    /// Escape.
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void describe();

    double share_ = 0.5;
    /// From the line to where it was taken hold of.
    double grip_ = 0.0;
};

/// Names in boxes on either side of a line at `line`, cut to what fits on a map of `width`.
void paintSwipeNames(QPainter& painter, double line, double width, const QString& left,
                     const QString& right);

}  // namespace lommer::app
