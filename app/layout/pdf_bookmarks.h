#pragma once

#include "app/layout/document_pdf.h"

class QPDF;

namespace lommer::app {

/// As `withPdfBookmarks`, for a PDF that is open (ISO 32000-1, 12.3.3). It has pages.
void addPdfBookmarks(QPDF& pdf, const std::vector<PdfBookmark>& bookmarks);

}  // namespace lommer::app
