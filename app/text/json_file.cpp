#include "app/text/json_file.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace lommer::app {

QJsonObject readJsonObject(const QString& path) {
    constexpr qint64 kLargestFile = 1 << 20;
    QFile file(path);
    const bool isOpen = file.size() <= kLargestFile && file.open(QIODevice::ReadOnly);
    return isOpen ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QStringList stringsOf(const QJsonValue& list) {
    QStringList texts;
    for (const auto& one : list.toArray()) {
        texts << one.toString();
    }
    return texts;
}

}  // namespace lommer::app
