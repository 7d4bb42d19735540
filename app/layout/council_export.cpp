#include "app/layout/council_export.h"

#include "app/layout/page_export.h"
#include "app/layout/whole_file.h"

#include <QBuffer>

namespace lommer::app {

ReleasedCouncilPage released(const CouncilPage& page, core::ReleaseProfile profile) {
    std::vector<core::ShownLayer> shown = shownLayers(page.map);
    shown.push_back({page.map.title.toStdString(), page.shownFigures});
    return core::PrivacyCheck(profile).release(page, shown);
}

void exportCouncilPage(const ReleasedCouncilPage& page, const QString& fileName) {
    if (fileName.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)) {
        writeWhole(fileName, taggedPdf(councilDocument(page.value())));
        return;
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    councilImage(page.value()).save(&buffer, "PNG");
    writeWhole(fileName, bytes);
}

}  // namespace lommer::app
