#include "app/desktop/typed_value.h"

#include "app/text/number_format.h"
#include "core/base/assert.h"
#include "core/base/error.h"
#include "core/engine/parameter_check.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QStringList>
#include <cmath>

namespace lommer::app {
namespace {

using core::ParameterKind;

const QString kUtcFormat = QStringLiteral("yyyy-MM-ddTHH:mm:ssZ");
constexpr const char* kExample = "1-7-2026 14:00";
const QString kDutchFormat = QStringLiteral("d-M-yyyy H:mm");

double numberFrom(const core::ParameterDeclaration& declaration, const QString& text,
                  const QLocale& locale) {
    // "0.500" parts no thousands, whatever the language.
    static const QRegularExpression partedZero(QStringLiteral("^[+-]?0+[.,]\\d{3}"));
    const bool isParted =
        partedZero.match(text).hasMatch() && !text.contains(QString(locale.decimalPoint()));
    bool isNumber = false;
    double number = isParted ? 0.0 : locale.toDouble(text, &isNumber);
    if (!isNumber && text.count(QLatin1Char('.')) == 1) {
        number = QLocale::c().toDouble(text, &isNumber);  // a decimal dot is clear in any language
    }
    if (!isNumber || !std::isfinite(number)) {
        throw core::Error(core::ErrorCode::valueNotANumber,
                          {{"parameter", declaration.id}, {"value", text.toStdString()}});
    }
    return number;
}

core::ParameterValue listFrom(const core::ParameterDeclaration& declaration, const QString& text,
                              const QLocale& locale) {
    static const QRegularExpression between(QStringLiteral("\\s*;\\s*|,\\s+|\\s+"));
    std::vector<double> numbers;
    for (const QString& part : text.split(between, Qt::SkipEmptyParts)) {
        numbers.push_back(numberFrom(declaration, part, locale));
    }
    return numbers;
}

core::ParameterValue timeFrom(const core::ParameterDeclaration& declaration, const QString& text) {
    QDateTime time = QDateTime::fromString(text, kDutchFormat);
    if (time.isValid()) {
        time = QDateTime(time.date(), time.time(), dutchZone());
        return time.toUTC().toString(kUtcFormat).toStdString();
    }
    try {
        return core::parseValue(declaration, text.toStdString());
    } catch (const core::Error&) {  // says how a command line wants it
        throw core::Error(core::ErrorCode::valueUnknown, {{"parameter", declaration.id},
                                                          {"value", text.toStdString()},
                                                          {"allowed", std::string(kExample)}});
    }
}

core::ParameterValue integerFrom(const core::ParameterDeclaration& declaration, const QString& text,
                                 const QLocale& locale) {
    const double number = numberFrom(declaration, text, locale);
    if (number != std::floor(number)) {
        throw core::Error(core::ErrorCode::valueNotANumber,
                          {{"parameter", declaration.id}, {"value", text.toStdString()}});
    }
    return static_cast<std::int64_t>(number);
}

}  // namespace

QString typedNumber(double value, const QLocale& locale) {
    QLocale plain = locale;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    return plain.toString(value, 'g', QLocale::FloatingPointShortest);
}

core::ParameterValue typedValue(const core::ParameterDeclaration& declaration, const QString& text,
                                const QLocale& locale) {
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty()) {
        return {};
    }
    core::ParameterValue value;
    switch (declaration.kind) {
        case ParameterKind::number:
            value = numberFrom(declaration, trimmed, locale);
            break;
        case ParameterKind::integer:
            value = integerFrom(declaration, trimmed, locale);
            break;
        case ParameterKind::numberList:
            value = listFrom(declaration, trimmed, locale);
            break;
        case ParameterKind::dateTime:
            value = timeFrom(declaration, trimmed);
            break;
        case ParameterKind::text:
            value = trimmed.toStdString();
            break;
        default:
            LOMMER_ASSERT(false && "not a typed kind");
    }
    return core::checkValue(declaration, value);
}

QString typedText(const core::ParameterDeclaration& declaration, const core::ParameterValue& value,
                  const QLocale& locale) {
    if (const auto* number = std::get_if<double>(&value)) {
        return typedNumber(*number, locale);
    }
    if (const auto* numbers = std::get_if<std::vector<double>>(&value)) {
        QStringList parts;
        for (const double number : *numbers) {
            parts << typedNumber(number, locale);
        }
        return parts.join(QStringLiteral("; "));
    }
    QString text = QString::fromStdString(core::toText(value));
    if (declaration.kind == ParameterKind::dateTime && !text.isEmpty()) {
        const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
        return time.isValid() ? time.toTimeZone(dutchZone()).toString(kDutchFormat) : text;
    }
    return text;
}

}  // namespace lommer::app
