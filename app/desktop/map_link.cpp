#include "app/desktop/map_link.h"

#include "app/desktop/compare_bar.h"
#include "app/desktop/delayed_call.h"

namespace lommer::app {
namespace {

/// What is selected in a chart or table is seen, also of a layer that is hidden: only that of it.
std::vector<MapLayer> withSelected(std::vector<MapLayer> layers, const Project& project,
                                   const Selection& selection) {
    const Layer* layer = project.find(selection.layer());
    if (layer != nullptr && !layer->isVisible && layer->data.index != nullptr) {
        LayerStyle unseen = layer->style;
        unseen.opacity = 0.0;
        layers.push_back({layer->id, layer->data, unseen, selection.rowsOf(layer->id)});
    }
    return layers;
}

}  // namespace

std::vector<MapLayer> mapLayersOf(const Project& project, const Selection& selection) {
    std::vector<MapLayer> layers;
    for (auto layer = project.layers().rbegin(); layer != project.layers().rend(); ++layer) {
        if (layer->isVisible && layer->data.canBeDrawn()) {
            layers.push_back({layer->id, layer->data, layer->style, selection.rowsOf(layer->id)});
        }
    }
    return layers;
}

MapLink::MapLink(Workspace& workspace, MapCanvas& canvas, QObject* parent)
    : QObject(parent), workspace_(workspace), canvas_(canvas) {
    auto* later = new DelayedCall([this] { renew(); }, this);
    connect(&workspace.project(), &Project::changed, later, &DelayedCall::soon);
    connect(&workspace.selection(), &Selection::changed, later, &DelayedCall::soon);
    connect(&workspace.comparison(), &Comparison::changed, later, &DelayedCall::soon);
    connect(&canvas_, &MapCanvas::swipeClosed, &workspace.comparison(), &Comparison::end);
    connect(&workspace, &Workspace::boundsWanted, &canvas_, &MapCanvas::zoomTo);
    connect(&canvas_, &MapCanvas::clicked, this, &MapLink::click);
    connect(&canvas_, &MapCanvas::wholeWanted, this, &MapLink::showAll);
    connect(&canvas_, &MapCanvas::escaped, &workspace.selection(), &Selection::clear);
    connect(&canvas_, &MapCanvas::drawingFailed, &workspace,
            [&workspace](const core::Error& error) {
                Q_EMIT workspace.reported({Message::Weight::stopped, workspace.sentence(error),
                                           QString::fromStdString(error.details())});
            });
    renew();
}

void MapLink::showAll() {
    canvas_.zoomTo(workspace_.project().bounds());
}

void MapLink::renew() {
    const Project& project = workspace_.project();
    const Selection& selection = workspace_.selection();
    const auto& pair = workspace_.comparison().pair();
    if (!pair) {
        canvas_.setLayers(withSelected(mapLayersOf(project, selection), project, selection));
        return;
    }
    const Layer& left = *project.find(pair->left);
    const Layer& right = *project.find(pair->right);
    const auto side = [&](const LayerId& shown) {
        return withSelected(sideOf(project, selection, *pair, shown), project, selection);
    };
    canvas_.setLayers(side(pair->left),
                      MapSwipe{side(pair->right), comparedName(workspace_, left, right),
                               comparedName(workspace_, right, left)});
}

void MapLink::click(core::Point place, double tolerance, bool isToggling) {
    if (tool_ == MapTool::identify) {
        Q_EMIT identifyWanted(place, tolerance);
        return;
    }
    for (const Layer& layer : workspace_.project().layers()) {
        if (!layer.isVisible || layer.data.index == nullptr) {
            continue;
        }
        if (const auto row = layer.data.index->rowAt(place, tolerance)) {
            workspace_.select(layer.id, {*row}, isToggling);
            return;
        }
    }
    if (!isToggling) {
        workspace_.selection().clear();
    }
}

}  // namespace lommer::app
