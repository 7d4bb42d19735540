#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace lommer::app {

/// The object in a JSON file or resource; empty where it cannot be read, holds none, or is larger
/// than a page of text can be (1 MiB).
QJsonObject readJsonObject(const QString& path);

/// The texts of a list; what is no text is an empty one.
QStringList stringsOf(const QJsonValue& list);

}  // namespace lommer::app
