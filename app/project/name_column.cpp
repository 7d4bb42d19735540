#include "app/project/name_column.h"

namespace lommer::app {

QString nameColumnOf(const core::Table& table) {
    QString firstText;
    QString endsInName;
    for (const core::ColumnPointer& column : table.columns()) {
        if (column->info().type != core::ColumnType::text) {
            continue;
        }
        QString name = QString::fromStdString(column->info().name);
        const QString lower = name.toLower();
        if (lower == QStringLiteral("naam") || lower == QStringLiteral("name")) {
            return name;
        }
        if (endsInName.isEmpty() &&
            (lower.endsWith(QStringLiteral("naam")) || lower.endsWith(QStringLiteral("name")))) {
            endsInName = name;
        }
        firstText = firstText.isEmpty() ? name : firstText;
    }
    return endsInName.isEmpty() ? firstText : endsInName;
}

}  // namespace lommer::app
