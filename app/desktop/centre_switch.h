#pragma once

#include <QByteArray>
#include <QMainWindow>
#include <QStackedWidget>
#include <vector>

class QDockWidget;

namespace lommer::app {

/// The middle of the window: the start page by itself, or the map with the panels around it.
class CentreSwitch {
public:
    /// All outlive this object. Begins with the map.
    CentreSwitch(QMainWindow& window, QStackedWidget& centre, QWidget& start, QWidget& map);

    /// The panels that belong to the map.
    void setPanels(const std::vector<QDockWidget*>& panels) { panels_ = panels; }
    /// Something else that says nothing without the map.
    void setBesideMap(QWidget* beside) { beside_ = beside; }
    bool isAtStart() const { return isAtStart_; }
    /// Puts the panels away; `showMap` brings them back as they were.
    void showStart();
    void showMap();
    /// Where the panels are while the map is there.
    QByteArray panelState() const;

private:
    QMainWindow& window_;
    QStackedWidget& centre_;
    QWidget& start_;
    QWidget& map_;
    std::vector<QDockWidget*> panels_;
    QWidget* beside_ = nullptr;
    QByteArray state_;
    bool isAtStart_ = false;
};

}  // namespace lommer::app
