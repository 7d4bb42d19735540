#include "app/desktop/table_copy.h"

#include <QStringList>

namespace lommer::app {
namespace {

/// A tab or a new line would begin another cell.
QString inOneCell(QString text) {
    for (QChar& c : text) {
        if (c == QLatin1Char('\t') || c == QLatin1Char('\n') || c == QLatin1Char('\r')) {
            c = QLatin1Char(' ');
        }
    }
    return text;
}

QString cellText(const core::Column& column, std::int64_t row, Language language) {
    QString text = QString::fromStdString(column.displayAt(row));
    if (column.info().type == core::ColumnType::real && language == Language::nl) {
        text.replace(QLatin1Char('.'), QLatin1Char(','));
    }
    return inOneCell(std::move(text));
}

}  // namespace

QString asSpreadsheetText(const core::Released<core::Table>& table, Language language) {
    const core::Table& rows = table.value();
    QStringList cells;
    for (const core::ColumnPointer& column : rows.columns()) {
        cells << inOneCell(QString::fromStdString(column->info().name));
    }
    QString text = cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    for (std::int64_t row = 0; row < rows.rowCount(); ++row) {
        cells.clear();
        for (const core::ColumnPointer& column : rows.columns()) {
            cells << cellText(*column, row, language);
        }
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

}  // namespace lommer::app
