#include "app/layout/whole_file.h"

#include "core/base/error.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace lommer::app {

void writeWhole(const QString& fileName, const QByteArray& bytes) {
    const std::string folder = QFileInfo(fileName).absoluteDir().dirName().toStdString();
    QSaveFile file(fileName);
    if (!file.open(QIODevice::WriteOnly)) {
        throw core::Error(core::ErrorCode::folderReadOnly, {{"folder", folder}},
                          file.errorString().toStdString());
    }
    if (file.write(bytes) != bytes.size() || !file.commit()) {
        throw core::Error(core::ErrorCode::diskFull, {{"folder", folder}},
                          file.errorString().toStdString());
    }
}

}  // namespace lommer::app
