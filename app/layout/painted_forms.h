#pragma once

#include "app/layout/tagged_pdf.h"

namespace lommer::app {

/// All that is painted, in order.
std::vector<const PaintedPart*> paintedParts(const std::vector<TaggedItem>& items);

/// Paints each part onto a page of its own, of `paintedSizePoints`: one PDF 1.6 with lines as
/// lines, pictures without loss, and each font in it once. At least one part;
/// needs QGuiApplication.
QByteArray paintedOnPagesOfTheirOwn(const std::vector<const PaintedPart*>& parts,
                                    const std::vector<QSizeF>& pageSizesMillimetres);

}  // namespace lommer::app
