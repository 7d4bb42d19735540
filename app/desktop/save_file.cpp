#include "app/desktop/save_file.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>

namespace lommer::app {

QString chosenSaveFile(QWidget* parent, const QString& title, const QString& name,
                       const QString& ending) {
    const QString key = QStringLiteral("pageFolder");
    QFileDialog dialog(parent, title, QSettings().value(key).toString(),
                       QStringLiteral("%1 (*.%1)").arg(ending));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(ending);
    dialog.selectFile(name + QLatin1Char('.') + ending);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) {
        return {};
    }
    QString file = dialog.selectedFiles().front();
    QSettings().setValue(key, QFileInfo(file).path());
    return file;
}

}  // namespace lommer::app
