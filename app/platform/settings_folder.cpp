#include "app/platform/settings_folder.h"

#include "gis/platform/file_error.h"

#include <QStandardPaths>

namespace lommer::app {

std::filesystem::path mappingFolder() {
    const QString settings =
        QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return settings.isEmpty() ? std::filesystem::path()
                              : gis::pathFromUtf8(settings.toStdString()) / "lommer" / "columns";
}

}  // namespace lommer::app
