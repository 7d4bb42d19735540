#include "app/layout/pdf_metadata.h"

// First: the others hold vectors of it, which clang wants whole.
#include <qpdf/JSON.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <QXmlStreamWriter>

namespace lommer::app {
namespace {

constexpr auto kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr auto kDublinCore = "http://purl.org/dc/elements/1.1/";
constexpr auto kXmpBasic = "http://ns.adobe.com/xap/1.0/";
constexpr auto kXmpPdf = "http://ns.adobe.com/pdf/1.3/";
constexpr auto kProgram = "Lommer";

QString ns(const char* uri) {
    return QString::fromLatin1(uri);
}

/// `name` with a list of `container` ("Seq", "Bag", "Alt") that holds one value for each language;
/// an empty language is none.
void writeList(QXmlStreamWriter& xml, const char* name, const char* container,
               const QStringList& languages, const QString& value) {
    xml.writeStartElement(ns(kDublinCore), QString::fromLatin1(name));
    xml.writeStartElement(ns(kRdf), QString::fromLatin1(container));
    for (const QString& language : languages) {
        xml.writeStartElement(ns(kRdf), QStringLiteral("li"));
        if (!language.isEmpty()) {
            xml.writeAttribute(QStringLiteral("xml:lang"), language);
        }
        xml.writeCharacters(value);
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
}

void writeDescription(QXmlStreamWriter& xml, const TaggedDocument& document) {
    const QString language = pdfLanguageOf(document.locale);
    const QStringList inBoth{QStringLiteral("x-default"), language};
    const QString date = document.date.toString(Qt::ISODate);
    xml.writeStartElement(ns(kRdf), QStringLiteral("Description"));
    xml.writeAttribute(ns(kRdf), QStringLiteral("about"), QString());
    writeList(xml, "title", "Alt", inBoth, document.title);
    if (!document.author.isEmpty()) {
        writeList(xml, "creator", "Seq", {QString()}, document.author);
    }
    if (!document.subject.isEmpty()) {
        writeList(xml, "description", "Alt", inBoth, document.subject);
    }
    writeList(xml, "language", "Bag", {QString()}, language);
    xml.writeTextElement(ns(kXmpPdf), QStringLiteral("Producer"), ns(kProgram));
    xml.writeTextElement(ns(kXmpBasic), QStringLiteral("CreatorTool"), ns(kProgram));
    xml.writeTextElement(ns(kXmpBasic), QStringLiteral("CreateDate"), date);
    xml.writeTextElement(ns(kXmpBasic), QStringLiteral("ModifyDate"), date);
    xml.writeEndElement();
}

QString xmpOf(const TaggedDocument& document) {
    QString text;
    QXmlStreamWriter xml(&text);
    // The id is the fixed one of the XMP specification, part 1, 7.3.2.
    xml.writeProcessingInstruction(
        QStringLiteral("xpacket"),
        QStringLiteral("begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\""));
    xml.writeNamespace(QStringLiteral("adobe:ns:meta/"), QStringLiteral("x"));
    xml.writeStartElement(QStringLiteral("adobe:ns:meta/"), QStringLiteral("xmpmeta"));
    xml.writeNamespace(ns(kRdf), QStringLiteral("rdf"));
    xml.writeNamespace(ns(kDublinCore), QStringLiteral("dc"));
    xml.writeNamespace(ns(kXmpBasic), QStringLiteral("xmp"));
    xml.writeNamespace(ns(kXmpPdf), QStringLiteral("pdf"));
    xml.writeStartElement(ns(kRdf), QStringLiteral("RDF"));
    writeDescription(xml, document);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeProcessingInstruction(QStringLiteral("xpacket"), QStringLiteral("end=\"r\""));
    return text;
}

QPDFObjectHandle textString(const QString& text) {
    return QPDFObjectHandle::newUnicodeString(text.toStdString());
}

QPDFObjectHandle informationOf(const TaggedDocument& document) {
    QPDFObjectHandle information = QPDFObjectHandle::newDictionary();
    information.replaceKey("/Title", textString(document.title));
    if (!document.author.isEmpty()) {
        information.replaceKey("/Author", textString(document.author));
    }
    if (!document.subject.isEmpty()) {
        information.replaceKey("/Subject", textString(document.subject));
    }
    information.replaceKey("/Creator", QPDFObjectHandle::newString(kProgram));
    information.replaceKey("/Producer", QPDFObjectHandle::newString(kProgram));
    const QString date = document.date.toString(QStringLiteral("'D:'yyyyMMdd"));
    information.replaceKey("/CreationDate", QPDFObjectHandle::newString(date.toStdString()));
    information.replaceKey("/ModDate", QPDFObjectHandle::newString(date.toStdString()));
    return information;
}

}  // namespace

QString pdfLanguageOf(const QLocale& locale) {
    return locale.language() == QLocale::C
               ? QStringLiteral("en")
               : locale.name().replace(QLatin1Char('_'), QLatin1Char('-'));
}

void setPdfMetadata(QPDF& pdf, const TaggedDocument& document) {
    QPDFObjectHandle xmp = QPDFObjectHandle::newStream(&pdf, xmpOf(document).toStdString());
    xmp.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    xmp.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    QPDFObjectHandle catalogue = pdf.getRoot();
    catalogue.replaceKey("/Metadata", xmp);
    catalogue.replaceKey("/Lang", textString(pdfLanguageOf(document.locale)));
    catalogue.replaceKey("/ViewerPreferences",
                         QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(informationOf(document)));
}

}  // namespace lommer::app
