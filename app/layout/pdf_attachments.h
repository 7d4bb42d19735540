#pragma once

#include "app/layout/tagged_pdf.h"

class QPDF;

namespace lommer::app {

/// Embeds the files (ISO 32000-1, 7.11.4) as data that belong to the document (/AFRelationship
/// /Data of ISO 32000-2, 14.13). Their date is that of the document.
void addPdfAttachments(QPDF& pdf, const std::vector<PdfAttachment>& attachments, QDate date);

}  // namespace lommer::app
