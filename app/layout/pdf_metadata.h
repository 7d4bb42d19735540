#pragma once

#include "app/layout/tagged_pdf.h"

#include <QString>

class QPDF;

namespace lommer::app {

/// The tag of a language in a PDF (RFC 5646): "nl-NL". English for the locale "C".
QString pdfLanguageOf(const QLocale& locale);

/// Writes title, author, subject, language and date in the catalogue, as XMP (ISO 32000-1, 14.3.2)
/// and in the information dictionary (14.3.3), which older readers look at. Instead of its file
/// name a viewer shows the title. Replaces what was there.
void setPdfMetadata(QPDF& pdf, const TaggedDocument& document);

}  // namespace lommer::app
