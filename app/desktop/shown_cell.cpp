#include "app/desktop/shown_cell.h"

#include "app/text/number_format.h"
#include "app/text/setting_text.h"

#include <QDateTime>
#include <cstdlib>

namespace lommer::app {

QString shownCell(const core::Column& column, std::int64_t row, const Texts& texts) {
    if (!column.isPresent(row)) {
        return texts.presence(column.presenceAt(row));
    }
    const Language language = texts.language();
    switch (column.info().type) {
        case core::ColumnType::text:
            return QString::fromStdString(std::string(column.textAt(row)));
        case core::ColumnType::integer:
            // The number of a person is no amount.
            return column.info().privacy == core::PrivacyClass::personal
                       ? QString::number(column.integerAt(row))
                       : wholeNumber(column.integerAt(row), language);
        case core::ColumnType::real:
            return formatNumber(column.realAt(row), language);
        case core::ColumnType::boolean:
            return yesOrNo(column.integerAt(row) != 0);
        case core::ColumnType::date:
            return QDate(1970, 1, 1)
                .addDays(column.integerAt(row))
                .toString(QStringLiteral("dd-MM-yyyy"));
        case core::ColumnType::dateTime:
            return QDateTime::fromMSecsSinceEpoch(column.integerAt(row), dutchZone())
                .toString(QStringLiteral("dd-MM-yyyy HH:mm"));
    }
    return {};
}

QString shownColumn(const core::ColumnInfo& column, const std::string& analysis,
                    const Texts& texts) {
    const QString name = texts.column(analysis, column.name);
    const QString unit = texts.unitSymbol(column.unit);
    return unit.isEmpty() ? name : QStringLiteral("%1, %2").arg(name, unit);
}

QString wholeNumber(std::int64_t value, Language language) {
    constexpr std::int64_t kLeastGrouped = 10000;
    return std::abs(value) < kLeastGrouped ? QString::number(value) : formatCount(value, language);
}

}  // namespace lommer::app
