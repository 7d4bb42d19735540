#include "app/layout/pdf_structure.h"

namespace lommer::app {

PdfStructure::PdfStructure(QPDF& pdf)
    : pdf_(pdf), root_(pdf.makeIndirectObject(QPDFObjectHandle::newDictionary())) {
    root_.replaceKey("/Type", QPDFObjectHandle::newName("/StructTreeRoot"));
    root_.replaceKey("/K", QPDFObjectHandle::newArray());
    document_ = add(root_, "/Document");
}

QPDFObjectHandle PdfStructure::add(QPDFObjectHandle parent, const std::string& type) {
    QPDFObjectHandle element = pdf_.makeIndirectObject(QPDFObjectHandle::newDictionary());
    element.replaceKey("/Type", QPDFObjectHandle::newName("/StructElem"));
    element.replaceKey("/S", QPDFObjectHandle::newName(type));
    element.replaceKey("/P", parent);
    if (!parent.hasKey("/K")) {
        parent.replaceKey("/K", QPDFObjectHandle::newArray());
    }
    parent.getKey("/K").appendItem(element);
    return element;
}

void PdfStructure::addContent(QPDFObjectHandle element, PdfPage& page,
                              const QPDFObjectHandle& form) {
    std::vector<QPDFObjectHandle>& owners = owners_[page.number()];
    const auto number = static_cast<long long>(owners.size());
    page.add(form, element.getKey("/S").getName() + " <</MCID " + std::to_string(number) + ">>");
    element.replaceKey("/Pg", page.object());
    element.replaceKey("/K", QPDFObjectHandle::newInteger(number));
    owners.push_back(element);
}

void PdfStructure::finish() {
    QPDFObjectHandle numbers = QPDFObjectHandle::newArray();
    for (const auto& [page, owners] : owners_) {
        numbers.appendItem(QPDFObjectHandle::newInteger(page));
        numbers.appendItem(pdf_.makeIndirectObject(QPDFObjectHandle::newArray(owners)));
    }
    QPDFObjectHandle parentTree = pdf_.makeIndirectObject(QPDFObjectHandle::newDictionary());
    parentTree.replaceKey("/Nums", numbers);
    root_.replaceKey("/ParentTree", parentTree);
    const int nextKey = owners_.empty() ? 0 : owners_.rbegin()->first + 1;
    root_.replaceKey("/ParentTreeNextKey", QPDFObjectHandle::newInteger(nextKey));
    QPDFObjectHandle catalogue = pdf_.getRoot();
    catalogue.replaceKey("/StructTreeRoot", root_);
    catalogue.replaceKey("/MarkInfo", QPDFObjectHandle::parse("<< /Marked true >>"));
}

}  // namespace lommer::app
