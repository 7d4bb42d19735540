#pragma once

#include "app/layout/pdf_page.h"

#include <map>
#include <string>
#include <vector>

namespace lommer::app {

/// The structure tree of a document (ISO 32000-1, 14.7): what its parts are and in which order they
/// are read. All content belongs to one element "Document".
class PdfStructure {
public:
    explicit PdfStructure(QPDF& pdf);

    QPDFObjectHandle document() const { return document_; }
    /// A new last child of `parent`; `type` is a standard structure type (14.8.4) such as "/H1".
    QPDFObjectHandle add(QPDFObjectHandle parent, const std::string& type);
    /// Makes the form the content of `element`. An element has at most one.
    void addContent(QPDFObjectHandle element, PdfPage& page, const QPDFObjectHandle& form);
    /// Hangs the tree into the catalogue and says there that the document is tagged.
    void finish();

private:
    QPDF& pdf_;
    QPDFObjectHandle root_;
    QPDFObjectHandle document_;
    /// Which element each marked content of a page belongs to, in the order of their numbers.
    std::map<int, std::vector<QPDFObjectHandle>> owners_;
};

}  // namespace lommer::app
