#include "app/text/number_format.h"

#include "app/text/translator.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>
#include <array>
#include <cmath>

namespace lommer::app {
namespace {

constexpr QChar kHardSpace(0x00A0);
constexpr int kSignificantDigits = 6;

int decimalsNeeded(double value) {
    if (value == 0.0 || !std::isfinite(value)) {
        return 0;
    }
    const int before = static_cast<int>(std::floor(std::log10(std::abs(value)))) + 1;
    const int most = std::clamp(kSignificantDigits - before, 0, 12);
    const QString text = QString::number(value, 'f', most);
    const auto point = text.indexOf(QLatin1Char('.'));
    if (point < 0) {
        return 0;
    }
    auto last = text.size() - 1;
    while (last > point && text[last] == QLatin1Char('0')) {
        --last;
    }
    return static_cast<int>(last - point);
}

QString dateText(const QString& isoDate, Language language, const QString& pattern) {
    const QDate date = QDate::fromString(isoDate, Qt::ISODate);
    return date.isValid() ? localeOf(language).toString(date, pattern) : isoDate;
}

}  // namespace

QString toText(Language language) {
    return language == Language::nl ? QStringLiteral("nl") : QStringLiteral("en");
}

QString formatNumber(double value, Language language, int decimals) {
    return localeOf(language).toString(value, 'f', decimals < 0 ? decimalsNeeded(value) : decimals);
}

QString formatCount(std::int64_t value, Language language) {
    return localeOf(language).toString(static_cast<qlonglong>(value));
}

QString formatQuantity(double value, const QString& symbol, Language language, int decimals) {
    QString number = formatNumber(value, language, decimals);
    if (symbol.isEmpty()) {
        return number;
    }
    if (symbol == QStringLiteral("€")) {
        return symbol + kHardSpace + number;
    }
    const bool followsDirectly = symbol == QStringLiteral("%") || symbol == QStringLiteral("°") ||
                                 symbol == QStringLiteral("‰");
    return followsDirectly ? number + symbol : number + kHardSpace + symbol;
}

QString formatDuration(double seconds, Language language) {
    if (seconds < 60.0) {
        const int decimals = seconds < 10.0 ? 1 : 0;
        return formatQuantity(seconds, QStringLiteral("s"), language, decimals);
    }
    const auto whole = static_cast<std::int64_t>(std::llround(seconds));
    const std::int64_t minutes = whole / 60;
    return formatQuantity(static_cast<double>(minutes), QStringLiteral("min"), language, 0) +
           QLatin1Char(' ') +
           formatQuantity(static_cast<double>(whole % 60), QStringLiteral("s"), language, 0);
}

QTimeZone dutchZone() {
    const QTimeZone zone("Europe/Amsterdam");
    return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

QDate dutchDate(const QString& utc) {
    return QDateTime::fromString(utc, Qt::ISODateWithMs).toTimeZone(dutchZone()).date();
}

QString formatMoment(const QString& utc, Language language) {
    const QDateTime moment = QDateTime::fromString(utc, Qt::ISODateWithMs);
    if (!moment.isValid()) {
        return utc;
    }
    const QString pattern = language == Language::nl
                                ? QStringLiteral("d MMMM yyyy 'om' HH.mm 'uur'")
                                : QStringLiteral("d MMMM yyyy 'at' HH:mm");
    return localeOf(language).toString(moment.toTimeZone(dutchZone()), pattern);
}

QString formatDate(const QString& isoDate, Language language) {
    return dateText(isoDate, language, QStringLiteral("d MMMM yyyy"));
}

QString formatDateInTable(const QString& isoDate, Language language) {
    return dateText(
        isoDate, language,
        language == Language::nl ? QStringLiteral("dd-MM-yyyy") : QStringLiteral("d MMM yyyy"));
}

QString formatBytes(std::int64_t bytes, Language language) {
    constexpr std::array symbols{"bytes", "kB", "MB", "GB", "TB"};
    auto value = static_cast<double>(bytes);
    std::size_t step = 0;
    while (value >= 1000.0 && step + 1 < symbols.size()) {
        value /= 1000.0;
        ++step;
    }
    return formatQuantity(value, QString::fromLatin1(symbols[step]), language,
                          step == 0 || value >= 100.0 ? 0 : 1);
}

}  // namespace lommer::app
