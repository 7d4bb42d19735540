#include "app/layout/pdf_attachments.h"

#include "core/base/assert.h"

// First: the others hold vectors of it, which clang wants whole.
#include <qpdf/JSON.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>

namespace lommer::app {
namespace {

QPDFFileSpecObjectHelper fileSpecificationOf(QPDF& pdf, const PdfAttachment& attachment,
                                             const std::string& date) {
    auto stream = QPDFEFStreamObjectHelper::createEFStream(pdf, attachment.bytes.toStdString());
    stream.setSubtype(attachment.mediaType.toStdString());
    stream.setCreationDate(date);
    stream.setModDate(date);
    auto specification =
        QPDFFileSpecObjectHelper::createFileSpec(pdf, attachment.fileName.toStdString(), stream);
    specification.setDescription(attachment.description.toStdString());
    specification.getObjectHandle().replaceKey("/AFRelationship",
                                               QPDFObjectHandle::newName("/Data"));
    return specification;
}

}  // namespace

void addPdfAttachments(QPDF& pdf, const std::vector<PdfAttachment>& attachments, QDate date) {
    if (attachments.empty()) {
        return;
    }
    const std::string day = date.toString(QStringLiteral("'D:'yyyyMMdd")).toStdString();
    QPDFEmbeddedFileDocumentHelper files(pdf);
    QPDFObjectHandle associated = QPDFObjectHandle::newArray();
    for (const PdfAttachment& attachment : attachments) {
        const std::string name = attachment.fileName.toStdString();
        LOMMER_ASSERT(!name.empty() && files.getEmbeddedFile(name) == nullptr);
        const QPDFFileSpecObjectHelper file = fileSpecificationOf(pdf, attachment, day);
        files.replaceEmbeddedFile(name, file);
        associated.appendItem(QPDFObjectHandle(file.getObjectHandle()));
    }
    pdf.getRoot().replaceKey("/AF", associated);
}

}  // namespace lommer::app
