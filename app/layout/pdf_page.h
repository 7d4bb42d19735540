#pragma once

// First: the others hold vectors of it, which clang wants whole.
#include <qpdf/JSON.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <QRectF>
#include <QSize>
#include <QSizeF>
#include <string>

namespace lommer::app {

constexpr double kPdfPointsPerMillimetre = 72.0 / 25.4;

/// The size that a page is painted on: QPdfWriter cuts pages off to whole points, so one is added
/// where the page ends between two.
QSize paintedSizePoints(QSizeF pageMillimetres);

/// A page put together from form XObjects that were painted on `paintedSizePoints` (ISO 32000-1,
/// 7.7.3.3 and 8.10). It has the exact size.
class PdfPage {
public:
    /// `number` from 0; it is the page's key in the parent tree too (14.7.4.4).
    PdfPage(QPDF& pdf, int number, QSizeF sizeMillimetres);

    int number() const noexcept { return number_; }
    QPDFObjectHandle object() const { return object_; }
    /// A rectangle in default user space, [left bottom right top] in points.
    QPDFObjectHandle rectangle(const QRectF& placeMillimetres) const;
    /// Adds a form as marked content (14.6): `tag` is what stands before BDC, such as
    /// "/P <</MCID 0>>".
    void add(const QPDFObjectHandle& form, const std::string& tag);
    /// Writes the contents. Nothing can be added after it.
    void finish(QPDF& pdf);

private:
    int number_;
    QSizeF sizeMillimetres_;
    QPDFObjectHandle object_;
    QPDFObjectHandle forms_;
    int formCount_ = 0;
    std::string contents_;
};

}  // namespace lommer::app
