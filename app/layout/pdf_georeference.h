#pragma once

#include "app/layout/pdf_page.h"
#include "app/layout/tagged_pdf.h"

namespace lommer::app {

/// Says on `page` where a map of it lies in RD New: a viewport (ISO 32000-1, 12.9) with a
/// geospatial measure (ISO 32000-2, 12.10; in PDF 1.7 by Adobe's extension level 3). Viewers show
/// the coordinates under the pointer; GDAL reads the page as EPSG:28992.
void addPdfViewport(PdfPage& page, const GeoReference& map);

}  // namespace lommer::app
