#include "app/layout/difference_answer.h"

#include "app/text/number_format.h"

#include <algorithm>
#include <cmath>

namespace lommer::app {
namespace {

/// As many as the limit has, and one more below 1: there small differences are what it is about.
int decimalsFor(double limit) {
    return limit >= 1.0 ? 0 : 1 + static_cast<int>(std::ceil(-std::log10(limit)));
}

std::optional<double> figureOf(const core::Table& summary, const char* column) {
    const auto index = summary.indexOf(column);
    if (!index || summary.rowCount() != 1) {
        return std::nullopt;
    }
    const core::Column& found = summary.column(*index);
    return found.isPresent(0) && found.info().type == core::ColumnType::real
               ? std::optional(found.realAt(0))
               : std::nullopt;
}

}  // namespace

QString differenceSentence(const core::RunRecord& record, const core::Table& summary,
                           core::Unit unit, const Texts& texts) {
    const auto given = record.parameters.find("limit");
    const double* limit =
        given == record.parameters.end() ? nullptr : std::get_if<double>(&given->second);
    const auto mean = figureOf(summary, "difference_mean");
    const auto higher = figureOf(summary, "share_higher");
    const auto lower = figureOf(summary, "share_lower");
    if (limit == nullptr || !mean || !higher || !lower) {
        return {};
    }
    const auto percent = [&](double share) {
        return formatNumber(100.0 * share, texts.language(), 0).toStdString();
    };
    const core::Arguments arguments{
        {"mean",
         formatNumber(std::abs(*mean), texts.language(), decimalsFor(*limit)).toStdString()},
        {"limit", formatNumber(*limit, texts.language()).toStdString()},
        {"unit", std::string(core::toText(unit))},
        {"higher", percent(*higher)},
        {"lower", percent(*lower)}};
    const bool isFelt = unit == core::Unit::degreeCelsius;
    const QString side = *mean < 0.0
                             ? (isFelt ? QStringLiteral("cooler") : QStringLiteral("lower"))
                             : (isFelt ? QStringLiteral("warmer") : QStringLiteral("higher"));
    return texts.answer(record.analysis, std::abs(*mean) < *limit ? QStringLiteral("none") : side,
                        arguments) +
           QLatin1Char(' ') +
           texts.answer(record.analysis,
                        isFelt ? QStringLiteral("sharesFelt") : QStringLiteral("shares"),
                        arguments);
}

}  // namespace lommer::app
