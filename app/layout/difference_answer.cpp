#include "app/layout/difference_answer.h"

#include "app/project/sources.h"
#include "app/text/number_format.h"

#include <algorithm>
#include <cmath>

namespace lommer::app {
namespace {

/// As many as the limit has, and one more below 1: there small differences are what it is about.
int decimalsFor(double limit) {
    return limit >= 1.0 ? 0 : 1 + static_cast<int>(std::ceil(-std::log10(limit)));
}

std::optional<double> figureOf(const core::Table& figures, const char* column) {
    const auto index = figures.indexOf(column);
    if (!index || figures.rowCount() != 1) {
        return std::nullopt;
    }
    // A share of exactly 0 or 1 is read as a whole number.
    const core::Column& found = figures.column(*index);
    return found.isPresent(0) && found.isNumeric() ? std::optional(found.numberAt(0))
                                                   : std::nullopt;
}

/// The key of the sentence about the mean.
QString meanKey(double mean, double limit, bool isFelt, InputContrast::Kind kind) {
    if (std::abs(mean) < limit) {
        return kind == InputContrast::Kind::none ? QStringLiteral("none")
                                                 : QStringLiteral("noneBetween");
    }
    const QString side = mean < 0.0
                             ? (isFelt ? QStringLiteral("cooler") : QStringLiteral("lower"))
                             : (isFelt ? QStringLiteral("warmer") : QStringLiteral("higher"));
    return kind == InputContrast::Kind::days       ? side + QStringLiteral("Days")
           : kind == InputContrast::Kind::variants ? side + QStringLiteral("Variants")
                                                   : side;
}

/// The key of the sentence about the shares: what is nowhere is not spoken of as 0%.
QString sharesKey(double lower, double higher, bool isFelt) {
    QString key = isFelt ? QStringLiteral("sharesFelt") : QStringLiteral("shares");
    if (lower > 0.0 && higher > 0.0) {
        return key;
    }
    return key + (higher > 0.0  ? QStringLiteral("OnlyHigher")
                  : lower > 0.0 ? QStringLiteral("OnlyLower")
                                : QStringLiteral("None"));
}

/// Whole percents; what is there, but less, is "< 1".
std::string percent(double share, Language language) {
    constexpr double kOnePercent = 0.01;
    const bool isLittle = share > 0.0 && share < kOnePercent / 2.0;
    const QString number = formatNumber(isLittle ? 1.0 : 100.0 * share, language, 0);
    return (isLittle ? QStringLiteral("<\u00A0") + number : number).toStdString();
}

}  // namespace

QString differenceSentence(const core::RunRecord& record, const core::Table& figures,
                           core::Unit unit, const Texts& texts) {
    const auto given = record.parameters.find("limit");
    const double* limit =
        given == record.parameters.end() ? nullptr : std::get_if<double>(&given->second);
    const auto mean = figureOf(figures, "difference_mean");
    const auto higher = figureOf(figures, "share_higher");
    const auto lower = figureOf(figures, "share_lower");
    if (limit == nullptr || !mean || !higher || !lower) {
        return {};
    }
    core::Arguments arguments{
        {"mean",
         formatNumber(std::abs(*mean), texts.language(), decimalsFor(*limit)).toStdString()},
        {"limit", formatNumber(*limit, texts.language()).toStdString()},
        {"unit", std::string(core::toText(unit))},
        {"higher", percent(*higher, texts.language())},
        {"lower", percent(*lower, texts.language())}};
    const InputContrast contrast = inputContrast(record, texts);
    for (const auto& [role, state] : contrast.names) {
        arguments.emplace_back(role + "-state", state.toStdString());
    }
    const bool isFelt = unit == core::Unit::degreeCelsius;
    return texts.answer(record.analysis, meanKey(*mean, *limit, isFelt, contrast.kind), arguments) +
           QLatin1Char(' ') +
           texts.answer(record.analysis, sharesKey(*lower, *higher, isFelt), arguments);
}

}  // namespace lommer::app
