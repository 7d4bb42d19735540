#pragma once

#include "app/desktop/workspace.h"
#include "app/layout/map_page.h"

namespace lommer::app {

/// What the window shows as a page: the visible layers, around `extent`. Title and limits are those
/// of the topmost visible result; without one the title is the topmost layer's name.
MapPage pageOfWindow(Workspace& workspace, const core::Bounds& extent);

/// False while nothing that can be drawn is visible.
bool hasPage(const Project& project);

}  // namespace lommer::app
