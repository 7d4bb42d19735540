#include "app/text/place_text.h"

#include "app/text/number_format.h"

#include <QDateTime>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace lommer::app {
namespace {

const QString kDegrees = QStringLiteral("°C");

int tenths(double value) {
    return static_cast<int>(std::lround(10.0 * value));
}

/// "+1,4 °C", "−6,0 °C", "0,0 °C".
QString signedDegrees(int tenths, Language language) {
    const QString sign = tenths > 0   ? QStringLiteral("+")
                         : tenths < 0 ? QStringLiteral("−")
                                      : QString();
    return sign + formatQuantity(std::abs(tenths) / 10.0, kDegrees, language, 1);
}

}  // namespace

std::vector<int> tenthsOf(const std::vector<core::PlaceShare>& shares, int total) {
    std::vector<int> rounded;
    rounded.reserve(shares.size());
    for (const core::PlaceShare& share : shares) {
        rounded.push_back(tenths(share.amount));
    }
    const int missing = total - std::accumulate(rounded.begin(), rounded.end(), 0);
    const int step = missing > 0 ? 1 : -1;
    std::vector<std::size_t> order(shares.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    // Those first that lie furthest beyond where they were rounded to.
    const auto lack = [&](std::size_t one) {
        return step * (10.0 * shares[one].amount - rounded[one]);
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return lack(a) > lack(b); });
    const auto moves = std::min(static_cast<std::size_t>(std::abs(missing)), order.size());
    for (std::size_t move = 0; move < moves; ++move) {
        rounded[order[move]] += step;
    }
    return rounded;
}

PlaceText::PlaceText(const core::PlaceExplanation& explanation, std::string analysis,
                     const Texts& texts)
    : explanation_(explanation), analysis_(std::move(analysis)), texts_(texts) {}

QString PlaceText::sentence() const {
    if (!explanation_.hindrance.empty()) {
        return texts_.explanation(
            analysis_, QStringLiteral("none-") + QString::fromStdString(explanation_.hindrance));
    }
    const int difference = tenths(explanation_.value) - tenths(explanation_.reference);
    const auto number = [this](int tenths) {
        return formatNumber(tenths / 10.0, texts_.language(), 1).toStdString();
    };
    return texts_.explanation(analysis_,
                              difference > 0   ? QStringLiteral("warmer")
                              : difference < 0 ? QStringLiteral("cooler")
                                               : QStringLiteral("same"),
                              {{"value", number(tenths(explanation_.value))},
                               {"difference", number(std::abs(difference))}});
}

std::vector<ShownShare> PlaceText::shares() const {
    const auto rounded =
        tenthsOf(explanation_.shares, tenths(explanation_.value) - tenths(explanation_.reference));
    std::vector<ShownShare> shown;
    for (std::size_t one = 0; one < rounded.size(); ++one) {
        shown.push_back(
            {texts_.explanation(analysis_, QStringLiteral("share-") +
                                               QString::fromStdString(explanation_.shares[one].id)),
             rounded[one] / 10.0, signedDegrees(rounded[one], texts_.language())});
    }
    return shown;
}

std::vector<PlaceLine> PlaceText::factsOf(std::size_t moment) const {
    return moment < explanation_.moments.size() ? linesOf(explanation_.moments[moment].facts)
                                                : std::vector<PlaceLine>{};
}

QString PlaceText::hourOf(std::size_t moment) const {
    const QDateTime utc = QDateTime::fromString(
        QString::fromStdString(explanation_.moments.at(moment).time), Qt::ISODate);
    return utc.toTimeZone(dutchZone())
        .toString(texts_.language() == Language::nl ? QStringLiteral("H.mm 'uur'")
                                                    : QStringLiteral("HH:mm"));
}

QString PlaceText::word(const char* key) const {
    return texts_.explanation(analysis_, QString::fromLatin1(key));
}

std::vector<PlaceLine> PlaceText::linesOf(const std::vector<core::PlaceFact>& facts) const {
    std::vector<PlaceLine> lines;
    lines.reserve(facts.size());
    for (const core::PlaceFact& fact : facts) {
        lines.push_back({texts_.explanation(
                             analysis_, QStringLiteral("fact-") + QString::fromStdString(fact.id)),
                         valueText(fact)});
    }
    return lines;
}

QString PlaceText::valueText(const core::PlaceFact& fact) const {
    if (const auto* word = std::get_if<std::string>(&fact.value)) {
        return texts_.explanation(analysis_, QString::fromStdString(fact.id + "-" + *word));
    }
    if (const auto* count = std::get_if<std::int64_t>(&fact.value)) {
        return formatQuantity(static_cast<double>(*count), texts_.unitSymbol(fact.unit),
                              texts_.language(), 0);
    }
    const double number = std::get<double>(fact.value);
    if (fact.unit == core::Unit::fraction) {
        return formatQuantity(100.0 * number, QStringLiteral("%"), texts_.language(), 0);
    }
    return formatQuantity(number, texts_.unitSymbol(fact.unit), texts_.language(),
                          fact.unit == core::Unit::percent ? 0 : 1);
}

}  // namespace lommer::app
