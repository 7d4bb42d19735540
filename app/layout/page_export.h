#pragma once

#include "app/layout/map_page.h"
#include "core/disclosure/released.h"

#include <QByteArray>
#include <QImage>

namespace lommer::app {

/// A page that may leave the house.
using ReleasedPage = core::Released<MapPage>;

/// What a page shows of its layers: the figures that give them their colours, and their places.
std::vector<core::ShownLayer> shownLayers(const MapPage& page);

/// The privacy check of a page: the figures that give its layers their colours, and what cells and
/// places tell by themselves. Throws Error privacy-level or privacy-places where they are not for
/// `profile`.
ReleasedPage released(const MapPage& page, core::ReleaseProfile profile);

/// The page as PDF 1.6: fonts embedded, vectors as vectors, title and language filled in.
/// Throws what MapRenderer throws.
QByteArray pageAsPdf(const ReleasedPage& released);

/// The page as an image of `dpi` dots per inch, which the image knows itself.
QImage pageAsImage(const ReleasedPage& released, int dpi = 300);

/// The page as SVG: vectors as vectors, rasters as pictures in it.
/// Throws what MapRenderer throws.
QByteArray pageAsSvg(const ReleasedPage& released);

/// Writes the page to `fileName` by its ending: .pdf, .svg or .png. The file is whole or not there.
/// Throws Error folder-read-only, disk-full, file-missing where its folder is not there, and what
/// MapRenderer throws.
void exportPage(const ReleasedPage& page, const QString& fileName);

}  // namespace lommer::app
