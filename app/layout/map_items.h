#pragma once

#include "app/layout/map_page.h"
#include "app/layout/tagged_pdf.h"

namespace lommer::app {

/// Puts the map of a page into the first page of a document, as a figure with RD coordinates.
/// Places in millimetres; `page` outlives the document.
void addMap(TaggedDocument& document, const MapPage& page, const QString& alternative,
            const QRectF& place);

/// The same for its legend, as a figure that reads its words; `name` is what a legend is called.
void addLegend(TaggedDocument& document, const MapPage& page, const QString& name,
               const QRectF& place);
double legendHeightOf(const MapPage& page, double width);

}  // namespace lommer::app
