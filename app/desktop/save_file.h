#pragma once

#include <QString>
#include <QWidget>

namespace lommer::app {

/// Asks where to save a file; `name` and `ending` (both without a dot) are proposed, in the folder
/// of the last time. A name without ending gets it, and a file that is there already is only chosen
/// after a question. Empty: nothing was chosen.
QString chosenSaveFile(QWidget* parent, const QString& title, const QString& name,
                       const QString& ending);

}  // namespace lommer::app
