#pragma once

#include "app/desktop/workspace.h"
#include "app/map/map_canvas.h"

#include <QObject>

namespace lommer::app {

/// Keeps the map showing what the project holds and what is selected, and turns clicks on the map
/// into selections.
class MapLink : public QObject {
    Q_OBJECT
public:
    /// Both outlive this object.
    MapLink(Workspace& workspace, MapCanvas& canvas, QObject* parent = nullptr);

    void showAll();

private:
    void renew();
    void click(core::Point place, double tolerance, bool isToggling);

    Workspace& workspace_;
    MapCanvas& canvas_;
};

/// The visible layers as the renderer wants them, the lowest first.
std::vector<MapLayer> mapLayersOf(const Project& project, const Selection& selection);

}  // namespace lommer::app
