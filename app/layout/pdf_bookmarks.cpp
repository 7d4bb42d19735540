#include "app/layout/pdf_bookmarks.h"

// First: the others hold vectors of it, which clang wants whole.
#include <qpdf/JSON.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace lommer::app {
namespace {

/// A bookmark, or the root of all: what hangs below it is linked as PDF 1.7 (12.3.3) asks.
struct Node {
    QPDFObjectHandle object;
    int level = 0;
    std::vector<QPDFObjectHandle> children = {};
};

void linkChildren(Node& node) {
    if (node.children.empty()) {
        return;
    }
    node.object.replaceKey("/First", node.children.front());
    node.object.replaceKey("/Last", node.children.back());
    node.object.replaceKey(
        "/Count", QPDFObjectHandle::newInteger(static_cast<long long>(node.children.size())));
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        node.children[i].replaceKey("/Parent", node.object);
        if (i > 0) {
            node.children[i].replaceKey("/Prev", node.children[i - 1]);
            node.children[i - 1].replaceKey("/Next", node.children[i]);
        }
    }
}

QPDFObjectHandle objectOf(QPDF& document, const PdfBookmark& bookmark,
                          std::vector<QPDFPageObjectHelper>& pages) {
    const auto page = std::min(static_cast<std::size_t>(bookmark.page), pages.size() - 1);
    QPDFObjectHandle object = document.makeIndirectObject(QPDFObjectHandle::newDictionary());
    object.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(bookmark.text.toStdString()));
    QPDFObjectHandle destination = QPDFObjectHandle::newArray();
    destination.appendItem(pages[page].getObjectHandle());
    destination.appendItem(QPDFObjectHandle::newName("/Fit"));
    object.replaceKey("/Dest", destination);
    return object;
}

}  // namespace

void addPdfBookmarks(QPDF& pdf, const std::vector<PdfBookmark>& bookmarks) {
    std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(pdf).getAllPages();
    std::vector<Node> open{{pdf.makeIndirectObject(QPDFObjectHandle::newDictionary())}};
    const auto closeDownTo = [&open](int level) {
        while (open.size() > 1 && open.back().level >= level) {
            linkChildren(open.back());
            open.pop_back();
        }
    };
    for (const PdfBookmark& bookmark : bookmarks) {
        closeDownTo(bookmark.level);
        const QPDFObjectHandle object = objectOf(pdf, bookmark, pages);
        open.back().children.push_back(object);
        open.push_back({object, bookmark.level});
    }
    closeDownTo(0);
    linkChildren(open.front());
    pdf.getRoot().replaceKey("/Outlines", open.front().object);
}

QByteArray withPdfBookmarks(const QByteArray& pdf, const std::vector<PdfBookmark>& bookmarks) {
    QPDF document;
    document.processMemoryFile("document", pdf.constData(), static_cast<std::size_t>(pdf.size()));
    addPdfBookmarks(document, bookmarks);
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()),
            static_cast<qsizetype>(buffer->getSize())};
}

}  // namespace lommer::app
