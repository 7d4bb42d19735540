#pragma once

#include "app/desktop/map_link.h"

#include <QToolBar>

namespace lommer::app {

/// What a click on the map does, for people to choose: a bar with a button per tool. The choice is
/// remembered.
class MapTools : public QToolBar {
    Q_OBJECT
public:
    /// Both outlive this object.
    MapTools(MapLink& link, MapCanvas& map, QWidget* parent = nullptr);

    QAction* actionOf(MapTool tool) const;

protected:
    void changeEvent(QEvent* event) override;

private:
    QAction* add(MapTool tool, const QString& text, const QString& tip, const QKeySequence& key);
    void choose(MapTool tool);
    void drawIcons();

    MapLink& link_;
    MapCanvas& map_;
    QAction* select_ = nullptr;
    QAction* identify_ = nullptr;
};

}  // namespace lommer::app
