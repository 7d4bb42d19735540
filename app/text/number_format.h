#pragma once

#include "app/text/language.h"

#include <QDate>
#include <QString>
#include <QTimeZone>
#include <cstdint>

namespace lommer::app {

/// A number as people read it: 1.234,5 in Dutch, 1,234.5 in English. `decimals` < 0 = as many as
/// the number needs, six significant digits at the most.
QString formatNumber(double value, Language language, int decimals = -1);
QString formatCount(std::int64_t value, Language language);
/// A number with its unit and a hard space between: "12,5 m"; "%" and "°" follow directly.
QString formatQuantity(double value, const QString& symbol, Language language, int decimals = -1);
/// "1 min 12 s", "0,8 s".
QString formatDuration(double seconds, Language language);
/// The clock of the municipality, on whatever computer the program runs.
QTimeZone dutchZone();
/// A moment in UTC (2026-07-01T12:00:00Z) by the Dutch clock: "1 juli 2026 om 14.00 uur", "1 July
/// 2026 at 14:00". The text itself where it is no moment.
QString formatMoment(const QString& utc, Language language);
/// Its date by that clock; none where it is no moment.
QDate dutchDate(const QString& utc);
/// A date (2026-03-01) in a sentence: "1 maart 2026"; the text itself where it is none, as of a
/// year.
QString formatDate(const QString& isoDate, Language language);
/// The same in a table: "01-03-2026", in English "1 Mar 2026".
QString formatDateInTable(const QString& isoDate, Language language);
/// "1,5 GB".
QString formatBytes(std::int64_t bytes, Language language);

}  // namespace lommer::app
