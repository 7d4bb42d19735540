#pragma once

#include "app/desktop/workspace.h"
#include "app/map/map_canvas.h"

#include <QObject>

namespace lommer::app {

/// What a click on the map does.
enum class MapTool { select, identify };

/// Keeps the map showing what the project holds and what is selected, and turns clicks on the map
/// into selections, or into the question what lies there.
class MapLink : public QObject {
    Q_OBJECT
public:
    /// Both outlive this object.
    MapLink(Workspace& workspace, MapCanvas& canvas, QObject* parent = nullptr);

    void showAll();
    void setTool(MapTool tool) { tool_ = tool; }
    MapTool tool() const { return tool_; }

Q_SIGNALS:
    void identifyWanted(lommer::core::Point place, double toleranceMetres);

private:
    void renew();
    void click(core::Point place, double tolerance, bool isToggling);

    Workspace& workspace_;
    MapCanvas& canvas_;
    MapTool tool_ = MapTool::select;
};

/// The visible layers as the renderer wants them, the lowest first.
std::vector<MapLayer> mapLayersOf(const Project& project, const Selection& selection);

}  // namespace lommer::app
