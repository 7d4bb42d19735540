#include "app/layout/pdf_language.h"

// First: the others hold vectors of it, which clang wants whole.
#include <qpdf/JSON.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

namespace lommer::app {

QByteArray withPdfLanguage(const QByteArray& pdf, const QString& language, const QString& title) {
    QPDF document;
    document.processMemoryFile("page", pdf.constData(), static_cast<std::size_t>(pdf.size()));
    QPDFObjectHandle catalogue = document.getRoot();
    catalogue.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(language.toStdString()));
    QPDFObjectHandle preferences = QPDFObjectHandle::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
    catalogue.replaceKey("/ViewerPreferences", preferences);
    QPDFObjectHandle information = document.getTrailer().getKey("/Info");
    if (information.isDictionary()) {
        information.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(title.toStdString()));
    }
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_preserve);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()),
            static_cast<qsizetype>(buffer->getSize())};
}

}  // namespace lommer::app
