#include "app/platform/settings_folder.h"

#include "gis/platform/file_error.h"

#include <QStandardPaths>

namespace lommer::app {
namespace {

std::filesystem::path settingsFolder(const char* name) {
    const QString settings =
        QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return settings.isEmpty() ? std::filesystem::path()
                              : gis::pathFromUtf8(settings.toStdString()) / "lommer" / name;
}

}  // namespace

std::filesystem::path mappingFolder() {
    return settingsFolder("columns");
}

std::filesystem::path questionFolder() {
    return settingsFolder("questions");
}

}  // namespace lommer::app
