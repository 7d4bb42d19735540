#include "app/layout/tagged_pdf.h"

#include "app/layout/painted_forms.h"
#include "app/layout/pdf_attachments.h"
#include "app/layout/pdf_bookmarks.h"
#include "app/layout/pdf_fonts.h"
#include "app/layout/pdf_georeference.h"
#include "app/layout/pdf_metadata.h"
#include "app/layout/pdf_structure.h"
#include "core/base/assert.h"

#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace lommer::app {
namespace {

const char* typeOf(TextRole role) {
    switch (role) {
        case TextRole::heading1:
            return "/H1";
        case TextRole::heading2:
            return "/H2";
        case TextRole::heading3:
            return "/H3";
        case TextRole::paragraph:
            return "/P";
        case TextRole::listItem:
            break;
    }
    return "/LBody";
}

/// What has a text among the headings.
std::vector<PdfBookmark> headingsOf(const std::vector<TaggedItem>& items) {
    std::vector<PdfBookmark> headings;
    for (const TaggedItem& item : items) {
        const auto* text = std::get_if<TaggedText>(&item);
        const bool isHeading = text != nullptr && text->role <= TextRole::heading3;
        if (isHeading && !text->text.isEmpty()) {
            headings.push_back({text->text, static_cast<int>(text->role) + 1, text->painted.page});
        }
    }
    return headings;
}

QPDFObjectHandle textString(const QString& text) {
    return QPDFObjectHandle::newUnicodeString(text.toStdString());
}

void setActualText(QPDFObjectHandle element, const QString& text) {
    if (!text.isEmpty()) {
        element.replaceKey("/ActualText", textString(text));
    }
}

class TaggedPdfComposer {
public:
    explicit TaggedPdfComposer(const TaggedDocument& document)
        : document_(document),
          paintings_(paintedOnPagesOfTheirOwn(paintedParts(document.items),
                                              document.pageSizesMillimetres)),
          structure_(emptied(pdf_)) {}

    QByteArray compose() {
        takeForms();
        addPages();
        for (const TaggedItem& item : document_.items) {
            std::visit([this](const auto& one) { add(one); }, item);
        }
        for (PdfPage& page : pages_) {
            page.finish(pdf_);
        }
        structure_.finish();
        for (const GeoReference& map : document_.maps) {
            addPdfViewport(pages_.at(static_cast<std::size_t>(map.page)), map);
        }
        const std::vector<PdfBookmark> headings = headingsOf(document_.items);
        if (!headings.empty()) {
            addPdfBookmarks(pdf_, headings);
        }
        addPdfAttachments(pdf_, document_.attachments, document_.date);
        setPdfMetadata(pdf_, document_);
        return written();
    }

private:
    static QPDF& emptied(QPDF& pdf) {
        pdf.emptyPDF();
        return pdf;
    }

    /// Copied in the order of painting, objects are numbered the same each time; in the file of
    /// QPdfWriter the fonts are not.
    void takeForms() {
        paintedPages_.processMemoryFile("paintings", paintings_.constData(),
                                        static_cast<std::size_t>(paintings_.size()));
        for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(paintedPages_).getAllPages()) {
            QPDFObjectHandle form = page.getFormXObjectForPage();
            // An object of its own is compressed together with others: a quarter less bytes.
            QPDFObjectHandle resources = form.getDict().getKey("/Resources");
            form.getDict().replaceKey("/Resources", paintedPages_.makeIndirectObject(resources));
            forms_.push_back(pdf_.copyForeignObject(form));
        }
        repairPdfFonts(forms_);
    }

    void addPages() {
        for (const QSizeF& size : document_.pageSizesMillimetres) {
            pages_.emplace_back(pdf_, static_cast<int>(pages_.size()), size);
            pdf_.addPage(pages_.back().object(), false);
        }
    }

    void add(const TaggedText& text) {
        QPDFObjectHandle parent = structure_.document();
        if (text.role != TextRole::listItem) {
            list_.reset();
        } else {
            if (!list_) {
                list_ = structure_.add(structure_.document(), "/L");
            }
            parent = structure_.add(*list_, "/LI");
        }
        QPDFObjectHandle element = structure_.add(parent, typeOf(text.role));
        setActualText(element, text.text);
        addPainted(element, text.painted);
    }

    void add(const TaggedFigure& figure) {
        LOMMER_ASSERT(!figure.alternative.isEmpty());
        list_.reset();
        QPDFObjectHandle element = structure_.add(structure_.document(), "/Figure");
        element.replaceKey("/Alt", textString(figure.alternative));
        QPDFObjectHandle layout = QPDFObjectHandle::parse("<< /O /Layout /Placement /Block >>");
        layout.replaceKey("/BBox", pageOf(figure.painted).rectangle(figure.placeMillimetres));
        element.replaceKey("/A", layout);
        addPainted(element, figure.painted);
    }

    void add(const TaggedTable& table) {
        list_.reset();
        QPDFObjectHandle element = structure_.add(structure_.document(), "/Table");
        if (!table.summary.isEmpty()) {
            QPDFObjectHandle attributes = QPDFObjectHandle::parse("<< /O /Table >>");
            attributes.replaceKey("/Summary", textString(table.summary));
            element.replaceKey("/A", attributes);
        }
        for (const std::vector<TaggedCell>& row : table.rows) {
            QPDFObjectHandle rowElement = structure_.add(element, "/TR");
            for (const TaggedCell& cell : row) {
                addCell(rowElement, cell);
            }
        }
    }

    void addCell(const QPDFObjectHandle& row, const TaggedCell& cell) {
        const bool isHeader = cell.kind != CellKind::data;
        QPDFObjectHandle element = structure_.add(row, isHeader ? "/TH" : "/TD");
        if (isHeader) {
            element.replaceKey("/A", QPDFObjectHandle::parse(cell.kind == CellKind::columnHeader
                                                                 ? "<< /O /Table /Scope /Column >>"
                                                                 : "<< /O /Table /Scope /Row >>"));
        }
        setActualText(element, cell.text);
        if (cell.painted.paint) {
            addPainted(element, cell.painted);
        }
    }

    void add(const Decoration& decoration) {
        pageOf(decoration.painted).add(forms_.at(nextForm_++), "/Artifact <</Type /Layout>>");
    }

    void addPainted(const QPDFObjectHandle& element, const PaintedPart& part) {
        structure_.addContent(element, pageOf(part), forms_.at(nextForm_++));
    }

    PdfPage& pageOf(const PaintedPart& part) {
        return pages_.at(static_cast<std::size_t>(part.page));
    }

    QByteArray written() {
        QPDFWriter writer(pdf_);
        writer.setOutputMemory();
        writer.setMinimumPDFVersion("1.7");
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.setDeterministicID(true);
        writer.write();
        const auto buffer = writer.getBufferSharedPointer();
        return {reinterpret_cast<const char*>(buffer->getBuffer()),
                static_cast<qsizetype>(buffer->getSize())};
    }

    const TaggedDocument& document_;
    QByteArray paintings_;
    /// Streams of `pdf_` are read from it until they are written.
    QPDF paintedPages_;
    QPDF pdf_;
    PdfStructure structure_;
    std::vector<QPDFObjectHandle> forms_;
    std::size_t nextForm_ = 0;
    std::vector<PdfPage> pages_;
    /// The list that the next list item continues.
    std::optional<QPDFObjectHandle> list_;
};

}  // namespace

QByteArray taggedPdf(const TaggedDocument& document) {
    LOMMER_ASSERT(!document.title.isEmpty() && document.date.isValid());
    return TaggedPdfComposer(document).compose();
}

}  // namespace lommer::app
