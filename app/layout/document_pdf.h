#pragma once

#include <QByteArray>
#include <QLocale>
#include <QString>
#include <vector>

namespace lommer::app {

/// A heading of a document and where it stands.
struct PdfBookmark {
    QString text;
    /// 1 for the highest.
    int level = 1;
    /// From 0.
    int page = 0;
};

/// HTML as Qt knows it on pages of A4: title and language filled in, page numbers below, a bookmark
/// for each heading. Needs QGuiApplication for its fonts, no display.
QByteArray documentAsPdf(const QString& html, const QString& title, const QLocale& locale);

/// The same PDF with these bookmarks, in the order of the document; one of a lower level hangs
/// under the last of a higher one.
QByteArray withPdfBookmarks(const QByteArray& pdf, const std::vector<PdfBookmark>& bookmarks);

}  // namespace lommer::app
