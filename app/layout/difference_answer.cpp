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
    const auto percent = [&](double share) {
        return formatNumber(100.0 * share, texts.language(), 0).toStdString();
    };
    core::Arguments arguments{
        {"mean",
         formatNumber(std::abs(*mean), texts.language(), decimalsFor(*limit)).toStdString()},
        {"limit", formatNumber(*limit, texts.language()).toStdString()},
        {"unit", std::string(core::toText(unit))},
        {"higher", percent(*higher)},
        {"lower", percent(*lower)}};
    const InputContrast contrast = inputContrast(record, texts);
    for (const auto& [role, state] : contrast.names) {
        arguments.emplace_back(role + "-state", state.toStdString());
    }
    const bool isFelt = unit == core::Unit::degreeCelsius;
    return texts.answer(record.analysis, meanKey(*mean, *limit, isFelt, contrast.kind), arguments) +
           QLatin1Char(' ') +
           texts.answer(record.analysis,
                        isFelt ? QStringLiteral("sharesFelt") : QStringLiteral("shares"),
                        arguments);
}

}  // namespace lommer::app
