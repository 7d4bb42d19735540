#pragma once

#include "app/map/map_canvas.h"

#include <QComboBox>
#include <QLabel>
#include <QWidget>

namespace lommer::app {

/// In the status bar: where the pointer is (RD) and the scale, which can be typed.
class PlaceBar : public QWidget {
    Q_OBJECT
public:
    PlaceBar(MapCanvas& canvas, const QLocale& locale, QWidget* parent = nullptr);

    QString placeText() const { return place_->text(); }
    QString scaleText() const { return scale_->currentText(); }

private:
    void showPlace(core::Point place);
    void showScale();
    void takeScale();

    MapCanvas& canvas_;
    QLocale locale_;
    QLabel* place_;
    QComboBox* scale_;
};

}  // namespace lommer::app
