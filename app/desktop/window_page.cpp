#include "app/desktop/window_page.h"

#include "app/layout/layer_page.h"
#include "app/project/result_layer.h"

namespace lommer::app {
namespace {

std::vector<const Layer*> shownLayers(const Project& project) {
    std::vector<const Layer*> layers;
    for (const Layer& layer : project.layers()) {
        if (layer.isVisible && layer.data.canBeDrawn()) {
            layers.push_back(&layer);
        }
    }
    return layers;
}

}  // namespace

bool hasPage(const Project& project) {
    return !shownLayers(project).empty();
}

MapPage pageOfWindow(Workspace& workspace, const core::Bounds& extent) {
    const Texts& texts = workspace.language().texts();
    const std::vector<const Layer*> layers = shownLayers(workspace.project());
    MapPage page = pageOfLayers(layers, extent, texts);
    page.date = QDate::currentDate();
    page.title = layers.empty() ? QString() : layers.front()->name;
    for (const Layer* layer : layers) {
        if (const core::RunRecord* record = workspace.recordOf(*layer)) {
            page.title =
                pageTitle(workspace.environment().catalogue().get(record->analysis).declaration(),
                          *record, texts);
            page.limits = texts.analysisText(record->analysis, QStringLiteral("limits"));
            break;
        }
    }
    return page;
}

}  // namespace lommer::app
