#pragma once

#include "app/layout/council_page.h"
#include "core/disclosure/released.h"

namespace lommer::app {

/// A council page that may leave the house.
using ReleasedCouncilPage = core::Released<CouncilPage>;

/// The privacy check of the page: its map, its names and its figures. Throws Error privacy-level or
/// privacy-places where they are not for `profile`.
ReleasedCouncilPage released(const CouncilPage& page, core::ReleaseProfile profile);

/// Writes the page by the ending of `fileName`: .pdf (tagged, with the pages of figures and the
/// public record of the run) or .png (the first page). The file is whole or not there. Throws Error
/// folder-read-only, file-missing, disk-full and what drawing the map throws.
void exportCouncilPage(const ReleasedCouncilPage& page, const QString& fileName);

}  // namespace lommer::app
