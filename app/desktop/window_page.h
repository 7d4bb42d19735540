#pragma once

#include "app/desktop/workspace.h"
#include "app/layout/council_page.h"

#include <optional>

namespace lommer::app {

/// What the window shows as a page: the visible layers, around `extent`. Title and limits are those
/// of the topmost visible result; without one the title is the topmost layer's name.
MapPage pageOfWindow(Workspace& workspace, const core::Bounds& extent);

/// The page for the council of the topmost visible result that can be drawn; nothing without one.
std::optional<CouncilPage> councilPageOfWindow(Workspace& workspace);

/// True where there is one.
bool hasCouncilPage(Workspace& workspace);

/// The figures that an analysis answers with, where that result of the run is among the layers;
/// null otherwise.
const core::Table* answeredFigures(const Project& project,
                                   const core::AnalysisDeclaration& analysis,
                                   const QString& folder);

/// False while nothing that can be drawn is visible.
bool hasPage(const Project& project);

}  // namespace lommer::app
