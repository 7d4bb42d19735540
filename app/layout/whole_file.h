#pragma once

#include <QByteArray>
#include <QString>

namespace lommer::app {

/// Writes a file, which is whole afterwards or as it was. Throws Error folder-read-only, disk-full;
/// file-missing where its folder is not there.
void writeWhole(const QString& fileName, const QByteArray& bytes);

}  // namespace lommer::app
