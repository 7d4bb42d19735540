#pragma once

#include "app/layout/map_page.h"

#include <QByteArray>
#include <QImage>

namespace lommer::app {

/// The page as PDF 1.6: fonts embedded, vectors as vectors, title and language filled in.
/// Throws what MapRenderer throws.
QByteArray pageAsPdf(const MapPage& page);

/// The page as an image of `dpi` dots per inch, which the image knows itself.
QImage pageAsImage(const MapPage& page, int dpi = 300);

/// The page as SVG: vectors as vectors, rasters as pictures in it.
/// Throws what MapRenderer throws.
QByteArray pageAsSvg(const MapPage& page);

/// Writes the page to `fileName` by its ending: .pdf, .svg or .png. The file is whole or not there.
/// Throws Error privacy-level where figures that are not for everyone give a layer its colours,
/// folder-read-only, disk-full and what MapRenderer throws.
void exportPage(const MapPage& page, const QString& fileName);

}  // namespace lommer::app
