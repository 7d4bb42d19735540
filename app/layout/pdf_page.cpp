#include "app/layout/pdf_page.h"

#include <qpdf/QUtil.hh>

#include <cmath>

namespace lommer::app {
namespace {

// A hundred-thousandth of a point: nothing that can be seen, nor a metre on any map.
constexpr int kDecimals = 5;

std::string pointsText(double points) {
    return QUtil::double_to_string(points, kDecimals);
}

}  // namespace

QSize paintedSizePoints(QSizeF pageMillimetres) {
    return {static_cast<int>(std::ceil(pageMillimetres.width() * kPdfPointsPerMillimetre)),
            static_cast<int>(std::ceil(pageMillimetres.height() * kPdfPointsPerMillimetre))};
}

PdfPage::PdfPage(QPDF& pdf, int number, QSizeF sizeMillimetres)
    : number_(number),
      sizeMillimetres_(sizeMillimetres),
      object_(pdf.makeIndirectObject(QPDFObjectHandle::newDictionary())),
      forms_(QPDFObjectHandle::newDictionary()) {
    object_.replaceKey("/Type", QPDFObjectHandle::newName("/Page"));
    object_.replaceKey("/MediaBox", rectangle({QPointF(0.0, 0.0), sizeMillimetres}));
    object_.replaceKey("/StructParents", QPDFObjectHandle::newInteger(number));
    // The order of the tab key is that of the structure.
    object_.replaceKey("/Tabs", QPDFObjectHandle::newName("/S"));
}

QPDFObjectHandle PdfPage::rectangle(const QRectF& placeMillimetres) const {
    const double height = sizeMillimetres_.height();
    QPDFObjectHandle corners = QPDFObjectHandle::newArray();
    for (const double millimetres : {placeMillimetres.left(), height - placeMillimetres.bottom(),
                                     placeMillimetres.right(), height - placeMillimetres.top()}) {
        corners.appendItem(
            QPDFObjectHandle::newReal(millimetres * kPdfPointsPerMillimetre, kDecimals));
    }
    return corners;
}

void PdfPage::add(const QPDFObjectHandle& form, const std::string& tag) {
    const std::string name = "/It" + std::to_string(formCount_++);
    forms_.replaceKey(name, form);
    // Forms have their origin below left, paintings count from above: the upper edges meet.
    const double shiftPoints = sizeMillimetres_.height() * kPdfPointsPerMillimetre -
                               paintedSizePoints(sizeMillimetres_).height();
    contents_ +=
        tag + " BDC\nq 1 0 0 1 0 " + pointsText(shiftPoints) + " cm " + name + " Do Q\nEMC\n";
}

void PdfPage::finish(QPDF& pdf) {
    QPDFObjectHandle resources = QPDFObjectHandle::newDictionary();
    resources.replaceKey("/XObject", forms_);
    object_.replaceKey("/Resources", resources);
    object_.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, contents_));
}

}  // namespace lommer::app
