#pragma once

#include "app/layout/council_page.h"
#include "core/disclosure/released.h"

#include <QImage>

namespace lommer::app {

/// A council page that may leave the house.
using ReleasedCouncilPage = core::Released<CouncilPage>;

/// The privacy check of the page: its map, its names and its figures. Throws Error privacy-level or
/// privacy-places where they are not for `profile`.
ReleasedCouncilPage released(const CouncilPage& page, core::ReleaseProfile profile);

/// What a council page becomes: the page itself, or its picture for a text document.
enum class CouncilForm { page, wordPicture };

/// Writes it by the ending of `fileName`: .pdf (tagged; of the page with the pages of figures and
/// the public record of the run), .png or .svg (the first page). The file is whole or not there.
/// Throws Error folder-read-only, file-missing, disk-full and what drawing the map throws.
void exportCouncilPage(const ReleasedCouncilPage& page, CouncilForm form, const QString& fileName);

/// What a text document takes in: title, answer, picture with its alternative text, limits and
/// sources.
struct WordContent {
    QString html;
    QString plainText;
    QImage picture;
};
WordContent wordContent(const ReleasedCouncilPage& released);

}  // namespace lommer::app
