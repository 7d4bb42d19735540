#include "app/layout/council_export.h"

#include "app/layout/page_export.h"
#include "app/layout/page_picture.h"
#include "app/layout/whole_file.h"

#include <cmath>

namespace lommer::app {

ReleasedCouncilPage released(const CouncilPage& page, core::ReleaseProfile profile) {
    std::vector<core::ShownLayer> shown = shownLayers(page.map);
    shown.push_back({page.map.title.toStdString(), page.shownFigures});
    return core::PrivacyCheck(profile).release(page, shown);
}

void exportCouncilPage(const ReleasedCouncilPage& page, CouncilForm form, const QString& fileName) {
    const TaggedDocument document =
        form == CouncilForm::page ? councilDocument(page.value()) : wordPicture(page.value());
    const auto endsWith = [&fileName](QLatin1String ending) {
        return fileName.endsWith(ending, Qt::CaseInsensitive);
    };
    writeWhole(fileName, endsWith(QLatin1String(".pdf"))   ? taggedPdf(document)
                         : endsWith(QLatin1String(".svg")) ? pageSvg(document, 0)
                                                           : pngOf(pagePicture(document, 0)));
}

WordContent wordContent(const ReleasedCouncilPage& released) {
    const CouncilPage& page = released.value();
    const TaggedDocument document = wordPicture(page);
    WordContent content;
    content.picture = pagePicture(document, 0);
    const auto paragraph = [](const QString& text) {
        return text.isEmpty() ? QString() : QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped());
    };
    // Word takes the width in pixels of 1/96 inch.
    constexpr double kPixelsPerMillimetre = 96.0 / 25.4;
    content.html = QStringLiteral(
                       "<html><body><h2>%1</h2>%2"
                       "<p><img src=\"data:image/png;base64,%3\" width=\"%4\" alt=\"%5\"></p>"
                       "%6%7</body></html>")
                       .arg(page.map.title.toHtmlEscaped(), paragraph(page.keySentence),
                            QString::fromLatin1(pngOf(content.picture).toBase64()),
                            QString::number(std::lround(page.house.wordWidthMillimetres *
                                                        kPixelsPerMillimetre)),
                            page.mapAlternative.toHtmlEscaped(), paragraph(page.limits),
                            paragraph(page.dataStatement));
    QStringList parts{page.map.title, page.keySentence, page.limits, page.dataStatement};
    parts.removeAll(QString());
    content.plainText = parts.join(QStringLiteral("\n\n"));
    return content;
}

}  // namespace lommer::app
