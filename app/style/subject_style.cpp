#include "app/style/subject_style.h"

#include "app/style/style_file.h"

#include <QFile>

namespace lommer::app {

std::optional<LayerStyle> subjectStyle(const std::string& subject) {
    static const std::map<QString, LayerStyle> kStyles = [] {
        const QString name = QStringLiteral(":/subjects/style.json");
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? readStyles(file.readAll(), name)
                                              : std::map<QString, LayerStyle>();
    }();
    const auto found = kStyles.find(QString::fromStdString(subject));
    return found == kStyles.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace lommer::app
