#pragma once

#include "app/layout/tagged_pdf.h"

#include <QImage>

namespace lommer::app {

/// What a picture is, beside its dots: what it is called and what it shows, in words.
struct PictureFacts {
    QString title = {};
    QString description = {};
    QSizeF sizeMillimetres = {};
};

/// An image of `dpi` dots per inch, which it knows itself, as it knows its title and description.
/// `paint` counts in millimetres. Throws what painting throws.
QImage picture(const PictureFacts& facts, const PagePainting& paint, int dpi = 300);

/// The same as SVG: vectors as vectors, rasters as pictures in it. Nothing is clipped by it.
QByteArray svgPicture(const PictureFacts& facts, const PagePainting& paint);

/// One page of a document; the alternative texts of its figures are the description.
QImage pagePicture(const TaggedDocument& document, int page, int dpi = 300);
QByteArray pageSvg(const TaggedDocument& document, int page);

QByteArray pngOf(const QImage& image);

}  // namespace lommer::app
