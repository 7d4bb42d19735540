#pragma once

#include <QByteArray>
#include <QString>

namespace lommer::app {

/// The same PDF with its language ("nl-NL") in the catalogue, and a viewer told to show the title
/// instead of the file name. QPdfWriter of Qt 6.4 can do neither.
QByteArray withPdfLanguage(const QByteArray& pdf, const QString& language, const QString& title);

}  // namespace lommer::app
