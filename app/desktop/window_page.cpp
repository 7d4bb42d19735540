#include "app/desktop/window_page.h"

#include "app/layout/council_draft.h"
#include "app/layout/layer_page.h"
#include "app/project/result_layer.h"
#include "app/text/answer_rule.h"

#include <algorithm>

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

/// Layers of the same run that are drawn over its map.
std::vector<const Layer*> marksOf(const Project& project, const core::AnalysisDeclaration& analysis,
                                  const QString& folder) {
    std::vector<const Layer*> marks;
    const auto rule = answerRuleOf(analysis.id);
    for (const Layer& layer : project.layers()) {
        const bool isMark = rule && layer.origin && layer.origin->folder == folder &&
                            rule->marks.contains(layer.origin->output);
        if (isMark && layer.data.table != nullptr && layer.data.table->rowCount() > 0) {
            marks.push_back(&layer);
        }
    }
    return marks;
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

const core::Table* answeredFigures(const Project& project,
                                   const core::AnalysisDeclaration& analysis,
                                   const QString& folder) {
    const auto rule = answerRuleOf(analysis.id);
    if (!rule) {
        return nullptr;
    }
    for (const Layer& layer : project.layers()) {
        if (layer.origin && layer.origin->folder == folder &&
            (layer.origin->output == rule->output || layer.origin->output == rule->whole) &&
            layer.data.table != nullptr) {
            return layer.data.table.get();
        }
    }
    return nullptr;
}

bool hasCouncilPage(Workspace& workspace) {
    const auto layers = shownLayers(workspace.project());
    return std::any_of(layers.begin(), layers.end(), [&workspace](const Layer* layer) {
        return layer->origin && workspace.recordOf(*layer) != nullptr;
    });
}

std::optional<CouncilPage> councilPageOfWindow(Workspace& workspace) {
    for (const Layer* layer : shownLayers(workspace.project())) {
        const core::RunRecord* record = workspace.recordOf(*layer);
        if (record == nullptr || !layer->origin) {
            continue;
        }
        const auto& analysis =
            workspace.environment().catalogue().get(record->analysis).declaration();
        return draftCouncilPage(
            {analysis, *record, *layer,
             answeredFigures(workspace.project(), analysis, layer->origin->folder),
             QPageLayout::Portrait, marksOf(workspace.project(), analysis, layer->origin->folder)},
            workspace.language().texts());
    }
    return std::nullopt;
}

}  // namespace lommer::app
