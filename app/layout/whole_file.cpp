#include "app/layout/whole_file.h"

#include "gis/platform/file_error.h"

namespace lommer::app {

void writeWhole(const QString& fileName, const QByteArray& bytes) {
    gis::writeWholeFile(gis::pathFromUtf8(fileName.toStdString()), bytes.toStdString());
}

}  // namespace lommer::app
